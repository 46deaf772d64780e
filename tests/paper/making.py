"""A paper, a report and all its parts, to be changed by name."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import Any

from broadsheet.live_story import Entry, LiveStory
from broadsheet.newspaper import Link, Newspaper
from broadsheet.story import (
    Aside,
    Correction,
    Credit,
    Embed,
    Figure,
    Gallery,
    Heading,
    Listing,
    Mark,
    Paragraph,
    Person,
    Photo,
    PullQuote,
    Rendition,
    Section,
    Sound,
    Story,
    Talk,
    Teaser,
    Text,
    Topic,
    Translation,
)

PUBLISHED_AT = dt.datetime(2031, 10, 14, 5, 5, tzinfo=dt.UTC)
UPDATED_AT = dt.datetime(2031, 10, 14, 9, 40, tzinfo=dt.UTC)

CITY = Section(name="City", path="/city/")
HARBOUR = Section(
    name="Harbour", path="/city/harbour/", description="The docks, the ferries, the sea."
)
CULTURE = Section(name="Culture", path="/culture/")
SECTIONS = tuple(
    Section(name=name, path=f"/{name.lower()}/")
    for name in ("City", "Province", "Work", "Science", "Culture")
)

IDA = Person(
    name="Ida Renn",
    path="/authors/ida-renn/",
    letters_path="/letters/ida-renn/",
    title="Harbour correspondent",
    biography=(
        "Ida Renn has reported on the harbour since the old customs house closed. She came to "
        "the paper from the pilots’ office, where she kept the tide tables.\n\nShe lives on the "
        "north bank and takes the 7:10."
    ),
)
TOMAS = Person(name="Tomas Vail", path="/authors/tomas-vail/", letters_path="/letters/tomas-vail/")
KESI = Person(name="Kesi Lund", path="/authors/kesi-lund/", title="Photographer")


def make_newspaper(**changes: Any) -> Newspaper:
    paper = Newspaper(
        name="The Ellery Courier",
        url="https://courier.example",
        tagline="Port Ellery and the islands, every day since 1911",
        time_zone="Asia/Seoul",
        imprint="The Ellery Courier, 4 Ropewalk, Port Ellery\nPublisher: Courier Cooperative",
        sections=(
            Link(
                name="City",
                path="/city/",
                children=(
                    Link(name="Harbour", path="/city/harbour/"),
                    Link(name="Schools", path="/city/schools/"),
                ),
            ),
            *(Link(name=one.name, path=one.path) for one in SECTIONS[1:]),
        ),
        policies=(
            Link(name="Standards policy", path="/policies/standards/"),
            Link(name="Privacy", path="/policies/privacy/"),
        ),
        standards_path="/policies/standards/",
    )
    return replace(paper, **changes)


def make_photo(name: str = "ferry", **changes: Any) -> Photo:
    photo = Photo(
        caption="The last boat of the morning leaves the north landing with its ramp half up.",
        alt="A white ferry in fog, its ramp half raised",
        credit="Kesi Lund / Courier",
        rights="© Courier Cooperative",
        renditions=tuple(make_rendition(name, width) for width in (400, 800, 1200, 1600)),
        card=Rendition(
            path=f"/photos/{name}-card.jpg", width=1200, height=630, media_type="image/jpeg"
        ),
        artwork=Rendition(
            path=f"/photos/{name}-artwork.jpg", width=800, height=800, media_type="image/jpeg"
        ),
    )
    return replace(photo, **changes)


def make_rendition(name: str, width: int, *, height: int = 0) -> Rendition:
    return Rendition(
        path=f"/photos/{name}-{width}.webp",
        width=width,
        height=height or width * 2 // 3,
        media_type="image/webp",
    )


def make_awaited_photo(**changes: Any) -> Photo:
    photo = Photo(
        caption="Divers come up beside the third pier on Tuesday.", credit="Harbour Authority"
    )
    return replace(photo, **changes)


def make_teaser(**changes: Any) -> Teaser:
    teaser = Teaser(
        id="21",
        path="/city/harbour/night-ferry/",
        headline="Night ferry to run without a fare until the bridge reopens",
        published_at=PUBLISHED_AT,
        standfirst="Councillors found the money in the fireworks budget, and nobody objected.",
        section=HARBOUR,
        writers=("Tomas Vail",),
        photo=make_photo("night"),
    )
    return replace(teaser, **changes)


def make_teasers(number: int) -> tuple[Teaser, ...]:
    return tuple(
        make_teaser(
            id=str(100 + place),
            path=f"/city/report-{place}/",
            headline=_HEADLINES[place % len(_HEADLINES)],
            standfirst=_STANDFIRSTS[place % len(_STANDFIRSTS)],
            section=SECTIONS[place % len(SECTIONS)],
            photo=make_photo(_PICTURES[place % len(_PICTURES)]) if place % 3 != 2 else None,
            published_at=PUBLISHED_AT - dt.timedelta(hours=7 * place),
        )
        for place in range(number)
    )


def make_correction(**changes: Any) -> Correction:
    correction = Correction(
        text="An earlier version said that the bridge opened in 1964. It opened in 1946.",
        corrected_at=UPDATED_AT,
    )
    return replace(correction, **changes)


def make_sound(**changes: Any) -> Sound:
    sound = Sound(
        mp3_path="/audio/20/a1.mp3",
        mp3_bytes=1_466_368,
        opus_path="/audio/20/a1.opus",
        opus_bytes=733_184,
        captions_path="/audio/20/a1.vtt",
        cues_path="/audio/20/a1.json",
        milliseconds=183_250,
        voice="Joe",
    )
    return replace(sound, **changes)


def make_talk(**changes: Any) -> Talk:
    talk = Talk(
        thread_path="/threads/20/",
        writing_path="/talk/20/",
        sign_in_path="/reader/sign-in/?next=%2Fcity%2Fharbour%2Fbridge-closed%2F%23comments",
        longest=250,
        ways=("Google", "E-mail"),
        reasons=(("insult", "It insults somebody"), ("other", "Something else")),
        has_thread=True,
    )
    return replace(talk, **changes)


def make_body() -> tuple[Any, ...]:
    """Every kind of block, in the order of a real report."""
    link = "the survey of 2027"
    third = (
        "The cracks were found by chance. A diver who had gone down for a lost anchor saw a line "
        "in the masonry “as long as a man and as wide as a thumb”, and "
        f"{link} had said that there was nothing to see. It had not looked below the water."
    )
    start = third.index(link)
    quoted = third.index("as long as a man")
    marked = Text(
        third,
        (
            Mark(quoted, quoted + len("as long as a man"), "em"),
            Mark(start, start + len(link), "link", "/city/harbour/survey/"),
        ),
    )
    return (
        Paragraph(
            Text(
                "The harbour bridge was closed to all traffic on Tuesday morning, two hours "
                "after engineers reported cracks in the pier on which its northern span rests. "
                "Some 4,180 people cross it on a working day, half of them before 8 a.m."
            )
        ),
        Paragraph(
            Text(
                "“We had been told, in plain words, that the pier would outlive us,” said Ruta "
                "Halvorsen, who has sold tickets at the north landing for 31 years and kept the "
                "first one in a drawer."
            )
        ),
        Paragraph(marked),
        Aside(teasers=make_teasers(2), title="From the archive"),
        Paragraph(
            Text(
                "By noon the queue for the ferry had reached the fish market. The captain of the "
                "Margit, which holds 220, counted them on board himself and left the rest on the "
                "quay with an apology and a time."
            )
        ),
        PullQuote(
            text="Nobody at the meeting could say where the letter went.",
            attribution="Ansel Dorr, councillor for the north bank",
        ),
        Paragraph(
            Text(
                "The council’s engineers had asked for the money in 2029. Their letter, which "
                "the Courier has seen, put the cost of a full inspection at 310,000 and the cost "
                "of doing without one at “a number that we would rather not write down”."
            )
        ),
        Heading("What the divers saw"),
        Paragraph(
            Text(
                "The northern pier stands on timber driven in 1944, when steel could not be had. "
                "Timber lasts as long as it stays wet, and since the channel was dredged the low "
                "tides have been lower. Three times this summer the heads of the piles stood in "
                "the air."
            )
        ),
        Figure(
            make_photo("pier", caption="The third pier at low tide, seen from the fish market.")
        ),
        Paragraph(
            Text(
                "What is known so far, from the engineers’ note and from two people who were in "
                "the room when it was read out:"
            )
        ),
        Listing(
            items=(
                Text("the longest crack runs for 1.9 metres, on the side that faces the sea;"),
                Text("four of the sixteen piles can be moved by hand;"),
                Text("the southern pier, built ten years later on concrete, is sound."),
            )
        ),
        Paragraph(
            Text(
                "Nobody would say when the bridge might carry a bus again. The mayor, who was "
                "asked three times, said that she would sooner be late than wrong."
            )
        ),
        Figure(make_awaited_photo()),
        Listing(
            items=(Text("A prop by Friday."), Text("A survey by the end of the month.")),
            is_ordered=True,
        ),
        Gallery(
            title="The crossing, hour by hour",
            photos=(
                make_photo("dawn", caption="5:40 a.m. The first of the queue."),
                make_photo("quay", caption="Noon. The quay is full.", credit="Harbour Authority"),
                make_photo("night", caption="10:15 p.m. The last boat."),
            ),
        ),
        Embed(
            url="https://harbour.example/notices/14",
            title="Notice to mariners 14",
            description="The channel under the northern span is closed until further notice.",
        ),
        Paragraph(
            Text(
                "In the evening the lamps on the bridge were lit as usual. It is done by a clock "
                "in the toll house, and no one had thought to stop it."
            )
        ),
    )


def make_story(**changes: Any) -> Story:
    story = Story(
        id="20",
        path="/city/harbour/bridge-closed/",
        headline="Harbour bridge closed after cracks are found in its northern pier",
        published_at=PUBLISHED_AT,
        sections=(CITY, HARBOUR),
        kicker="The crossing",
        standfirst=(
            "Engineers had asked for the money to look at it in 2029. Four thousand people a day "
            "now wait for a ferry that holds 220."
        ),
        dateline="Port Ellery",
        byline=(
            Credit(person=IDA),
            Credit(person=TOMAS),
            Credit(person=KESI, role="photography"),
        ),
        lead=make_photo(),
        body=make_body(),
        topics=(
            Topic(name="Bridges", path="/topics/bridges/"),
            Topic(name="The council", path="/topics/council/"),
        ),
        related=make_teasers(4),
    )
    return replace(story, **changes)


def make_plain_story(**changes: Any) -> Story:
    """The least that a report can be."""
    story = Story(
        id="7",
        path="/city/short/",
        headline="Fog holds the morning boats",
        published_at=PUBLISHED_AT,
        sections=(CITY,),
        body=(Paragraph(Text("No boat left before nine.")),),
    )
    return replace(story, **changes)


def make_full_story(**changes: Any) -> Story:
    """A report with everything that a report can have."""
    full = {
        "updated_at": UPDATED_AT,
        "corrections": (make_correction(),),
        "translations": (Translation(language="ko", path="/ko/city/bridge-closed/"),),
    }
    return make_story(**(full | changes))


_PICTURES = ("quay", "dawn", "night", "pier", "market", "school", "hill")
_HEADLINES = (
    "Night ferry to run without a fare until the bridge reopens",
    "Teachers vote to keep the island school open for its nine pupils",
    "Salt in the wells: the east villages ask for a pipe",
    "A clockmaker’s shop closes, and the town is late",
    "Council sells the old customs house for the price of its roof",
    "The eel catch is up for the first time in eleven years",
    "Orchestra finds its missing cello in the orchestra",
    "Two hundred jobs at the cannery, and a question about the water",
    "What the tide gauge on Lamb Rock has seen since 1911",
    "A winter without frost troubles the plum growers",
    "Library to lend its reading room to those who have no heating",
)
_STANDFIRSTS = (
    "Councillors found the money in the fireworks budget, and nobody objected.",
    "The ministry had offered a boat and a place on the mainland. The parents wanted neither.",
    "Three summers of low water have let the sea in. The province says it is studying the matter.",
    "",
)


def make_entry(number: int = 1, **changes: Any) -> Entry:
    posted_at = PUBLISHED_AT + dt.timedelta(minutes=5 * number)
    entry = Entry(
        id=str(number),
        author=IDA,
        posted_at=posted_at,
        changed_at=posted_at,
        headline=f"Boat number {number} has turned back",
        body=(
            Paragraph(Text("The harbour master says that everybody on board is safe.")),
            PullQuote(text="We saw the wave.", attribution="Ruta Halvorsen"),
        ),
    )
    return replace(entry, **changes)


def make_live_story(entries: tuple[Entry, ...] = (), **changes: Any) -> LiveStory:
    """A report that runs; with `ended_at`, one that has ended."""
    story = make_story()
    found = entries or (
        make_entry(4, body=(Figure(make_photo("mole")),), is_key=True),
        make_entry(3, edited_at=UPDATED_AT, corrections=(make_correction(),)),
        make_entry(2, withdrawn_at=UPDATED_AT, reason="The picture was of another year.", body=()),
        make_entry(1, headline="", author=Person(name="Otto Riis")),
    )
    values = {field.name: getattr(story, field.name) for field in fields(story)}
    live = LiveStory(
        **values,
        started_at=PUBLISHED_AT,
        latest_at=found[0].posted_at,
        changed_at=max(one.changed_at for one in found),
        file_path="/live-updates/20.json",
        entries=found,
    )
    return replace(live, **changes)
