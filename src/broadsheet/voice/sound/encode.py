"""A mastered sound → frames of MP3 and packets of Opus."""

from __future__ import annotations

from collections.abc import Iterable

from broadsheet.voice.sound.mp3_encoder import Mp3Encoder
from broadsheet.voice.sound.opus_encoder import OpusEncoder
from broadsheet.voice.sound.reel import FRAME_MS, PACKET_MS
from broadsheet.voice.take import Samples


def encode(sound: Iterable[Samples], rate: int) -> tuple[bytes, tuple[bytes, ...]]:
    """Both in one go through the sound, which is mono at 24 or 48 kHz.

    The same sound gives the same bytes. There are as many frames as the packets last, and a few
    hundredths of a second of silence at the end of both.
    """
    mp3, opus = Mp3Encoder(rate), OpusEncoder(rate)
    for block in sound:
        mp3.take(block)
        opus.take(block)
    packets = opus.finish()
    frames = -(-len(packets) * PACKET_MS // FRAME_MS)
    return mp3.finish(frames), packets
