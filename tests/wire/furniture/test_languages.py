from __future__ import annotations

import dataclasses

import pytest

from broadsheet.wire.furniture.languages import LANGUAGES, any_of, phrases

LISTS = [
    (tag, field.name)
    for tag, words in LANGUAGES.items()
    for field in dataclasses.fields(words)
    if isinstance(getattr(words, field.name), str) and field.name != "language"
]


@pytest.mark.parametrize(("tag", "name"), LISTS)
def test_every_phrase_is_in_lower_case_and_stands_once(tag: str, name: str) -> None:
    listed = phrases(getattr(LANGUAGES[tag], name))
    assert [phrase for phrase in listed if phrase != phrase.lower()] == []
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_has_the_furniture_that_every_page_has(tag: str) -> None:
    words = LANGUAGES[tag]
    assert words.language == tag
    for name in ("tools", "navigation", "related", "most_read", "comments", "copyright", "home"):
        assert phrases(getattr(words, name)), name


def test_a_longer_phrase_is_tried_before_the_one_that_begins_it() -> None:
    assert any_of(frozenset({"read", "read more", "a+b"})) == r"read\ more|read|a\+b"
