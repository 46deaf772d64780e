from __future__ import annotations

from pydantic import Field

from broadsheet.setting.group import Group


class ServerConfig(Group):
    """Where `broadsheet serve` listens."""

    host: str = Field("127.0.0.1", min_length=1, description="The address to listen on.")
    port: int = Field(8000, ge=1, le=65535, description="The port to listen on.")
    desk_threads: int = Field(
        8, ge=1, le=256, description="How many desk requests are answered at once."
    )
