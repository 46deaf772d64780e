"""What a file of sound says about itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

# What listeners are told, and what machines are: the term of the IPTC for what a model made.
MADE_BY = "Written by reporters, read by AI"
DIGITAL_SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading and the millisecond at which it is heard."""

    start_ms: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """`voice` is the name under which the newsroom knows the voice; `language` is a BCP 47 tag.

    `artwork` is a JPEG, or empty. `address` is the page that the report stands on. Chapters come
    in the order in which they are heard; each lasts until the next begins.
    """

    title: str
    newspaper: str
    voice: str
    published_at: dt.datetime
    language: str = "en"
    authors: tuple[str, ...] = ()
    address: str = ""
    artwork: bytes = b""
    chapters: tuple[Chapter, ...] = ()

    @property
    def label(self) -> str:
        """The line that says that nobody spoke this."""
        return f"{MADE_BY}. Synthetic speech, voice: {self.voice}."
