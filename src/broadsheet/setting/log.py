from __future__ import annotations

from typing import Literal

from pydantic import Field

from broadsheet.setting.group import Group


class LogConfig(Group):
    """The log of `broadsheet serve`, a line for each thing that happened."""

    format: Literal["line", "json"] = Field(
        "line", description="How a line is written: line for people, json for programs."
    )
