from __future__ import annotations

from pydantic import Field

from broadsheet.setting.group import Group


class DictionaryConfig(Group):
    """Words explained on the page, out of what `broadsheet dictionary add` has put on the shelf."""

    word_help: bool = Field(
        False,
        description="Whether readers may have short glosses set over the rarest words of a report.",
    )
    model: str = Field(
        "",
        description=(
            "The spaCy model that reads sentences: a package or a folder; empty for the one that "
            "is installed, if any."
        ),
    )
