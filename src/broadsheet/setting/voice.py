from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from broadsheet.setting.group import Group


def _voice_name(value: str) -> str:
    if not re.fullmatch(r"[^\W_][\w .-]{0,39}", value):
        raise ValueError("write a short name such as joe")
    return value


class VoiceConfig(Group):
    """A voice that reads. Write one such table for each; the first of a language is its own."""

    name: Annotated[str, AfterValidator(_voice_name)] = Field(
        "joe", description="What the newsroom calls the voice."
    )
    language: str = Field(
        "en",
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="The language that it speaks, as a tag such as en or ko.",
    )
    engine: str = Field(
        "piper", min_length=1, description="What makes it speak: piper, kokoro, server, or another."
    )
    model: str = Field(
        "",
        description="The model's file; empty for the voice that comes along (piper, English).",
    )
    voices: str = Field("", description="For kokoro: the file of its voices.")
    speaker: str = Field("", description="Which of the model's speakers, where it has several.")
    speed: float = Field(1.0, ge=0.5, le=2, description="How fast it reads; 1 is its own pace.")
    url: str = Field("", description="For a server: its address, up to and without /v1.")
    key_environment: str = Field(
        "", description="For a server: the environment variable that holds its key."
    )
    timeout_seconds: float = Field(
        60.0, ge=1, le=600, description="For a server: how long it may take for one sentence."
    )
    settings: dict[str, str] = Field(
        {}, description="What an engine wants to know that others wrote: names and values."
    )
