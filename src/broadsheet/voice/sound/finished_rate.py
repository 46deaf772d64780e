"""The rate of a sound → the rate at which it is finished."""

from __future__ import annotations

# Both are rates of Opus, and at both a frame of MP3 at our bit rates is a whole number of bytes,
# so that a player finds any second of it by reckoning. The lower one holds all that voices give.
_VOICE_RATE = 24_000
_WIDE_RATE = 48_000


def finished_rate(sample_rate: int) -> int:
    """24,000 Hz, or 48,000 for a sound that holds more."""
    return _VOICE_RATE if sample_rate <= _VOICE_RATE else _WIDE_RATE
