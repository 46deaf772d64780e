from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.galley.galley import Galley
from broadsheet.voice.script.clauses import LONGEST
from broadsheet.voice.script.saying import Saying
from broadsheet.voice.script.write import write
from broadsheet.voice.utterance import Script, Token
from tests.voice.script.making import galleys, make_galley, newsy_text, sayings

MOST_LETTERS = 1000
READ = {
    *("headline", "standfirst", "byline", "dateline"),
    *("heading", "paragraph", "item", "correction"),
}


def tokens(script: Script) -> list[Token]:
    return [token for utterance in script.utterances for token in utterance.tokens]


def is_letters(text: str) -> bool:
    return all(
        letter in "'- " or unicodedata.category(letter)[0] in {"L", "M"} for letter in text
    ) and any(letter.isalpha() for letter in text)


@settings(max_examples=200)
@given(galleys)
def test_whatever_is_written_is_said_in_letters(galley: Galley) -> None:
    for token in tokens(write(galley)):
        assert is_letters(token.text), token


@settings(max_examples=200)
@given(galleys)
def test_every_word_of_the_lines_that_are_read_is_heard(galley: Galley) -> None:
    heard = {number for token in tokens(write(galley)) for number in token.words}
    there = {word.number for line in galley.lines if line.role in READ for word in line.words}
    assert heard == there


@settings(max_examples=200)
@given(galleys)
def test_words_are_heard_in_the_order_of_their_sentence(galley: Galley) -> None:
    for utterance in write(galley).utterances:
        _, sentence = galley.sentences[utterance.sentence]
        numbers = {word.number for word in sentence.words}
        last = -1
        for token in utterance.tokens:
            assert set(token.words) <= numbers
            assert list(token.words) == sorted(set(token.words))
            if token.words:
                # The dollars of `$5 billion` go back to the first of their words, never further.
                assert token.words[-1] >= last
                last = token.words[-1]


@given(galleys)
def test_the_same_galley_gives_the_same_script(galley: Galley) -> None:
    assert write(galley) == write(galley)


@given(st.lists(newsy_text, min_size=1, max_size=60).map(" ".join))
def test_nothing_is_too_long_for_an_engine(text: str) -> None:
    for utterance in write(make_galley(("paragraph", text))).utterances:
        assert len(utterance.tokens) <= LONGEST


@given(newsy_text, st.sampled_from(["ko", "ja", "fr", "de-AT"]))
def test_another_language_is_given_word_by_word_as_it_is_written(text: str, tag: str) -> None:
    galley = make_galley(("paragraph", text), language=tag)
    said = [(token.text, token.words) for token in tokens(write(galley))]
    assert said == [(galley.word(n), (n,)) for n in range(len(galley.words))]


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000 + "th",
        "$" + "9" * 5000 + ".99",
        "9" * 5000 + "%",
        "F-" + "9" * 5000,
        "1-" * 3000,
        "a." * 3000,
        "AB-" * 3000 + " — x",
        "A" * 6000,
        "Ga" * 3000 + "-ri",
        "www." + "a9." * 3000 + "com",
        "Kim Jong " * 2000,
    ],
)
def test_a_page_of_rubbish_is_read_to_its_end_in_small_parts(text: str) -> None:
    galley = make_galley(("paragraph", text))
    script = write(galley)
    assert {number for token in tokens(script) for number in token.words} == set(
        range(len(galley.words))
    )
    assert max(len(utterance.tokens) for utterance in script.utterances) <= LONGEST
    assert max(len(utterance.text) for utterance in script.utterances) <= MOST_LETTERS


@given(galleys, st.lists(sayings, max_size=4))
def test_whatever_the_newsroom_says_every_word_is_heard_in_letters(
    galley: Galley, newsroom: list[Saying]
) -> None:
    script = write(galley, newsroom)
    heard = {number for token in tokens(script) for number in token.words}
    there = {word.number for line in galley.lines if line.role in READ for word in line.words}
    assert heard == there
    assert all(is_letters(token.text) for token in tokens(script))
