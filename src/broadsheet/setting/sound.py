from __future__ import annotations

from pydantic import Field

from broadsheet.setting.group import Group


class SoundConfig(Group):
    """Reports read aloud."""

    days: int = Field(
        30,
        ge=0,
        le=100_000,
        description="Reports older than this many days are read only where an editor asks.",
    )
    processes: int = Field(
        0, ge=0, le=64, description="How many sentences are said at once; 0 for one a core."
    )
    opening: str = Field(
        "", max_length=300, description="A line that is said before every report; empty for none."
    )
    takes_megabytes: int = Field(
        2000,
        ge=50,
        le=1_000_000,
        description="How much room sentences that were said may take, in MB.",
    )
    certificate: str = Field(
        "", description="The file of the certificates (PEM) that content credentials are signed by."
    )
    certificate_key: str = Field("", description="The file of its private key (PEM).")
