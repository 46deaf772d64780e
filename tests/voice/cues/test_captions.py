from __future__ import annotations

import html
import io
import re
from itertools import pairwise

import pytest
import webvtt
from hypothesis import given, settings

from broadsheet.galley.galley import Galley
from broadsheet.voice.cues.captions import captions
from broadsheet.voice.timeline import Timeline
from broadsheet.voice.utterance import Token
from tests.voice.cues.making import (
    make_galley,
    make_timeline,
    make_utterance,
    programmes,
    read_plainly,
    tokens_of,
)

LONG = (
    "The harbour council voted on Tuesday to build a new pier, and nobody who had sat through "
    "the eleven years of plans, protests and postponements expected the vote to be as close as "
    "it was."
)


def shown(text: str) -> list[tuple[int, int, str]]:
    """What a player makes of it: start and end in milliseconds, and the words."""
    return [
        (_ms(cue.start), _ms(cue.end), html.unescape(cue.raw_text))
        for cue in webvtt.from_buffer(io.StringIO(text))
    ]


def test_the_text_is_webvtt() -> None:
    galley = make_galley("Rain & wind > < fog. We wait.")
    assert captions(galley, read_plainly(galley)) == (
        "WEBVTT\n"
        "\n00:00:00.000 --> 00:00:00.750\nRain &amp; wind &gt; &lt; fog.\n"
        "\n00:00:01.250 --> 00:00:01.750\nWe wait.\n"
    )


def test_a_programme_may_last_for_more_than_an_hour() -> None:
    galley = make_galley(*["It rains and we wait here."] * 1900)
    starts = [start for start, _, _ in shown(captions(galley, read_plainly(galley)))]
    assert starts[-1] == 1899 * 2000


def test_a_long_sentence_is_cut_into_captions_of_two_short_lines() -> None:
    galley = make_galley(LONG)
    cues = shown(captions(galley, read_plainly(galley)))
    assert len(cues) == 3
    assert " ".join(" ".join(text.splitlines()) for _, _, text in cues) == LONG
    for _, _, text in cues:
        assert len(text.splitlines()) <= 2
        assert all(len(line) <= 42 for line in text.splitlines())
    lengths = [len(text) for _, _, text in cues]
    assert max(lengths) - min(lengths) < 20


def test_a_part_of_a_sentence_is_shown_when_its_first_word_is_said() -> None:
    galley = make_galley(LONG)
    cues = shown(captions(galley, read_plainly(galley)))
    words = LONG.split()
    for start_ms, _, text in cues:
        assert words[start_ms // 250] == text.split()[0]
    assert all(end == start for (_, end, _), (start, _, _) in pairwise(cues))


@pytest.mark.parametrize("text", ["https://courier.example/" + "pier/" * 20, "It " + "Ø" * 90])
def test_a_word_that_is_longer_than_a_line_is_not_cut(text: str) -> None:
    galley = make_galley(text)
    shown_words = [
        word
        for _, _, text in shown(captions(galley, read_plainly(galley)))
        for word in text.split()
    ]
    assert shown_words == text.split()


def test_what_is_said_without_being_written_is_shown_in_its_place() -> None:
    galley = make_galley("We wait.")
    opening = make_utterance(galley, 0, (Token("read", ()), Token("aloud", ())))
    timeline = make_timeline(opening, make_utterance(galley, 0, tokens_of(galley, 0)))
    assert shown(captions(galley, timeline)) == [(0, 500, "Read aloud."), (1000, 1500, "We wait.")]


@given(programmes())
@settings(deadline=None, max_examples=40)
def test_captions_show_what_is_written_in_the_order_in_which_it_is_heard(
    programme: tuple[Galley, Timeline],
) -> None:
    galley, timeline = programme
    cues = shown(captions(galley, timeline))
    written = " ".join(
        line.text[sentence.start : sentence.end]
        for line, sentence in galley.sentences
        if sentence.words
    )
    assert " ".join(text for _, _, text in cues).split() == written.split()
    assert all(start < end for start, end, _ in cues)
    assert all(start <= following for (start, _, _), (following, _, _) in pairwise(cues))


def _ms(clock: str) -> int:
    found = re.fullmatch(r"(\d\d):(\d\d):(\d\d)\.(\d{3})", clock)
    assert found
    hours, minutes, seconds, thousandths = map(int, found.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
