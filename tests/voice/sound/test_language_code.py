from __future__ import annotations

import pytest

from broadsheet.voice.sound.language_code import language_code


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("en", "eng"),
        ("en-GB", "eng"),
        ("KO", "kor"),
        ("zh-Hant", "zho"),
        ("haw", "haw"),
        ("xx", ""),
    ],
)
def test_a_language_has_three_letters_or_none(language: str, code: str) -> None:
    assert language_code(language) == code
