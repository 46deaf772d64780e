from __future__ import annotations

from pydantic import Field

from broadsheet.setting.group import Group


class PressConfig(Group):
    """How the press sets lists."""

    list_length: int = Field(
        24, ge=5, le=200, description="How many reports stand on one page of a list."
    )
    river_length: int = Field(
        5, ge=1, le=20, description="How many reports of a section run on the front page."
    )
