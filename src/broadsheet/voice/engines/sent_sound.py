"""What a server sent → samples."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import soundfile

from broadsheet.voice.engine import EngineError
from broadsheet.voice.engines.post import Answer
from broadsheet.voice.take import Samples

# Bare samples: OpenAI's `pcm` is 16 bits with the low byte first, 24,000 a second, in mono.
_BARE = frozenset({"audio/pcm", "audio/x-pcm", "audio/raw", "application/octet-stream"})
_BARE_RATE = 24_000


def sent_sound(answer: Answer) -> tuple[Samples, int]:
    """Mono samples in [-1, 1] and their rate in Hz.

    WAV, FLAC, MP3 and Ogg are read by what they are, whatever the server calls them. Raises
    EngineError for what is no sound.
    """
    try:
        sound, sample_rate = soundfile.read(BytesIO(answer.body), dtype="float32", always_2d=True)
    except soundfile.SoundFileError as error:
        if answer.media_type in _BARE and answer.body:
            whole = answer.body[: len(answer.body) // 2 * 2]
            return np.frombuffer(whole, "<i2").astype(np.float32) / np.float32(32_768), _BARE_RATE
        raise EngineError(
            f"it answered with {len(answer.body)} bytes of {answer.media_type}, which are no sound"
            " that can be read"
        ) from error
    return sound.mean(axis=1).astype(np.float32), int(sample_rate)
