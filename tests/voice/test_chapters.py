from __future__ import annotations

from broadsheet.galley.compose import compose_text
from broadsheet.galley.galley import Galley
from broadsheet.voice.chapters import chapters
from broadsheet.voice.script.write import write
from broadsheet.voice.sound.tags import Chapter
from broadsheet.voice.timeline import Said, Timeline

HEADED = compose_text(
    (
        ("headline", "Pier reopens"),
        ("paragraph", "The first boats came on Monday. Nobody was hurt."),
        ("heading", "What it cost. And who paid"),
        ("paragraph", "The council paid half."),
        ("heading", "What comes next"),
        ("paragraph", "The lamps come back in spring."),
    ),
    language="en",
)


def timeline(galley: Galley) -> Timeline:
    """Every utterance lasts a second, from its number on."""
    utterances = write(galley).utterances
    said = tuple(Said(one, float(at), at + 1.0, ()) for at, one in enumerate(utterances))
    return Timeline(said, float(len(said)))


def test_a_chapter_begins_at_the_headline_and_at_each_heading() -> None:
    assert chapters(HEADED, timeline(HEADED)) == (
        Chapter(0, "Pier reopens"),
        Chapter(3000, "What it cost. And who paid"),
        Chapter(6000, "What comes next"),
    )


def test_a_report_without_a_heading_has_no_chapters() -> None:
    galley = compose_text((("headline", "Pier reopens"), ("paragraph", "Soon.")), language="en")
    assert chapters(galley, timeline(galley)) == ()


def test_a_heading_that_is_not_read_begins_no_chapter() -> None:
    heard = timeline(HEADED)
    unread = tuple(said for said in heard.said if said.utterance.line != 4)
    assert [one.title for one in chapters(HEADED, Timeline(unread, heard.seconds))] == [
        "Pier reopens",
        "What it cost. And who paid",
    ]
