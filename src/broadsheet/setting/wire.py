from __future__ import annotations

from pydantic import Field

from broadsheet.setting.group import Group


class WireConfig(Group):
    """Copy coming in."""

    largest_megabytes: int = Field(
        20, ge=1, le=1000, description="The largest file that is read as copy, in MB."
    )
