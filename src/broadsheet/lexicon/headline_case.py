"""A Headline Written Like This → the same line as a sentence would have it."""

from __future__ import annotations

from broadsheet.galley.galley import Galley, Line

_SHARE = 0.7
_SHORT = 4


def in_sentence_case(line: Line, galley: Galley) -> str:
    """The line's text, of the same length. Words that the report's sentences write small are small.

    A line is taken for a headline in capitals where most of its longer words begin with one.
    """
    words = [line.text[word.start : word.end] for word in line.words]
    longer = [word for word in words[1:] if len(word) >= _SHORT and word[0].isalpha()]
    if len(longer) < 2 or sum(word[0].isupper() for word in longer) < _SHARE * len(longer):
        return line.text
    small = _written_small(galley)
    text = line.text
    for place, word in enumerate(line.words):
        written = text[word.start : word.end]
        if place and len(written.lower()) == len(written) and written.lower() in small:
            text = f"{text[: word.start]}{written.lower()}{text[word.end :]}"
    return text


def _written_small(galley: Galley) -> frozenset[str]:
    return frozenset(
        written
        for number in range(len(galley.words))
        if (written := galley.word(number)) and written[0].islower()
    )
