from __future__ import annotations

from pydantic import Field

from broadsheet.setting.group import Group


class TalkConfig(Group):
    """Comments under reports, and how many are taken before somebody has to wait."""

    longest: int = Field(
        250,
        ge=20,
        le=5000,
        description="How long a comment may be, in characters as people count them.",
    )
    reader_per_minute: int = Field(
        4, ge=1, le=1_000_000, description="How many comments one reader may write in a minute."
    )
    reader_per_hour: int = Field(40, ge=1, le=1_000_000, description="How many in an hour.")
    network_per_minute: int = Field(
        20,
        ge=1,
        le=1_000_000,
        description="How many may come from one network address, or one /64 of IPv6, in a minute.",
    )
    report_per_minute: int = Field(
        300, ge=1, le=1_000_000, description="How many are taken under one report in a minute."
    )
