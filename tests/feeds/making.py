"""A paper, a report and its parts, to be changed by name; text that wants to break out."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from broadsheet.newspaper import Episode, Newspaper
from broadsheet.story import (
    Correction,
    Credit,
    Paragraph,
    Person,
    Photo,
    Rendition,
    Section,
    Sound,
    Story,
    Teaser,
    Text,
    Topic,
)

PUBLISHED_AT = dt.datetime(2031, 5, 4, 22, 30, tzinfo=dt.UTC)
HARBOUR = Section(name="Harbour", path="/city/harbour/")
CITY = Section(name="City", path="/city/")


def make_newspaper(**changes: Any) -> Newspaper:
    paper = Newspaper(
        name="The Quayside Courier",
        url="https://courier.example",
        tagline="News from the water's edge",
        time_zone="Asia/Seoul",
        standards_path="/standards/",
    )
    return replace(paper, **changes)


def make_rendition(**changes: Any) -> Rendition:
    card = Rendition(path="/photos/7/card.jpg", width=1200, height=630, media_type="image/jpeg")
    return replace(card, **changes)


def make_photo(**changes: Any) -> Photo:
    photo = Photo(
        caption="The east crane at dawn.",
        alt="A crane over still water",
        credit="Mina Oh",
        rights="© The Quayside Courier",
        renditions=(
            make_rendition(path="/photos/7/480.webp", width=480, height=320),
            make_rendition(path="/photos/7/1600.webp", width=1600, height=1067),
        ),
        card=make_rendition(),
    )
    return replace(photo, **changes)


def make_story(**changes: Any) -> Story:
    story = Story(
        id="41",
        path="/city/harbour/crane-moves-again/",
        headline="The east crane moves again",
        published_at=PUBLISHED_AT,
        sections=(CITY, HARBOUR),
        standfirst="After eleven weeks the port lifts its first box.",
        byline=(Credit(person=Person(name="Ida Brandt", path="/authors/ida-brandt/")),),
        lead=make_photo(),
        body=(Paragraph(Text("It rose at six. Nobody cheered.")),),
        topics=(Topic(name="Port", path="/topics/port/"),),
    )
    return replace(story, **changes)


def make_teaser(**changes: Any) -> Teaser:
    teaser = Teaser(
        id="41",
        path="/city/harbour/crane-moves-again/",
        headline="The east crane moves again",
        published_at=PUBLISHED_AT,
        standfirst="After eleven weeks the port lifts its first box.",
        section=HARBOUR,
        writers=("Ida Brandt",),
        photo=make_photo(),
    )
    return replace(teaser, **changes)


def make_sound(**changes: Any) -> Sound:
    sound = Sound(
        mp3_path="/sound/41-3fa9c1d2e0.mp3",
        mp3_bytes=1_497_600,
        opus_path="/sound/41-77b0c1aa54.opus",
        opus_bytes=561_042,
        captions_path="/sound/41-0d9e8f7a6b.vtt",
        cues_path="/sound/41-5c4b3a2918.json",
        milliseconds=187_480,
        voice="Joe",
    )
    return replace(sound, **changes)


def make_episode(sound: Sound | None = None, **changes: Any) -> Episode:
    return Episode(make_teaser(**changes), sound or make_sound())


# Every code point there is, halves of surrogate pairs too, and the strings that end a context.
_PIECES = st.one_of(
    st.characters(exclude_categories=()),
    st.sampled_from(
        (
            *("</script>", "<!--", "-->", "]]>", "<?x", "&amp;", "&#0;", '"', "'", "\\", "%zz"),
            *("\r\n", "\x00", "\x0b", "\x85", "\u2028", "\u2029", "\ufffe"),
            *("\ud83d", "\ude00", "한", "😀"),
        )
    ),
)
hostile_text = st.lists(_PIECES, max_size=12).map("".join)
hostile_paths = hostile_text.map("/{}".format)
moments = st.datetimes(
    dt.datetime(1860, 1, 1),  # noqa: DTZ001  # Hypothesis adds the zones to naive bounds
    dt.datetime(2200, 1, 1),  # noqa: DTZ001  # likewise
    timezones=st.timezones() | st.just(dt.UTC),
)

_photos = st.builds(
    make_photo,
    caption=hostile_text,
    credit=hostile_text,
    rights=hostile_text,
    card=st.builds(make_rendition, path=hostile_paths, media_type=hostile_text),
)
_people = st.builds(Person, name=hostile_text, path=hostile_paths | st.just(""), title=hostile_text)
_sections = st.builds(Section, name=hostile_text, path=hostile_paths)
newspapers = st.builds(
    make_newspaper,
    name=hostile_text,
    tagline=hostile_text,
    language=hostile_text,
    standards_path=hostile_paths | st.just(""),
    time_zone=st.sampled_from(["UTC", "Asia/Seoul", "America/St_Johns", "Asia/Kathmandu"]),
)
sounds = st.builds(
    make_sound,
    mp3_path=hostile_paths,
    mp3_bytes=st.integers(1, 10**9),
    opus_path=hostile_paths,
    opus_bytes=st.integers(1, 10**9),
    captions_path=hostile_paths,
    milliseconds=st.integers(1, 10**8),
    voice=hostile_text,
)
stories = st.builds(
    make_story,
    path=hostile_paths,
    headline=hostile_text,
    published_at=moments,
    updated_at=st.none() | moments,
    sections=st.lists(_sections, min_size=1, max_size=3).map(tuple),
    language=hostile_text,
    standfirst=hostile_text,
    dateline=hostile_text,
    byline=st.lists(st.builds(Credit, person=_people, role=hostile_text), max_size=3).map(tuple),
    lead=st.none() | _photos,
    topics=st.lists(st.builds(Topic, name=hostile_text, path=st.just("/")), max_size=2).map(tuple),
    corrections=st.lists(
        st.builds(Correction, text=hostile_text, corrected_at=moments), max_size=2
    ).map(tuple),
    sound=st.none() | sounds,
)
teasers = st.builds(
    make_teaser,
    path=hostile_paths,
    headline=hostile_text,
    published_at=moments,
    updated_at=st.none() | moments,
    standfirst=hostile_text,
    section=st.none() | _sections,
    writers=st.lists(hostile_text, max_size=2).map(tuple),
    photo=st.none() | _photos,
    language=hostile_text,
)

episodes = st.builds(Episode, teasers, sounds)


def whole(text: str) -> str:
    """`text` as UTF-8 can carry it."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def in_xml(text: str) -> str:
    """What of `text` XML 1.0 can carry: the production Char of section 2.2."""
    return "".join(
        one
        for one in whole(text)
        if one in "\t\n\r"
        or " " <= one <= "\ud7ff"
        or "\ue000" <= one <= "\ufffd"
        or one > "\uffff"
    )
