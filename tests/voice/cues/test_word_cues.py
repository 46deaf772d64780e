from __future__ import annotations

import json
from itertools import pairwise

from hypothesis import given, settings

from broadsheet.galley.galley import Galley
from broadsheet.voice.cues.word_cues import word_cues
from broadsheet.voice.timeline import Timeline
from broadsheet.voice.utterance import Token
from tests.voice.cues.lit import in_utf16, lit
from tests.voice.cues.making import (
    make_galley,
    make_timeline,
    make_utterance,
    programmes,
    read_plainly,
    tokens_of,
)


def lit_words(galley: Galley, timeline: Timeline) -> list[str]:
    texts = {line.place: line.text for line in galley.lines}
    return [
        in_utf16(texts[sentence.place], word.start16, word.end16)
        for sentence in lit(word_cues(galley, timeline))
        for word in sentence.words
    ]


def test_the_bytes_are_as_the_page_reads_them() -> None:
    galley = make_galley("It rains. We wait.")
    assert word_cues(galley, read_plainly(galley)) == (
        b'{"version":1,"duration":2000,"lines":[["body.0",'
        b"[[0,500,0,9,[0,250,0,2,250,250,3,5]],"
        b"[1000,1500,10,18,[0,250,0,2,250,250,3,4]]]]]}"
    )


def test_each_word_is_lit_while_it_is_said() -> None:
    galley = make_galley("The pier opened on Tuesday.", headline="Pier opens")
    sentences = lit(word_cues(galley, read_plainly(galley)))
    assert [one.place for one in sentences] == ["headline", "body.1"]
    assert lit_words(galley, read_plainly(galley)) == [
        "Pier", "opens", "The", "pier", "opened", "on", "Tuesday",
    ]  # fmt: skip
    assert [word.start_ms for word in sentences[1].words] == [1000, 1250, 1500, 1750, 2000]
    assert sentences[1].words[-1].end_ms == sentences[1].whole.end_ms == 2250


def test_offsets_count_as_a_browser_does() -> None:
    galley = make_galley("😀 Ø is 𝒜lpha here.")
    assert lit_words(galley, read_plainly(galley)) == ["Ø", "is", "𝒜lpha", "here"]


def test_spoken_words_of_one_written_word_are_one_cue() -> None:
    galley = make_galley("In 2017 it rained.")
    said, year, *rest = tokens_of(galley, 0)
    tokens = (said, Token("twenty", year.words), Token("seventeen", year.words), *rest)
    timeline = make_timeline(make_utterance(galley, 0, tokens))
    assert lit_words(galley, timeline) == ["In", "2017", "it", "rained"]
    assert lit(word_cues(galley, timeline))[0].words[1].end_ms == 750


def test_the_dollars_of_a_sum_go_back_to_its_beginning() -> None:
    galley = make_galley("It cost $1.2 billion today.")
    it, cost, sum_, billion, today = tokens_of(galley, 0)
    dollars = Token("dollars", (*sum_.words, *billion.words))
    tokens = (it, cost, sum_, billion, dollars, today)
    timeline = make_timeline(make_utterance(galley, 0, tokens))
    assert lit_words(galley, timeline) == [
        "It", "cost", "$1.2", "billion", "$1.2 billion", "today",
    ]  # fmt: skip
    numbers = json.loads(word_cues(galley, timeline))["lines"][0][1][0][4]
    assert numbers[4 * 4 + 2] == -5


def test_a_short_gap_stays_lit_and_a_long_one_does_not() -> None:
    galley = make_galley("We wait.")
    for gap_seconds, lasts_ms in ((0.119, 369), (0.12, 250)):
        timeline = read_plainly(galley, gap_seconds=gap_seconds)
        first = lit(word_cues(galley, timeline))[0].words[0]
        assert first.end_ms - first.start_ms == lasts_ms


