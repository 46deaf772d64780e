"""A raw programme → the programme as loud as every other."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import soundfile

from broadsheet.voice.sound.blocks import blocks, programme_rate
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.limit import limited
from broadsheet.voice.sound.loudness import Loudness
from broadsheet.voice.take import Samples

LOUDNESS_LUFS = -16.0
_NEAR_ENOUGH_LU = 0.2
_MOST_PASSES = 6
# What is gained goes in part into the limiter again.
_PUSH = 1.3


@dataclass(frozen=True, slots=True)
class Mastered:
    """A finished programme, one channel of 24 bits at `rate` Hz, and what was measured on it."""

    path: Path
    rate: int
    seconds: float
    lufs: float


def master(raw: Path, out: Path, *, ceiling_dbtp: float) -> Mastered:
    """Write `raw` to `out` at -16 LUFS within 0.5, its true peak under `ceiling_dbtp`.

    Every sound keeps its place to the sample. Raises SoundError where nothing is to be heard.

    Sources: ITU-R BS.1770-4; -16 LUFS is what Apple asks of a podcast, and it is measured here on
    the one channel that there is.
    """
    rate = programme_rate(raw)
    gain_db = LOUDNESS_LUFS - _heard(blocks(raw, rate), rate, raw)
    for _ in range(_MOST_PASSES):
        mastered = _write(raw, out, rate, gain_db=gain_db, ceiling_dbtp=ceiling_dbtp)
        lacking_lu = LOUDNESS_LUFS - mastered.lufs
        if abs(lacking_lu) <= _NEAR_ENOUGH_LU:
            return mastered
        gain_db += _PUSH * lacking_lu
    raise SoundError(
        f"{raw.name} comes to {mastered.lufs:.1f} LUFS instead of {LOUDNESS_LUFS:.0f}; "
        "its peaks stand too far above the voice: record or voice it again"
    )


def _heard(sound: Iterable[Samples], rate: int, raw: Path) -> float:
    loudness = Loudness(rate)
    for block in sound:
        loudness.hear(block)
    if math.isinf(loudness.lufs):
        raise SoundError(f"{raw.name} is silent or shorter than 0.4 seconds; voice it again")
    return loudness.lufs


def _write(
    raw: Path, out: Path, rate: int, *, gain_db: float, ceiling_dbtp: float
) -> Mastered:
    loudness, samples = Loudness(rate), 0
    with soundfile.SoundFile(out, "w", rate, 1, subtype="PCM_24", format="WAV") as file:
        sound = limited(blocks(raw, rate), rate, gain_db=gain_db, ceiling_db=ceiling_dbtp)
        for block in sound:
            loudness.hear(block)
            file.write(block)
            samples += len(block)
    return Mastered(out, rate, samples / rate, loudness.lufs)
