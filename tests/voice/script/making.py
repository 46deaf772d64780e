"""A report and its parts for the script; text as hostile as it comes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from broadsheet.galley.compose import compose_text
from broadsheet.galley.galley import Galley, Role
from broadsheet.story import Section, Story
from broadsheet.voice.script.saying import Saying

# What breaks grammars of news: signs, digits, capitals, quotation marks, Korean, fractions, astral.
NEWSY = "0123456789.,:;-–—/'’\"“”()[]$€₩%°#@&+ aAbIVXxNovU.S.kmé가정½²½٣①𝟜🇰\u200d\u0301"
newsy_text = st.text(NEWSY, max_size=80) | st.text(max_size=80)
ROLES: tuple[Role, ...] = (
    "kicker",
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "heading",
    "paragraph",
    "item",
    "quote",
    "attribution",
    "title",
    "caption",
    "correction",
)
galleys = st.builds(
    compose_text,
    st.lists(st.tuples(st.sampled_from(ROLES), newsy_text), max_size=6).map(tuple),
    language=st.sampled_from(["en", "en-GB"]),
)

# Sayings that check() takes, for words that the texts above are made of.
sayings = st.builds(
    Saying,
    st.text("aAbIVX09 .S$½-'", min_size=1, max_size=5).filter(
        lambda one: bool(Saying(one, "").words)
    ),
    st.sampled_from(["JUNG uhn", "lee-HIGH", "brrr", "/dʒʌŋˈuːn/", "/a b c/"]),
    st.sampled_from(["", "en", "ko"]),
)


def make_galley(*lines: tuple[Role, str], language: str = "en") -> Galley:
    return compose_text(lines, language=language)


def make_story(**changes: Any) -> Story:
    facts: dict[str, Any] = {
        "id": "7",
        "path": "/city/harbour/crane/",
        "headline": "The east crane moves again",
        "published_at": dt.datetime(2031, 5, 4, 22, 30, tzinfo=dt.UTC),
        "sections": (Section(name="City", path="/city/"),),
    }
    return Story(**{**facts, **changes})
