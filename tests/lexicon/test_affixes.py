from __future__ import annotations

import pytest

from broadsheet.lexicon.affixes import pieces

KNOWN = frozenset("nuclear happy weapon armed korean wide state run country plan smoke".split())


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("denuclearization", ["de-", "nuclear", "-ization"]),
        ("unhappiness", ["un-", "happy", "-ness"]),
        ("weaponize", ["weapon", "-ize"]),
        ("nuclear-armed", ["nuclear", "armed"]),
        ("inter-korean", ["inter-", "korean"]),
        ("countrywide", ["country", "-wide"]),
        ("replan", ["re-", "plan"]),
        ("planner", ["plan", "-er"]),
        ("smoker", ["smoke", "-er"]),
    ],
)
def test_a_derived_word_comes_apart_at_its_affixes(word: str, parts: list[str]) -> None:
    assert [piece.written for piece in pieces(word, KNOWN.__contains__)] == parts


@pytest.mark.parametrize("word", ["yongbyon", "redo", "-", "xx-yy", "nuclear-"])
def test_a_word_that_is_made_of_nothing_known_stays_whole(word: str) -> None:
    assert pieces(word, KNOWN.__contains__) == ()


def test_affixes_are_explained_and_the_stem_is_left_to_the_dictionary() -> None:
    assert [piece.gloss for piece in pieces("replan", KNOWN.__contains__)] == ["again", ""]
