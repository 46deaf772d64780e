from __future__ import annotations

import pytest

from broadsheet.voice.script.spelled import spelled


@pytest.mark.parametrize(
    ("letters", "ending", "text", "ipa"),
    [
        ("UN", "", "U N", "jˌuːˈɛn"),
        ("A", "", "A", "ˈeɪ"),
        ("MP", "s", "M Ps", "ˌɛmpˈiːz"),
        ("US", "'s", "U S's", "jˌuːˈɛsᵻz"),
    ],
)
def test_the_last_letter_has_the_stress(letters: str, ending: str, text: str, ipa: str) -> None:
    said = spelled(letters, 0, 2, ending=ending)
    assert (said.text, said.ipa) == (text, ipa)


def test_letters_of_another_script_are_left_to_the_voice() -> None:
    said = spelled("СА", 0, 2)
    assert (said.text, said.ipa) == ("С А", "")
