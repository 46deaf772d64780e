"""A story → its texts, each with its place on the page, before their words are found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from broadsheet.galley.galley import Role
from broadsheet.story import (
    Block,
    Figure,
    Gallery,
    Heading,
    Listing,
    Paragraph,
    Photo,
    PullQuote,
    Story,
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A text that stands by itself; the rest is as in its `Line`."""

    place: str
    role: Role
    text: str
    ordinal: int = 0
    label: str = ""


def placed(story: Story) -> Iterator[Placed]:
    """Every text in the order of its page that is not blank.

    Embeds and asides are left out: what they say belongs to other pages.
    """
    return (one for one in _placed(story) if one.text.strip())


def _placed(story: Story) -> Iterator[Placed]:
    yield Placed("kicker", "kicker", story.kicker)
    yield Placed("headline", "headline", story.headline)
    yield Placed("standfirst", "standfirst", story.standfirst)
    if story.lead:
        yield Placed("lead", "caption", story.lead.caption)
    for at, credit in enumerate(story.byline):
        yield Placed(f"byline.{at}", "byline", credit.person.name, label=credit.role.strip())
    yield Placed("dateline", "dateline", story.dateline)
    for at, block in enumerate(story.body):
        yield from _block(f"body.{at}", block)
    for at, correction in enumerate(story.corrections):
        yield Placed(f"correction.{at}", "correction", correction.text, label=correction.kind)


def _block(place: str, block: Block) -> Iterator[Placed]:
    match block:
        case Paragraph(text):
            yield Placed(place, "paragraph", text.plain)
        case Heading(text):
            yield Placed(place, "heading", text)
        case Figure(photo):
            yield Placed(place, "caption", photo.caption)
        case Gallery():
            yield Placed(f"{place}.title", "title", block.title)
            yield from _captions(place, block.photos)
        case PullQuote():
            yield Placed(place, "quote", block.text)
            yield Placed(f"{place}.attribution", "attribution", block.attribution)
        case Listing():
            for at, item in enumerate(block.items):
                yield Placed(f"{place}.{at}", "item", item.plain, at + 1 if block.is_ordered else 0)
        case _:
            return


def _captions(place: str, photos: tuple[Photo, ...]) -> Iterator[Placed]:
    for at, photo in enumerate(photos):
        yield Placed(f"{place}.{at}", "caption", photo.caption)
