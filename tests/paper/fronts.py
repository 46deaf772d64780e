"""Fronts, lists and the paper's other pages as plain values, to be changed by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from broadsheet.newspaper import Front, ListPage, Policy, River, SearchPage, TopicCount
from broadsheet.story import Heading, Listing, Paragraph, Rendition, Section, Text, Topic
from tests.paper.making import (
    CITY,
    HARBOUR,
    IDA,
    SECTIONS,
    UPDATED_AT,
    make_photo,
    make_rendition,
    make_teaser,
    make_teasers,
)


def make_front(**changes: Any) -> Front:
    teasers = make_teasers(24)
    lead = make_teaser(
        path="/city/harbour/bridge-closed/",
        headline="Harbour bridge closed after cracks are found in its northern pier",
        standfirst=(
            "Engineers had asked for the money to look at it in 2029. Four thousand people a "
            "day now wait for a ferry that holds 220."
        ),
        kicker="The crossing",
        writers=("Ida Renn", "Tomas Vail"),
        photo=make_photo(),
    )
    front = Front(
        lead=lead,
        top=teasers[:4],
        rivers=tuple(
            River(section=section, teasers=teasers[4 + 4 * place : 8 + 4 * place])
            for place, section in enumerate(SECTIONS)
        ),
    )
    return replace(front, **changes)


def make_list(**changes: Any) -> ListPage:
    page = ListPage(
        kind="section",
        name="Harbour",
        path="/city/harbour/",
        description="The docks, the ferries, the sea and those who live by them.",
        teasers=make_teasers(8),
        older="/city/harbour/page/3/",
        feed_path="/city/harbour/feed.xml",
        breadcrumb=(CITY, HARBOUR),
        subsections=(Section(name="Ferries", path="/city/harbour/ferries/"),),
    )
    return replace(page, **changes)


def make_author_list(**changes: Any) -> ListPage:
    portrait = make_photo("ida", caption="", alt="Ida Renn", renditions=_square("ida"))
    author = ListPage(
        kind="author",
        name=IDA.name,
        path=IDA.path,
        teasers=make_teasers(5),
        feed_path=f"{IDA.path}feed.xml",
        person=replace(IDA, portrait=portrait),
    )
    return replace(author, **changes)


def make_policy(**changes: Any) -> Policy:
    policy = Policy(
        title="Standards policy",
        path="/policies/standards/",
        introduction="What we print, how we know it, and what we do when we were wrong.",
        updated_at=UPDATED_AT,
        body=(
            Heading("Where it comes from"),
            Paragraph(
                Text(
                    "We say who told us. Where somebody cannot be named we say why, and at least "
                    "one editor knows the name."
                )
            ),
            Heading("When we were wrong"),
            Paragraph(
                Text(
                    "A correction stands under the report for as long as the report stands. It "
                    "says what was wrong, what is right, and when we changed it."
                )
            ),
            Listing(items=(Text("Nothing is taken back in silence."), Text("Nobody pays for it."))),
        ),
    )
    return replace(policy, **changes)


def make_search(**changes: Any) -> SearchPage:
    page = SearchPage(query="bridge", teasers=make_teasers(5), total=45, number=2, pages=9)
    return replace(page, **changes)


def make_topic_counts() -> tuple[TopicCount, ...]:
    return (
        TopicCount(topic=Topic(name="Bridges", path="/topics/bridges/"), reports=12),
        TopicCount(
            topic=Topic(
                name="The council", path="/topics/council/", description="Seven seats, one clock."
            ),
            reports=1,
        ),
    )


def _square(name: str) -> tuple[Rendition, ...]:
    return tuple(make_rendition(name, width, height=width) for width in (400, 800))
