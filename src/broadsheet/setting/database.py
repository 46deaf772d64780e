from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from broadsheet.setting.database_url import DatabaseUrl
from broadsheet.setting.group import Group


def _checked(value: str) -> str:
    if value:
        DatabaseUrl.read(value)
    return value


class DatabaseConfig(Group):
    """What the desk knows is kept in SQLite, in the newsroom's folder, or in PostgreSQL."""

    url: Annotated[str, AfterValidator(_checked)] = Field(
        "",
        description=(
            "PostgreSQL's address, such as postgresql://paper@db.example/paper, without the "
            "password; empty for SQLite."
        ),
    )
    password: str = Field(
        "", description="PostgreSQL's password; better BROADSHEET_DATABASE__PASSWORD or ~/.pgpass."
    )
