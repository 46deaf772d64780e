from __future__ import annotations

import re
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field

from broadsheet.setting.group import Group


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("write a time zone's name such as Asia/Seoul")
    return value


def _origin(value: str) -> str:
    value = value.rstrip("/")
    scheme, _, rest = value.partition("://")
    if scheme not in {"http", "https"} or not re.fullmatch(r"[A-Za-z0-9.-]+(:\d{1,5})?", rest):
        raise ValueError("write an address such as https://news.example")
    return value


class PaperConfig(Group):
    """The paper as readers reach it."""

    url: Annotated[str, AfterValidator(_origin)] = Field(
        "http://127.0.0.1:8000",
        description="The address at which readers open the paper, without a slash at its end.",
    )
    language: str = Field(
        "en",
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="The language of the paper, as a tag such as en or ko.",
    )
    time_zone: Annotated[str, AfterValidator(_zone)] = Field(
        "UTC", description="The zone in which times are printed, such as Asia/Seoul."
    )
