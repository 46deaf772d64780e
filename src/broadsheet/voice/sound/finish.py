"""A raw sound → a reel of it as loud as every other."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from broadsheet.voice.sound.contour import STEPS_PER_SECOND, Numbers, contour
from broadsheet.voice.sound.decoded_packets import decoded_packets
from broadsheet.voice.sound.encode import encode
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.mp3_encoder import FRAME_BYTES
from broadsheet.voice.sound.opus_encoder import OPUS_RATE
from broadsheet.voice.sound.reel import FRAME_MS, Reel
from broadsheet.voice.sound.ride import ride
from broadsheet.voice.sound.silence import silence
from broadsheet.voice.sound.true_peak import TruePeak
from broadsheet.voice.take import Samples

PEAK_DBTP = -1.0
# What an encoder drops moves the peaks of what it keeps: those of Opus rose by 0.7 dB.
_CEILING_DBTP = -2.2
_MARGIN_DB = 0.2
_MOST_TAKES = 4
# Both end with a whole frame, and with what the encoders fill up.
_SLACK_SECONDS = 0.1
# Looking for a peak in one packet after the other would take twice as long.
_PACKETS_AT_ONCE = 50
_STEPS_PER_FRAME = FRAME_MS * STEPS_PER_SECOND // 1000


def finish(sound: Iterable[Samples], rate: int, *, lufs: float) -> Reel:
    """Bring it to `lufs` or as near as its peaks allow, encode it, and decode that to its end.

    `sound` is mono at 24 or 48 kHz, in blocks, and is gone through several times. Every sound
    keeps its place; the true peak is under -1 dBTP. Raises SoundError where there is nothing to
    be heard.

    Source: ITU-R BS.1770-4, measured on the one channel that there is.
    """
    outline = contour(sound, rate)
    seconds = outline.samples / rate
    ceiling_dbtp = _CEILING_DBTP
    for _ in range(_MOST_TAKES):
        course = ride(outline, lufs=lufs, ceiling_dbtp=ceiling_dbtp)
        mp3, opus = encode(course.over(sound), rate)
        peak_dbtp = max(
            _peak_of_mp3(mp3, rate, seconds=seconds), _peak_of_opus(opus, rate, seconds=seconds)
        )
        if peak_dbtp < PEAK_DBTP:
            frames = len(mp3) // FRAME_BYTES
            return Reel(rate, mp3, opus, _by_frame(course.energies, frames), peak_dbtp)
        ceiling_dbtp -= peak_dbtp - PEAK_DBTP + _MARGIN_DB
    raise SoundError(
        f"a sound of {seconds:.1f} seconds comes to a peak of {peak_dbtp:.1f} dBTP "
        f"after {_MOST_TAKES} takes; it has to be under {PEAK_DBTP:.0f}: voice it again"
    )


def _peak_of_mp3(mp3: bytes, rate: int, *, seconds: float) -> float:
    frames = [mp3[at : at + FRAME_BYTES] for at in range(0, len(mp3), FRAME_BYTES)]
    return _peak(decoded_packets(frames, "mp3float"), rate, seconds=seconds)


def _peak_of_opus(opus: tuple[bytes, ...], rate: int, *, seconds: float) -> float:
    head = silence(rate).opus_head
    return _peak(decoded_packets(opus, "opus", head=head), OPUS_RATE, seconds=seconds)


def _peak(decoded: Iterable[Samples], rate: int, *, seconds: float) -> float:
    """Raises SoundError where it does not last as long as it should."""
    peak, heard_seconds = TruePeak(), 0.0
    for block in _joined(decoded):
        peak.hear(block)
        heard_seconds += len(block) / rate
    if not 0 <= heard_seconds - seconds <= _SLACK_SECONDS or math.isinf(peak.dbtp):
        raise SoundError(
            f"what was encoded holds {heard_seconds:.2f} seconds and should hold {seconds:.2f} "
            "seconds of sound; voice it again"
        )
    return peak.dbtp


def _joined(decoded: Iterable[Samples]) -> Iterable[Samples]:
    waiting: list[Samples] = []
    for block in decoded:
        waiting.append(block)
        if len(waiting) == _PACKETS_AT_ONCE:
            yield np.concatenate(waiting)
            waiting = []
    if waiting:
        yield np.concatenate(waiting)


def _by_frame(energies: Numbers, frames: int) -> Numbers:
    whole = np.pad(energies, (0, max(0, frames * _STEPS_PER_FRAME - len(energies))))
    return np.asarray(
        whole[: frames * _STEPS_PER_FRAME].reshape(frames, _STEPS_PER_FRAME).mean(axis=1),
        dtype=np.float32,
    )
