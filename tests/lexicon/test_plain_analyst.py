from __future__ import annotations

import pytest

from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.plain_analyst import PlainAnalyst
from tests.lexicon.making import make_galley


@pytest.mark.parametrize(
    ("sentence", "word", "part", "tag"),
    [
        ("The plan was good.", "plan", "noun", "NN"),
        ("They plan the harbor.", "plan", "verb", "VB"),
        ("They want to plan it.", "plan", "verb", "VB"),
        ("It was discussed.", "discussed", "verb", "VBD"),
        ("She discusses it.", "discusses", "verb", "VBZ"),
        ("The plans failed.", "plans", "noun", "NNS"),
    ],
)
def test_the_words_beside_it_tell_what_a_word_is(
    small: Dictionaries, sentence: str, word: str, part: str, tag: str
) -> None:
    readings = {one.written: one for one in PlainAnalyst(small).read(make_galley(sentence))}
    assert (readings[word].part, readings[word].tag) == (part, tag)


def test_every_galley_word_has_a_reading_at_its_number(small: Dictionaries) -> None:
    galley = make_galley("“Go!” said Ida Brandt — twice.", "In 2031 it cost $4.2 million.")
    readings = PlainAnalyst(small).read(galley)
    assert [one.number for one in readings] == list(range(len(galley.words)))
    assert {one.written: one.kind for one in readings} == {
        "Go": "content", "said": "content", "Ida": "name", "Brandt": "name", "twice": "content",
        "In": "function", "2031": "number", "it": "function", "cost": "content", "$4.2": "number",
        "million": "content",
    }  # fmt: skip


def test_a_possessive_is_looked_up_without_its_ending(small: Dictionaries) -> None:
    (reading, *_) = PlainAnalyst(small).read(make_galley("Harbor’s end."))
    assert reading.base == "harbor"
