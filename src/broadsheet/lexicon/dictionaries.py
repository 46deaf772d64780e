"""The shelf, open for looking up. It reads what is asked once and remembers it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from broadsheet.lexicon.folded import folded
from broadsheet.lexicon.shelf import Source, connect, sources
from broadsheet.lexicon.volume import Meaning, Part

_COLUMNS = (
    "m.source, m.headword, m.part, m.ordinal, m.gloss, m.example, m.pronunciation, m.count, m.key, "
    "m.synonyms, m.subject, m.about, m.frames"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A meaning, and the name of the dictionary that gives it."""

    source: str
    meaning: Meaning


class Dictionaries:
    """Look-ups in the shelf at `file`; with no file, every answer is empty.

    Words are given as they are written; case and typographic quotes make no difference. Raises
    DictionaryError where the file is no shelf. One thread at a time.
    """

    def __init__(self, file: Path) -> None:
        self.sources: tuple[Source, ...] = sources(file)
        self._books: sqlite3.Connection | None = connect(file) if file.exists() else None
        self._meanings: dict[str, tuple[Found, ...]] = {}
        self._phrases: dict[str, frozenset[str]] = {}
        self._zipfs: dict[str, float | None] = {}
        self.counts_uses = any(one.kind == "frequencies" for one in self.sources)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        if self._books:
            self._books.close()

    def forget(self) -> None:
        """Give back the memory that what was asked takes."""
        self._meanings.clear()
        self._phrases.clear()
        self._zipfs.clear()

    def meanings(self, word: str) -> tuple[Found, ...]:
        """All meanings of a headword: by dictionary, then as each dictionary orders them."""
        headword = folded(word)
        if headword not in self._meanings:
            rows = self._ask(
                f"SELECT {_COLUMNS} FROM meaning m JOIN source s ON s.name = m.source "  # noqa: S608  # our own names
                "WHERE m.folded = ? ORDER BY s.place, m.part, m.ordinal",
                headword,
            )
            self._meanings[headword] = tuple(_found(row) for row in rows)
        return self._meanings[headword]

    def parts(self, word: str) -> frozenset[Part]:
        """The parts of speech that a headword has; empty where no dictionary knows it."""
        return frozenset(found.meaning.part for found in self.meanings(word))

    def count(self, word: str, part: Part) -> int:
        """How often a headword was met as this part of speech in texts that were marked by hand."""
        return sum(one.meaning.count for one in self.meanings(word) if one.meaning.part == part)

    def bases(self, form: str, part: Part) -> tuple[str, ...]:
        """What an irregular form is a form of, as the dictionaries list it: `went` → `go`."""
        rows = self._ask(
            "SELECT DISTINCT base FROM form WHERE folded = ? AND part IN (?, '')",
            folded(form),
            part,
        )
        return tuple(str(row[0]) for row in rows)

    def pronunciation(self, word: str) -> str:
        """IPA without slashes, the usual way; empty where none is known."""
        rows = self._ask(
            "SELECT ipa FROM pronunciation WHERE folded = ? ORDER BY ordinal LIMIT 1", folded(word)
        )
        if rows:
            return str(rows[0][0])
        return next(
            (one.meaning.pronunciation for one in self.meanings(word) if one.meaning.pronunciation),
            "",
        )

    def zipf(self, word: str) -> float | None:
        """How common a written word is, from about 1 (rare) to 7; None where nobody counted it."""
        spelling = folded(word)
        if spelling not in self._zipfs:
            rows = self._ask("SELECT max(zipf) FROM frequency WHERE folded = ?", spelling)
            self._zipfs[spelling] = cast("float | None", rows[0][0]) if rows else None
        return self._zipfs[spelling]

    def phrases(self, first: str) -> frozenset[str]:
        """The headwords of several words that begin with this word, as they are looked up."""
        opening = folded(first)
        if opening not in self._phrases:
            rows = self._ask(
                "SELECT DISTINCT folded FROM meaning WHERE folded > ? AND folded < ?",
                f"{opening} ",
                f"{opening}!",
            )
            self._phrases[opening] = frozenset(str(row[0]) for row in rows)
        return self._phrases[opening]

    def _ask(self, question: str, *words: str) -> list[tuple[object, ...]]:
        return self._books.execute(question, words).fetchall() if self._books else []


def _found(row: Iterable[object]) -> Found:
    source, headword, part, order, gloss, example, sound, count, key, synonyms, *rest = row
    subject, about, frames = (str(one) for one in rest)
    return Found(
        str(source),
        Meaning(
            headword=str(headword),
            part=cast("Part", part),
            order=cast("int", order),
            gloss=str(gloss),
            example=str(example),
            pronunciation=str(sound),
            count=cast("int", count),
            key=str(key),
            synonyms=tuple(one for one in str(synonyms).split("|") if one),
            subject=subject,
            about=about,
            frames=tuple(int(one) for one in frames.split()),
        ),
    )
