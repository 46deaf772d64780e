"""What a file of sound says about itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

# What listeners are told, and what machines are: the terms of the IPTC for what a model made and
# for what was recorded.
MADE_BY = "Written by reporters, read by AI"
_SYNTHETIC = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
_RECORDED = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading and the millisecond at which it is heard."""

    start_ms: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """`voice` is the name under which the newsroom knows the voice; `language` is a BCP 47 tag.

    Where a person reads, `reader` is that person's name and `voice` is empty.

    `artwork` is a JPEG, or empty. `address` is the page that the report stands on. Chapters come
    in the order in which they are heard; each lasts until the next begins.
    """

    title: str
    newspaper: str
    published_at: dt.datetime
    voice: str = ""
    reader: str = ""
    language: str = "en"
    authors: tuple[str, ...] = ()
    address: str = ""
    artwork: bytes = b""
    chapters: tuple[Chapter, ...] = ()

    @property
    def label(self) -> str:
        """The line that says who spoke this, or that nobody did."""
        if self.reader:
            return f"Read by {self.reader}."
        return f"{MADE_BY}. Synthetic speech, voice: {self.voice}."

    @property
    def digital_source_type(self) -> str:
        """The same for machines: a term of the IPTC's."""
        return _RECORDED if self.reader else _SYNTHETIC
