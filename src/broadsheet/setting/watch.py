from __future__ import annotations

from pydantic import Field

from broadsheet.setting.group import Group


class WatchConfig(Group):
    """Who watches the newsroom at work: `/health` and `/metrics`, at a door of their own."""

    port: int = Field(
        0, ge=0, le=65535, description="The port on which they are asked for; 0 for none."
    )
    host: str = Field(
        "127.0.0.1",
        min_length=1,
        description="The address to listen on: one that readers cannot reach.",
    )
