"""Gold lists, a story with text in every place, and text that wants to be set wrongly."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from broadsheet.story import (
    Aside,
    Block,
    Correction,
    Credit,
    Embed,
    Figure,
    Gallery,
    Heading,
    Listing,
    Paragraph,
    Person,
    Photo,
    PullQuote,
    Section,
    Story,
    Teaser,
    Text,
)

PUBLISHED_AT = dt.datetime(2031, 5, 4, 22, 30, tzinfo=dt.UTC)


def gold(name: str) -> list[str]:
    """The lines of a gold list beside this file, without its comments and headings."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("# ", "## "))]


def make_story(**changes: Any) -> Story:
    story = Story(
        id="41",
        path="/city/crane/",
        headline="The east crane moves again",
        published_at=PUBLISHED_AT,
        sections=(Section(name="City", path="/city/"),),
        kicker="Harbour",
        standfirst="After eleven weeks the port lifts its first box.",
        dateline="NORTH HARBOUR",
        byline=(
            Credit(person=Person(name="Ida Brandt")),
            Credit(person=Person(name="Mina Oh"), role="photography"),
        ),
        lead=Photo(caption="The crane at dawn. It is red.", alt="A crane", credit="MINA OH"),
        body=(
            Paragraph(Text("It rose at six. Nobody cheered.")),
            Heading("What comes next"),
            Figure(Photo(caption="The second crane.")),
            Gallery(title="Cranes", photos=(Photo(caption="One."), Photo(caption="Two."))),
            PullQuote(text="“It is time.”", attribution="Otto Riis, harbour master"),
            Listing(items=(Text("Bread"), Text("Salt")), is_ordered=True),
            Listing(items=(Text("Rope"),)),
            Embed(url="https://elsewhere.example/", title="A film"),
            Aside(
                title="More",
                teasers=(Teaser(id="1", path="/a/", headline="Other", published_at=PUBLISHED_AT),),
            ),
        ),
        corrections=(Correction(text="It was ten weeks.", corrected_at=PUBLISHED_AT),),
    )
    return replace(story, **changes)


# What the rules look at, beside any character that there is.
_PIECES = st.one_of(
    st.characters(exclude_categories=()),
    st.sampled_from(
        (
            *(
                " ",
                "  ",
                "\n",
                "\u00a0",
                ".",
                "..",
                "...",
                "…",
                "!",
                "?",
                "。",
                "？",
                ",",
                ":",
                "/",
            ),
            *("“", "”", "‘", "’", '"', "'", "«", "»", "„", "(", ")", "[", "]", "-", "–", "—", "--"),
            *("$", "₩", "%", "°", "#", "@", "_", "+", "&", "*", "=", "1", "24", "3.5", "No", "Nov"),
            *("U.S.", "Mr.", "p.m.", "said", "Kim", "he", "He", "Jong-un", "X", "www.", "https://"),
            *(
                "한",
                "는",
                "と",
                "港",
                "😀",
                "👍🏽",
                "e\u0301",
                "\u0301",
                "\u200d",
                "\u200f",
                "שלום",
            ),
        )
    ),
)
lines_of_text = st.lists(_PIECES, max_size=25).map("".join)

_texts = lines_of_text.map(Text)
_photos = st.builds(Photo, caption=lines_of_text)
_blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, _texts),
    st.builds(Heading, lines_of_text),
    st.builds(Figure, _photos),
    st.builds(Gallery, photos=st.lists(_photos, max_size=2).map(tuple), title=lines_of_text),
    st.builds(PullQuote, text=lines_of_text, attribution=lines_of_text),
    st.builds(Listing, items=st.lists(_texts, max_size=3).map(tuple), is_ordered=st.booleans()),
)
stories = st.builds(
    make_story,
    kicker=lines_of_text,
    headline=lines_of_text,
    standfirst=lines_of_text,
    dateline=lines_of_text,
    byline=st.lists(
        st.builds(Credit, person=st.builds(Person, name=lines_of_text)), max_size=2
    ).map(tuple),
    lead=st.none() | _photos,
    body=st.lists(_blocks, max_size=4).map(tuple),
    corrections=st.lists(
        st.builds(Correction, text=lines_of_text, corrected_at=st.just(PUBLISHED_AT)), max_size=2
    ).map(tuple),
)

# Each would cost minutes if a rule looked from every mark through the whole line.
_PATTERNS = (
    *(
        ".",
        "a.",
        ". ",
        "a. ",
        ".a",
        ". . ",
        "..",
        "…",
        "… ",
        "?!",
        "! ",
        "。",
        "。あ",
        "？」",
        "।",
        "؟",
    ),
    *(
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘a’",
        "’a",
        "“a. ",
        "?” ",
        "?” A ",
        "?” the A, ",
        "?” a ",
        "« ? » ",
    ),
    *("$", "$1", "$.", "-", "-5", "--", "–", "1–", "1,", "1:", "1. ", "2031. 1. ", "No. ", "Nov. "),
    *(
        "U.S.",
        "U.S. ",
        "p.m. ",
        "Mr. ",
        "X. ",
        "plan B. ",
        "A",
        "a",
        "1",
        "_",
        "@",
        "@a",
        "#",
        "a/",
    ),
    *(
        "a.b/",
        "www.",
        "https://",
        "a@b.",
        "a.a.",
        "e\u0301",
        "\u0301",
        "\u200d",
        "😀",
        "a😀",
        "(",
        ")",
    ),
    *(" ", "\n", "a ", "(?) ", "한", "한.", "한’", "×", "*", "a*", "%", "°", "1%", "+", "a+", 'א"'),
)


def hostile(length: int) -> list[str]:
    """Lines of that many characters, each one thing over and over, some without any letter."""
    repeated = [(pattern * length)[:length] for pattern in _PATTERNS]
    bare = [line for line in repeated if not any(map(str.isalnum, line[:20]))]
    return [*bare, *(f"A{line}z" for line in repeated)]
