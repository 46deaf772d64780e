from __future__ import annotations

from typing import Any

import pytest

from broadsheet.lexicon.base_form import base_form
from broadsheet.lexicon.dictionaries import Dictionaries


@pytest.mark.parametrize(
    ("written", "part", "tag", "base"),
    [
        ("ships", "noun", "NNS", "ship"),
        ("crises", "noun", "NNS", "crisis"),
        ("men", "noun", "NNS", "man"),
        ("discussing", "verb", "VBG", "discuss"),
        ("planned", "verb", "VBD", "plan"),
        ("carries", "verb", "VBZ", "carry"),
        ("drawn", "verb", "VBN", "draw"),
        ("drew", "verb", "VBD", "draw"),
        ("went", "verb", "VBD", "go"),
        ("biggest", "adjective", "JJS", "big"),
        ("faster", "adverb", "RBR", "fast"),
        ("Ship", "noun", "NN", "ship"),
        ("arms", "noun", "NNS", "arm"),
    ],
)
def test_a_known_word_has_its_headword_for_a_base(
    small: Dictionaries, written: str, part: Any, tag: str, base: str
) -> None:
    assert base_form(written, part, tag, small) == base


@pytest.mark.parametrize(
    ("written", "part", "tag", "base"),
    [
        ("drones", "noun", "NNS", "drone"),
        ("subsidies", "noun", "NNS", "subsidy"),
        ("branches", "noun", "NNS", "branch"),
        ("vetting", "verb", "VBG", "vet"),
        ("digitized", "verb", "VBD", "digitize"),
        ("tweeted", "verb", "VBD", "tweet"),
        ("levied", "verb", "VBN", "levy"),
    ],
)
def test_a_word_that_no_dictionary_has_follows_the_rules_of_spelling(
    small: Dictionaries, written: str, part: Any, tag: str, base: str
) -> None:
    assert base_form(written, part, tag, small) == base
