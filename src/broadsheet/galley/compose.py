"""A story → its galley."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from broadsheet.galley.galley import Galley, Line, Role, Sentence, Word
from broadsheet.galley.sentences import sentence_spans
from broadsheet.galley.words import word_spans
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

Placed = tuple[str, Role, str, int]


def compose(story: Story) -> Galley:
    """Set a story's text in the order of its page. Embeds and asides belong to other pages."""
    sentence_numbers, word_numbers = count(), count()
    lines = []
    for number, (place, role, text, ordinal) in enumerate(_placed(story)):
        sentences = tuple(_sentences(text, sentence_numbers, word_numbers))
        lines.append(Line(number, place, role, text, sentences, ordinal))
    return Galley(story.language, tuple(lines))


def compose_text(paragraphs: tuple[tuple[Role, str], ...], *, language: str) -> Galley:
    """Set plain lines that belong to no story, such as a text file's."""
    sentence_numbers, word_numbers = count(), count()
    lines = []
    for number, (role, text) in enumerate(paragraphs):
        place = role if role in {"headline", "standfirst"} else f"body.{number}"
        sentences = tuple(_sentences(text, sentence_numbers, word_numbers))
        lines.append(Line(number, place, role, text, sentences))
    return Galley(language, tuple(lines))


def _sentences(
    text: str, sentence_numbers: Iterator[int], word_numbers: Iterator[int]
) -> Iterator[Sentence]:
    for start, end in sentence_spans(text):
        words = tuple(
            Word(next(word_numbers), start + word_start, start + word_end)
            for word_start, word_end in word_spans(text[start:end])
        )
        yield Sentence(next(sentence_numbers), start, end, words)


def _placed(story: Story) -> Iterator[Placed]:
    for place, role, text, ordinal in _all_placed(story):
        if text.strip():
            yield place, role, text, ordinal


def _all_placed(story: Story) -> Iterator[Placed]:
    yield "kicker", "kicker", story.kicker, 0
    yield "headline", "headline", story.headline, 0
    yield "standfirst", "standfirst", story.standfirst, 0
    if story.lead:
        yield "lead", "caption", story.lead.caption, 0
    for at, credit in enumerate(story.byline):
        yield f"byline.{at}", "byline", credit.person.name, 0
    yield "dateline", "dateline", story.dateline, 0
    for at, block in enumerate(story.body):
        yield from _block(f"body.{at}", block)
    for at, correction in enumerate(story.corrections):
        yield f"correction.{at}", "correction", correction.text, 0


def _block(place: str, block: Block) -> Iterator[Placed]:
    match block:
        case Paragraph(text):
            yield place, "paragraph", text.plain, 0
        case Heading(text):
            yield place, "heading", text, 0
        case Figure(photo):
            yield place, "caption", photo.caption, 0
        case Gallery():
            yield f"{place}.title", "title", block.title, 0
            yield from _captions(place, block.photos)
        case PullQuote():
            yield place, "quote", block.text, 0
            yield f"{place}.attribution", "attribution", block.attribution, 0
        case Listing():
            for at, item in enumerate(block.items):
                yield f"{place}.{at}", "item", item.plain, at + 1 if block.is_ordered else 0
        case _:
            return


def _captions(place: str, photos: tuple[Photo, ...]) -> Iterator[Placed]:
    for at, photo in enumerate(photos):
        yield f"{place}.{at}", "caption", photo.caption, 0
