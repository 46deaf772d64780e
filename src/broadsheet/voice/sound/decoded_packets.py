"""Frames of MP3 or packets of Opus → the samples that a listener gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, cast

import av
from av.audio.codeccontext import AudioCodecContext

from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.take import Samples

Decoder = Literal["mp3float", "opus"]


def decoded_packets(
    packets: Iterable[bytes], by: Decoder, *, head: bytes = b""
) -> Iterator[Samples]:
    """Mono, in blocks. `head` is that of an Opus file. Raises SoundError at what is none.

    Opus comes at 48 kHz, without the samples before the first that went in.
    """
    decoder = cast("AudioCodecContext", av.CodecContext.create(by, "r"))
    if head:
        decoder.extradata = head
    try:
        for packet in packets:
            for frame in decoder.decode(av.Packet(packet)):
                yield frame.to_ndarray()[0]
        for frame in decoder.decode(None):
            yield frame.to_ndarray()[0]
    except av.FFmpegError as error:
        raise SoundError(f"what was encoded does not decode ({error}); voice it again") from error
