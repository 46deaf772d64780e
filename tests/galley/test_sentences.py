from __future__ import annotations

import pytest
from hypothesis import given

from broadsheet.galley.sentences import sentence_spans
from tests.galley.making import gold, hostile, lines_of_text


@pytest.mark.parametrize("line", gold("sentences.txt"))
def test_a_sentence_ends_where_a_reader_would_end_it(line: str) -> None:
    marked = line.replace(" ‖ ", " ‖")
    text = marked.replace("‖", "")
    assert "‖".join(text[start:end] for start, end in sentence_spans(text)) == marked


@given(text=lines_of_text)
def test_sentences_leave_no_gap_in_a_line(text: str) -> None:
    spans = list(sentence_spans(text))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)


@given(text=lines_of_text)
def test_every_sentence_has_something_to_say_unless_its_line_has_nothing(text: str) -> None:
    spans = list(sentence_spans(text))
    has_words = [any(map(str.isalnum, text[start:end])) for start, end in spans]
    assert all(has_words) or len(spans) == 1


@given(text=lines_of_text, after=lines_of_text)
def test_where_a_sentence_has_ended_hardly_depends_on_what_comes_much_later(
    text: str, after: str
) -> None:
    """A correction at a paragraph's end leaves the sentences before it, and their sound, alone."""
    padding = "and so it went on for quite a while longer than anybody had thought it would, "
    before = list(sentence_spans(f"{text} {padding}"))[:-1]
    assert list(sentence_spans(f"{text} {padding}{after}"))[: len(before)] == before


def test_no_line_costs_more_than_in_proportion_to_its_length() -> None:
    """It would take hours otherwise: 200,000 characters, one thing over and over."""
    for line in hostile(200_000):
        assert sum(end - start for start, end in sentence_spans(line)) == len(line)
