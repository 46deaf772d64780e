"""Packets of Opus → an Ogg file."""

from __future__ import annotations

import struct
from pathlib import Path

from mutagen.ogg import OggPage

from broadsheet.voice.sound.opus_encoder import OPUS_RATE

# Players look for a second by the times that stand on the pages.
_PACKETS_PER_PAGE = 50
_VENDOR = b"Broadsheet"


class OpusFile:
    """Give it the head, then packets, then `finish`. The same packets give the same bytes.

    Source: RFC 7845; RFC 3533.
    """

    def __init__(self, path: Path, head: bytes) -> None:
        self._file = path.open("wb")
        self._page_number = 0
        self._waiting: list[bytes] = []
        self._samples = 0
        # So many samples come out before the first that went in.
        self._late = int.from_bytes(head[10:12], "little")
        self._write_page([head], position=0)
        tags = b"OpusTags" + struct.pack("<I", len(_VENDOR)) + _VENDOR + struct.pack("<I", 0)
        self._write_page([tags], position=0)

    def write(self, packet: bytes, samples: int) -> None:
        """A packet of so many samples at 48 kHz."""
        if len(self._waiting) == _PACKETS_PER_PAGE:
            self._write_page(self._waiting, position=self._samples)
            self._waiting = []
        self._waiting.append(packet)
        self._samples += samples

    def finish(self, seconds: float) -> None:
        """End after so many seconds. The packets must last longer by what is late."""
        end = self._late + round(seconds * OPUS_RATE)
        self._write_page(self._waiting, position=end, is_last=True)

    def close(self) -> None:
        self._file.close()

    def _write_page(self, packets: list[bytes], *, position: int, is_last: bool = False) -> None:
        page = OggPage()
        page.sequence = self._page_number
        page.first, page.last = self._page_number == 0, is_last
        page.position = position
        page.packets = packets
        self._file.write(page.write())
        self._page_number += 1
