from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from broadsheet.setting.group import Group

_KINDS = ("redis", "rediss", "redis+socket")


def _broker(value: str) -> str:
    try:
        parts = urlsplit(value)
        if value and (parts.scheme not in _KINDS or not (parts.hostname or parts.path)):
            raise ValueError
    except ValueError:
        raise ValueError("write an address such as redis://broker.example:6379/0") from None
    if parts.password is not None:
        raise ValueError("take the password out; set BROADSHEET_TASKS__PASSWORD")
    return value


class TasksConfig(Group):
    """How machines hear of work that any can do: reports to read aloud, background tasks."""

    broker: Annotated[str, AfterValidator(_broker)] = Field(
        "",
        description=(
            "The Valkey or Redis through which Celery tells them, such as "
            "redis://broker.example:6379/0, without the password; empty where they look in the "
            "database by themselves."
        ),
    )
    password: str = Field("", description="Its password; better BROADSHEET_TASKS__PASSWORD.")
    look_seconds: int = Field(
        10,
        ge=1,
        le=600,
        description=(
            "With a broker: how often they look in the database all the same, for what no message "
            "told them of."
        ),
    )
