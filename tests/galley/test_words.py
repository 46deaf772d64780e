from __future__ import annotations

import pytest
from hypothesis import given

from broadsheet.galley.words import word_spans
from tests.galley.making import gold, hostile, lines_of_text


@pytest.mark.parametrize("line", gold("words.txt"))
def test_a_word_is_what_a_reader_would_point_at(line: str) -> None:
    text, _, words = line.partition("⇒")
    assert [text[start:end] for start, end in word_spans(text)] == words.split()


@given(text=lines_of_text)
def test_words_rise_and_do_not_overlap_and_hold_no_space(text: str) -> None:
    free = 0
    for start, end in word_spans(text):
        assert free <= start < end <= len(text)
        assert not any(map(str.isspace, text[start:end]))
        free = end


@given(text=lines_of_text)
def test_every_letter_and_digit_is_in_exactly_one_word(text: str) -> None:
    spoken = [at for start, end in word_spans(text) for at in range(start, end)]
    assert [at for at in spoken if text[at].isalnum()] == [
        at for at, character in enumerate(text) if character.isalnum()
    ]


@given(text=lines_of_text)
def test_every_word_holds_a_letter_or_a_digit(text: str) -> None:
    assert all(any(map(str.isalnum, text[start:end])) for start, end in word_spans(text))


@given(text=lines_of_text)
def test_no_mark_is_torn_from_its_letter(text: str) -> None:
    for _, end in word_spans(f"{text}e\u0301x e\u0301"):
        assert f"{text}e\u0301x e\u0301 "[end] != "\u0301"


def test_no_line_costs_more_than_in_proportion_to_its_length() -> None:
    """It would take hours otherwise: 200,000 characters, one thing over and over."""
    for line in hostile(200_000):
        free = 0
        for start, end in word_spans(line):
            assert free <= start < end
            free = end
