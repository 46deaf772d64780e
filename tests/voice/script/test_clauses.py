from __future__ import annotations

from broadsheet.voice.script.clauses import LONGEST, clauses
from broadsheet.voice.script.said import Said


def words(text: str) -> list[Said]:
    """A word for each word, with the pause that its mark asks for."""
    return [
        Said(one.rstrip(",;"), 0, 0, pause=one[-1] if one[-1] in ",;" else "")  # type: ignore[arg-type]
        for one in text.split()
    ]


def ends(text: str) -> list[tuple[str, str]]:
    """The last word of each part and the melody that it ends in."""
    return [(said[-1].text, ending) for said, ending, _ in clauses(words(text), "?", 350)]


def test_a_short_sentence_stays_whole() -> None:
    assert ends("a, b; " * 20 + "c") == [("c", "?")]


def test_the_strongest_mark_near_the_middle_parts_a_long_sentence() -> None:
    assert ends("a " * 30 + "b, " + "a " * 8 + "c; " + "a " * 25 + "d") == [("c", ";"), ("d", "?")]


def test_without_a_mark_it_is_parted_before_a_word_that_joins() -> None:
    assert ends("a " * 29 + "b and " + "a " * 33 + "d") == [("b", ","), ("d", "?")]


def test_without_anything_it_is_parted_in_the_middle() -> None:
    parts = clauses(words("a " * 100), ".", 350)
    assert [len(said) for said, _, _ in parts] == [50, 50]


def test_long_words_count_for_several() -> None:
    parts = clauses([Said("a" * 30, 0, 0)] * LONGEST, ".", 350)
    assert len(parts) > 1