def test_parts_of_a_long_sentence_are_one_sentence() -> None:
    galley = make_galley("It rained, and we waited.")
    tokens = tokens_of(galley, 0)
    timeline = make_timeline(
        make_utterance(galley, 0, tokens[:2]), make_utterance(galley, 0, tokens[2:])
    )
    (sentence,) = lit(word_cues(galley, timeline))
    assert (sentence.whole.start_ms, sentence.whole.end_ms) == (0, 1750)
    assert [word.start_ms for word in sentence.words] == [0, 250, 1000, 1250, 1500]


def test_what_is_not_written_has_no_cue() -> None:
    galley = make_galley("Ida Brandt")
    opening = make_utterance(galley, 0, (Token("Hello", ()),))
    byline = make_utterance(galley, 0, (Token("by", ()), *tokens_of(galley, 0)))
    (sentence,) = lit(word_cues(galley, make_timeline(opening, byline)))
    assert sentence.whole.start_ms == 750
    assert [word.start_ms for word in sentence.words] == [1000, 1250]


def test_a_word_that_is_not_said_is_lit_with_the_one_before_it() -> None:
    galley = make_galley("We [sic] wait here.")
    we, _, wait, _ = tokens_of(galley, 0)
    timeline = make_timeline(make_utterance(galley, 0, (we, wait)))
    assert lit_words(galley, timeline) == ["We [sic", "wait here"]


def test_a_word_that_is_not_said_at_the_beginning_is_lit_with_the_next() -> None:
    galley = make_galley("[sic] We wait.")
    _, we, wait = tokens_of(galley, 0)
    timeline = make_timeline(make_utterance(galley, 0, (we, wait)))
    assert lit_words(galley, timeline) == ["sic] We", "wait"]


def test_lines_come_in_the_order_in_which_they_are_said() -> None:
    galley = make_galley("First. Second.", "Third.")
    order = [make_utterance(galley, number) for number in (2, 0, 1)]
    sentences = lit(word_cues(galley, make_timeline(*order)))
    assert [one.place for one in sentences] == ["body.1", "body.0", "body.0"]


@given(programmes())
@settings(deadline=None, max_examples=40)
def test_every_word_of_what_is_read_is_lit_at_its_time(programme: tuple[Galley, Timeline]) -> None:
    galley, timeline = programme
    sentences = lit(word_cues(galley, timeline))
    lines = {line.place: line for line in galley.lines}
    spans = {place: set[int]() for place in lines}
    for sentence in sentences:
        for word in sentence.words:
            spans[sentence.place].update(range(word.start16, word.end16))
    for line, word in galley.words:
        wanted = range(line.utf16(word.start), line.utf16(word.end))
        assert spans[line.place].issuperset(wanted)


@given(programmes())
@settings(deadline=None, max_examples=40)
def test_cues_tell_the_times_that_the_voice_told(programme: tuple[Galley, Timeline]) -> None:
    galley, timeline = programme
    starts = {
        round(start * 1000)
        for said in timeline.said
        for token, (start, _) in zip(said.utterance.tokens, said.times, strict=True)
        if token.words
    }
    sentences = lit(word_cues(galley, timeline))
    words = [word for sentence in sentences for word in sentence.words]
    assert {word.start_ms for word in words} <= starts
    assert all(one.start_ms <= next_one.start_ms for one, next_one in pairwise(words))
    assert all(word.start_ms < word.end_ms for word in words)
    gaps_ms = [
        following.start_ms - word.end_ms
        for sentence in sentences
        for word, following in pairwise(sentence.words)
    ]
    assert not [gap for gap in gaps_ms if 0 < gap < 120]


@given(programmes())
@settings(deadline=None, max_examples=40)
def test_a_sentence_is_lit_from_its_first_letter_to_its_last(
    programme: tuple[Galley, Timeline],
) -> None:
    galley, timeline = programme
    lines = {line.place: line.text for line in galley.lines}
    texts = [
        in_utf16(lines[one.place], one.whole.start16, one.whole.end16)
        for one in lit(word_cues(galley, timeline))
    ]
    assert texts == [
        line.text[sentence.start : sentence.end].rstrip()
        for line, sentence in galley.sentences
        if sentence.words
    ]
