from __future__ import annotations

import pytest

from broadsheet.wire.prose import ends_sentence, is_prose, sameness, size


@pytest.mark.parametrize(
    "text",
    [
        "He left.",
        "“We are glad,” she said.",
        "She said: “We are glad.”",
        "등대가 불을 밝혔다.",
        "灯台が公開された。",
        "word " * 40,
        "The ministry listed three points:",
        '"No," he said. "Why would I?"',
    ],
)
def test_sentences_are_prose(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "The pier stays open",
        "Will the pier stay open?",
        "Mayor: “We will not sell the pier”",
        "Seoul to hold talks with U.S.",
        "Key points:",
        "솔섬 등대, 백 년 만에 다시 불 밝힌다",
    ],
)
def test_headlines_and_headings_are_none(text: str) -> None:
    assert not is_prose(text)


def test_a_full_stop_counts_behind_quotation_marks_and_brackets() -> None:
    assert ends_sentence("(She said so.”)")
    assert not ends_sentence("She said so”")


def test_words_are_counted_where_they_are_written_without_spaces() -> None:
    assert (size("one two three"), size("北浦の灯台、半世紀ぶりに公開")) == (3, 4)


def test_two_printings_of_a_line_are_the_same_whatever_their_signs() -> None:
    assert sameness("“The pier” — open!") == sameness("The Pier: 'open'")
