from __future__ import annotations

from pydantic import Field

from broadsheet.setting.group import Group


class LettersConfig(Group):
    """Letters from readers to reporters."""

    per_hour: int = Field(
        5,
        ge=1,
        le=1000,
        description="How many letters one network address may send in an hour.",
    )
