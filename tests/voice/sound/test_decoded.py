from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.voice.sound.decoded import decoded
from broadsheet.voice.sound.error import SoundError


@pytest.mark.parametrize("content", [b"", b"This is no sound, though it goes on for a while."])
def test_what_does_not_decode_is_an_error_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(content)
    with pytest.raises(SoundError, match=r"a.mp3 does not decode \(.*\); voice it again"):
        list(decoded(path))
