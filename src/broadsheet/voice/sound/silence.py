"""The frame and the packets that are silence: they stand between reels, and make joins exact."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from broadsheet.voice.sound.mp3_encoder import Mp3Encoder
from broadsheet.voice.sound.opus_encoder import OpusEncoder
from broadsheet.voice.sound.reel import PACKET_MS

TICK_MS = 2.5
# The lengths of packets, the longest first, in ticks.
_LENGTHS = (8, 4, 2, 1)


@dataclass(frozen=True, slots=True)
class Silence:
    """`mp3` is one frame; `opus` holds packets of 20, 10, 5 and 2.5 ms by their ticks.

    A decoder forgets at each of them what it heard before, but for what it still has to fade out;
    an encoder that hears nothing first makes them too, and goes on as if nothing had been before.
    `opus_head` is what an Ogg file of Opus begins with.
    """

    mp3: bytes
    opus: dict[int, bytes]
    opus_head: bytes


@cache
def silence(rate: int) -> Silence:
    """At 24 or 48 kHz, as the encoders themselves make it."""
    nothing = np.zeros(rate * PACKET_MS // 1000, dtype=np.float32)
    mp3, opus = Mp3Encoder(rate), OpusEncoder(rate)
    mp3.take(nothing)
    opus.take(nothing)
    packet = opus.finish()[0]
    # The first byte's upper five bits number the lengths of a mode from the shortest (RFC 6716,
    # 3.1); what follows is the same at each.
    shorter = {
        ticks: bytes([packet[0] - (at << 3)]) + packet[1:] for at, ticks in enumerate(_LENGTHS)
    }
    return Silence(mp3.finish(1), shorter, opus.head)
