from __future__ import annotations

import pytest

from broadsheet.voice.script.endings import with_s


@pytest.mark.parametrize(
    ("ipa", "with_its_s"),
    [("bˈʊk", "bˈʊks"), ("dˈɑːɡ", "dˈɑːɡz"), ("bˈʌs", "bˈʌsᵻz"), ("dʒˈʌdʒ", "dʒˈʌdʒᵻz")],
)
def test_the_s_is_said_as_english_says_it(ipa: str, with_its_s: str) -> None:
    assert with_s(ipa) == with_its_s
