from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.voice.engines.spans import token_spans
from broadsheet.voice.espeak import espeak

phonemes = st.text("aeioubdkst ˈː", max_size=12)


def found(text: str) -> list[tuple[str, str]]:
    """Each word with its part of the phonemes of the whole; `_` stands for a space in a word."""
    phonemize = espeak("en-us")
    words = [word.replace("_", " ") for word in text.split()]
    sentence = phonemize(" ".join(words))
    spans = token_spans(sentence, [phonemize(word) for word in words])
    return [(word, sentence[start:end]) for word, (start, end) in zip(words, spans, strict=True)]


def test_words_that_are_run_together_are_told_apart() -> None:
    assert found("some of the boats in the bay")[1:6] == [
        ("of", "ʌv"),
        ("the", "ðə"),
        ("boats", "bˈoʊts"),
        ("in", "ɪn"),
        ("the", "ðə"),
    ]


def test_words_keep_the_weak_forms_and_links_of_their_sentence() -> None:
    assert found("that it is an old idea")[:2] == [("that", "ðˌɐɾ"), ("it", "ɪt")]
    assert found("that")[0] == ("that", "ðˈæt")


def test_letters_apart_are_one_token() -> None:
    assert found("the U_N said so")[1:3] == [("U N", "jˈuː ˈɛn"), ("said", "sˈɛd")]


def test_what_has_no_sound_has_an_empty_span() -> None:
    assert found("they ' left")[1] == ("'", "")


def test_words_of_several_parts_are_found_whole() -> None:
    text = "The vice-president's re-elected mother-in-law would've left by twenty-one"
    assert [word for word, said in found(text) if not said] == []
    assert dict(found(text))["mother-in-law"] == "mˈʌðɚɹɪnlˈɔː"


@given(st.lists(phonemes, max_size=8), phonemes)
def test_spans_rise_and_hold_every_phoneme(alone: list[str], sentence: str) -> None:
    spans = token_spans(sentence, alone)
    assert len(spans) == len(alone)
    marks = [mark for span in spans for mark in span]
    assert marks == sorted(marks)
    if alone:
        held = "".join(sentence[start:end] for start, end in spans)
        assert held.replace(" ", "") == sentence.replace(" ", "")
        assert all(not sentence[start:end].startswith(" ") for start, end in spans)


@given(st.lists(phonemes.map(str.strip).filter(bool), min_size=1, max_size=8))
def test_a_sentence_of_nothing_but_its_tokens_is_cut_where_they_were_joined(
    alone: list[str],
) -> None:
    sentence = " ".join(alone)
    spans = token_spans(sentence, alone)
    assert [sentence[start:end] for start, end in spans] == alone


@pytest.mark.parametrize("words", [400, 3])
def test_a_long_sentence_is_cut_as_rightly_as_a_short_one(words: int) -> None:
    alone = [f"b{'a' * (at % 5 + 1)}d" for at in range(words)]
    sentence = "".join(alone)
    assert [sentence[start:end] for start, end in token_spans(sentence, alone)] == alone
