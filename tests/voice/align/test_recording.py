from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from broadsheet.voice.align.recording import Filed, Held
from broadsheet.voice.engine import EngineError

TONE = (np.sin(np.arange(44_100 * 3) * 0.05) * 0.5).astype(np.float32)


def test_a_window_has_16000_numbers_in_a_second() -> None:
    recording = Held(TONE, 44_100)
    assert recording.seconds == 3.0
    assert len(recording.window(0.5, 1.75)) == 20_000


def test_a_window_of_a_file_is_that_of_the_sound_in_it(tmp_path: Path) -> None:
    path = tmp_path / "tone.wav"
    soundfile.write(path, np.stack([TONE, TONE], axis=1), 44_100, subtype="FLOAT")
    recording = Filed(path)
    assert recording.seconds == 3.0
    assert np.array_equal(recording.window(1.0, 2.0), Held(TONE, 44_100).window(1.0, 2.0))


def test_sound_that_is_too_loud_is_cut_and_does_not_turn_over() -> None:
    assert int(Held(TONE * 4, 16_000).window(0.0, 1.0).max()) == 32_000


def test_a_file_that_is_no_sound_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tone.wav"
    path.write_text("no sound")
    with pytest.raises(EngineError, match=r"tone\.wav cannot be read as sound .*; give a WAV"):
        Filed(path)
