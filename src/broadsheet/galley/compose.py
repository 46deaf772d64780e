"""A story → its galley."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from broadsheet.galley.galley import Galley, Line, Role, Sentence, Word
from broadsheet.galley.placed import Placed, placed
from broadsheet.galley.sentences import sentence_spans
from broadsheet.galley.words import word_spans
from broadsheet.story import Story


def compose(story: Story) -> Galley:
    """Set a story's text in the order of its page; see `placed` for what is text of it."""
    return _set(placed(story), story.language)


def compose_text(paragraphs: Iterable[tuple[Role, str]], *, language: str) -> Galley:
    """Set plain lines that belong to no story, such as a text file's.

    A line's place is its role for the headline and the standfirst, else `body.` and its index in
    `paragraphs`. What is blank becomes no line.
    """
    lines = (
        Placed(role if role in {"headline", "standfirst"} else f"body.{at}", role, text)
        for at, (role, text) in enumerate(paragraphs)
        if text.strip()
    )
    return _set(lines, language)


def _set(texts: Iterable[Placed], language: str) -> Galley:
    numbers = count(), count()
    lines = (
        Line(
            number=at,
            place=one.place,
            role=one.role,
            text=one.text,
            sentences=tuple(_sentences(one.text, *numbers)),
            ordinal=one.ordinal,
            label=one.label,
        )
        for at, one in enumerate(texts)
    )
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
