from __future__ import annotations

from collections.abc import Sequence

from broadsheet.voice.align.pronunciations import pronunciations
from broadsheet.voice.espeak import espeak

LISTED = {"read": ("R IY D", "R EH D"), "re": ("R EY",), "u": ("Y UW",), "n": ("EH N",)}


def ways(word: str) -> tuple[str, ...]:
    def listed(part: str) -> Sequence[str]:
        return LISTED.get(part, ())

    return pronunciations(word, listed=listed, phonemize=espeak("en-us"))


def test_a_listed_word_has_all_its_listed_ways_and_no_way_twice() -> None:
    assert ways("Read") == ("R IY D", "R EH D")


def test_a_word_that_nobody_listed_is_said_as_espeak_says_it() -> None:
    assert ways("Ostholm") == ("AA S TH OW M",)


def test_a_word_of_listed_parts_is_said_as_its_parts_are() -> None:
    assert ways("re-read")[0] == "R EY R IY D"
    assert len(ways("re-read")) == 2


def test_letters_apart_are_said_one_by_one() -> None:
    assert ways("U N") == ("Y UW EH N",)


def test_a_mark_has_no_way_to_be_said() -> None:
    assert ways("—") == ()
