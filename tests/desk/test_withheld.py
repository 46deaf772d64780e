"""No word of a story is somebody's e-mail address: not read, not heard, not in a caption."""

from __future__ import annotations

import datetime as dt

from broadsheet import story as s
from broadsheet.desk.withheld import withheld
from broadsheet.feeds.rss import rss
from broadsheet.galley.compose import compose
from broadsheet.newspaper import Newspaper

NOW = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
INSTEAD = "[address withheld]"


def make_story(text: s.Text, **changes: object) -> s.Story:
    words = {
        "id": "1",
        "path": "/national/pier@noon/",
        "headline": "Pier opens",
        "published_at": NOW,
        "sections": (s.Section(name="National", path="/national/"),),
        "body": (s.Paragraph(text),),
    }
    return s.Story(**{**words, **changes})  # type: ignore[arg-type]


def test_an_address_is_in_no_line_of_the_galley() -> None:
    address = "ida.brandt+news@courier.example"
    story = make_story(
        s.Text(f"Write to {address} today."),
        standfirst=f"Or to {address}.",
        lead=s.Photo(caption=f"By {address}"),
        body=(
            s.Heading(f"To {address}"),
            s.Listing(items=(s.Text(address),)),
            s.PullQuote(text=f"“{address}”", attribution=address),
        ),
        corrections=(s.Correction(text=f"It was {address}.", corrected_at=NOW),),
    )
    galley = compose(withheld(story))
    assert "@" not in " ".join(line.text for line in galley.lines)
    assert sum(INSTEAD in line.text for line in galley.lines) == 7


def test_marks_stay_over_their_words() -> None:
    plain = "Now write to ida@courier.example, quickly, or to tom@courier.example at once."
    marks = tuple(
        s.Mark(plain.index(words), plain.index(words) + len(words), "strong")
        for words in ("Now", "ida@courier.example", "quickly", "tom@courier.example at", "once")
    )
    (block,) = withheld(make_story(s.Text(plain, marks))).body
    assert isinstance(block, s.Paragraph)
    marked = [block.text.plain[mark.start : mark.end] for mark in block.text.marks]
    assert marked == ["Now", INSTEAD, "quickly", f"{INSTEAD} at", "once"]


def test_a_mark_that_begins_within_an_address_takes_in_what_is_there_instead() -> None:
    plain = "To ida@courier.example now"
    (block,) = withheld(make_story(s.Text(plain, (s.Mark(7, 26, "em"),)))).body
    assert isinstance(block, s.Paragraph)
    (mark,) = block.text.marks
    assert block.text.plain[mark.start : mark.end] == f"{INSTEAD} now"


def test_what_leads_somewhere_and_what_has_no_address_is_left_alone() -> None:
    link = s.Text("The pier", (s.Mark(0, 8, "link", "https://maps.example/@1,2"),))
    story = make_story(link)
    assert withheld(story) is story


def test_a_feed_has_no_address_either() -> None:
    address = "ida.brandt@courier.example"
    teaser = s.Teaser(
        id="1",
        path="/national/pier/",
        headline="Pier opens",
        published_at=NOW,
        standfirst=f"Write to {address}.",
        corrections=(s.Correction(text=f"Not to {address}.", corrected_at=NOW),),
    )
    paper = Newspaper(name="The Courier", url="https://courier.example")
    feed = rss("Latest", "/", "/feed.xml", [withheld(teaser)], paper).decode()
    assert address not in feed
    assert feed.count(INSTEAD) == 2
