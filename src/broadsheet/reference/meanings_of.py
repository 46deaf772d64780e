"""A report's words file → its words with all their meanings, as an editor chooses among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from broadsheet.galley.galley import Galley
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.folded import folded
from broadsheet.lexicon.glossary import Pin


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One meaning. Those that are not `is_on_page` are too unlikely to be shown to a reader."""

    source: str
    part: str
    gloss: str
    example: str
    is_pinned: bool
    is_on_page: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A word of the report with its meanings in order, and the sentence that it is met in first.

    `before`, `printed` and `after` are that sentence around the word.
    """

    base: str
    part: str
    before: str
    printed: str
    after: str
    meanings: tuple[Meaning, ...]
    is_pinned: bool

    @property
    def anchor(self) -> str:
        """Where it stands among the others, as an id."""
        return anchor_of(self.part, self.base)


def anchor_of(part: str, base: str) -> str:
    """The id of a word's place on the page of a report's words."""
    return f"word-{part}-{'-'.join(folded(base).split())}"


def meanings_of(
    content: Any, galley: Galley, dictionaries: Dictionaries, pins: Iterable[Pin]
) -> tuple[Looked, ...]:
    """The words that have two meanings or more in the first language, by the alphabet; each once,
    in whatever forms it is met.

    `content` is the words file of this very galley.
    """
    chosen = {(folded(one.base), one.part): one for one in pins}
    found = (
        _looked(content, galley, dictionaries, chosen, number, first)
        for number, first in _first_met(content)
    )
    kept: dict[tuple[str, str], Looked] = {}
    for one in found:
        if len(one.meanings) > 1:
            kept.setdefault((folded(one.base), one.part), one)
    return tuple(kept[key] for key in sorted(kept))


def _first_met(content: Any) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each entry's number, and the galley words that it is met in first."""
    met: dict[int, tuple[int, ...]] = {}
    for entry, *words in content["units"]:
        met.setdefault(entry, tuple(words))
    for word, entry in enumerate(content["words"]):
        if entry >= 0:
            met.setdefault(entry, (word,))
    for number, words in met.items():
        if content["entries"][number].get("kind", "word") in {"word", "phrase"}:
            yield number, words


def _looked(
    content: Any,
    galley: Galley,
    dictionaries: Dictionaries,
    chosen: dict[tuple[str, Any], Pin],
    number: int,
    words: tuple[int, ...],
) -> Looked:
    entry = content["entries"][number]
    line, first = galley.words[words[0]]
    last = galley.words[words[-1]][1]
    sentence = next(one for one in line.sentences if one.start <= first.start < one.end)
    pin = chosen.get((folded(entry["base"]), entry.get("part", "")))
    return Looked(
        base=entry["base"],
        part=entry.get("part", ""),
        before=line.text[sentence.start : first.start],
        printed=line.text[first.start : last.end],
        after=line.text[last.end : sentence.end],
        meanings=tuple(_meanings(content, entry, dictionaries, pin)),
        is_pinned=pin is not None,
    )


def _meanings(
    content: Any, entry: Any, dictionaries: Dictionaries, pin: Pin | None
) -> Iterator[Meaning]:
    """As they are on the page, then what the same dictionary has besides."""
    told = [content["senses"][number] for number in entry.get("senses", ())]
    # The meanings of one language come together, out of one dictionary.
    told = [one for one in told if one["from"] == told[0]["from"]]
    shown = {(one["from"], one["gloss"]) for one in told}
    for one in told:
        yield _meaning(one["from"], one.get("part", ""), one["gloss"], one.get("example", ""), pin)
    for found in dictionaries.meanings(entry["base"]):
        meaning = found.meaning
        if (found.source, meaning.gloss) not in shown and any(found.source == s for s, _ in shown):
            yield _meaning(
                found.source, meaning.part, meaning.gloss, meaning.example, pin, is_on_page=False
            )


def _meaning(
    source: str, part: str, gloss: str, example: str, pin: Pin | None, *, is_on_page: bool = True
) -> Meaning:
    return Meaning(
        source=source,
        part=part,
        gloss=gloss,
        example=example,
        is_pinned=pin is not None and (pin.source, pin.gloss) == (source, gloss),
        is_on_page=is_on_page,
    )
