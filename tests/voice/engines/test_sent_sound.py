from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
import soundfile

from broadsheet.voice.engine import EngineError
from broadsheet.voice.engines.post import Answer
from broadsheet.voice.engines.sent_sound import sent_sound

TONE = (np.sin(np.arange(12_000) * 0.1) * 0.5).astype(np.float32)


def encoded(kind: str, sound: np.ndarray = TONE) -> bytes:
    file = BytesIO()
    soundfile.write(file, sound, 24_000, format=kind)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["WAV", "FLAC", "OGG", "MP3"])
def test_sound_is_read_by_what_it_is(kind: str) -> None:
    sound, sample_rate = sent_sound(Answer(encoded(kind), "application/octet-stream"))
    assert sample_rate == 24_000
    assert sound.dtype == np.float32
    assert len(sound) == pytest.approx(len(TONE), abs=3_000)
    assert float(np.abs(sound).max()) == pytest.approx(0.5, abs=0.1)


def test_two_channels_become_one() -> None:
    sound, _ = sent_sound(Answer(encoded("WAV", np.stack([TONE, -TONE], axis=1)), "audio/wav"))
    assert sound.shape == TONE.shape
    assert float(np.abs(sound).max()) < 1e-4


def test_a_wav_that_was_sent_before_its_length_was_known_is_read_to_its_end() -> None:
    body = bytearray(encoded("WAV"))
    body[4:8] = body[40:44] = b"\xff\xff\xff\xff"
    sound, _ = sent_sound(Answer(bytes(body), "audio/wav"))
    assert np.allclose(sound, TONE, atol=1e-3)


def test_bare_samples_are_read_where_the_server_says_so() -> None:
    bare = (TONE * 32_767).astype("<i2").tobytes()
    sound, sample_rate = sent_sound(Answer(bare + b"\0", "audio/pcm"))
    assert sample_rate == 24_000
    assert np.allclose(sound, TONE, atol=1e-3)


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"<p>Hello</p>", "text/html"),
        (b"", "audio/wav"),
        (b"", "audio/pcm"),
        (b"\0" * 99, "audio/x"),
    ],
)
def test_what_is_no_sound_is_refused(body: bytes, media_type: str) -> None:
    with pytest.raises(EngineError, match=f"with {len(body)} bytes of {media_type}, which are no"):
        sent_sound(Answer(body, media_type))
