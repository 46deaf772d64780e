"""A file that somebody handed in as a picture → what it is, or why it is refused.

It is decoded to its end in a process of its own, with its time and its memory bounded: what
came through once can be decoded again without care.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum

LOOK_SECONDS = 30


class Refusal(StrEnum):
    """Why a picture is not taken."""

    NO_PICTURE = "no picture"
    BROKEN = "broken"
    MOVING = "moving"
    TOO_MANY_PIXELS = "too many pixels"
    TOO_COSTLY = "too costly"
    COLOURS = "colours"


class PictureRefusedError(Exception):
    """`refusal` says why; `found` is the number that was too high, where it is one."""

    def __init__(self, refusal: Refusal, found: int = 0) -> None:
        super().__init__(refusal, found)
        self.refusal = refusal
        self.found = found


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """`format` is one of `formats.FORMATS`; width and height are as in the file, not upright."""

    format: str
    width: int
    height: int


def look(data: bytes) -> Looked:
    """Decode it whole. Raises PictureRefusedError. Takes 0.2 s and the time of decoding."""
    worker = [sys.executable, "-I", "-m", "broadsheet.darkroom.look_worker"]
    try:
        done = subprocess.run(  # noqa: S603  # the command is our own
            worker, input=data, capture_output=True, timeout=LOOK_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise PictureRefusedError(Refusal.TOO_COSTLY) from None
    if done.returncode:
        # Ended by the kernel at its bounds, or by its decoder.
        raise PictureRefusedError(Refusal.TOO_COSTLY)
    told = json.loads(done.stdout)
    if "refusal" in told:
        raise PictureRefusedError(Refusal(told["refusal"]), told["found"])
    return Looked(**told)
