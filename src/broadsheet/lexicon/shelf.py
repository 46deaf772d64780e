"""The one file that dictionaries stand in: adding one, taking one out, listing them."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from broadsheet.lexicon.folded import folded
from broadsheet.lexicon.plain_text import plain_text
from broadsheet.lexicon.volume import (
    DictionaryError,
    Form,
    Frequency,
    Kind,
    Meaning,
    Pronunciation,
    Record,
    Volume,
)

SHAPE = 1
LONGEST_HEADWORD = 80
MOST_RECORDS = 5_000_000

_TABLES = f"""
PRAGMA user_version = {SHAPE};
CREATE TABLE source (
    name TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL,
    gloss_language TEXT NOT NULL, licence TEXT NOT NULL, origin TEXT NOT NULL,
    place INTEGER NOT NULL, records INTEGER NOT NULL
);
CREATE TABLE meaning (
    folded TEXT NOT NULL, source TEXT NOT NULL, part TEXT NOT NULL, ordinal INTEGER NOT NULL,
    headword TEXT NOT NULL, gloss TEXT NOT NULL, example TEXT NOT NULL,
    pronunciation TEXT NOT NULL, count INTEGER NOT NULL, key TEXT NOT NULL, synonyms TEXT NOT NULL,
    subject TEXT NOT NULL, about TEXT NOT NULL, frames TEXT NOT NULL,
    PRIMARY KEY (folded, source, part, ordinal)
) WITHOUT ROWID;
CREATE TABLE form (
    folded TEXT NOT NULL, source TEXT NOT NULL, part TEXT NOT NULL, base TEXT NOT NULL,
    PRIMARY KEY (folded, source, part, base)
) WITHOUT ROWID;
CREATE TABLE pronunciation (
    folded TEXT NOT NULL, source TEXT NOT NULL, ordinal INTEGER NOT NULL, ipa TEXT NOT NULL,
    PRIMARY KEY (folded, source, ordinal)
) WITHOUT ROWID;
CREATE TABLE frequency (
    folded TEXT NOT NULL, source TEXT NOT NULL, zipf REAL NOT NULL, PRIMARY KEY (folded, source)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A dictionary that stands on the shelf. `name` is what it is called there."""

    name: str
    title: str
    kind: Kind
    language: str
    gloss_language: str
    licence: str
    origin: str
    records: int


def add(file: Path, volume: Volume, *, name: str) -> Source:
    """Put a dictionary on the shelf under `name`, in the place of one that was there before.

    The shelf is written beside itself and renamed: who reads it reads the old one or the new one,
    and a volume that breaks leaves nothing. Raises DictionaryError.
    """
    with _changing(file) as books:
        place = _place(books, name)
        _take_out(books, name)
        count = sum(_enter(books, name, record) for record in _bounded(volume))
        if not count:
            raise DictionaryError(f"{volume.origin}: there is not one entry in it; get it again")
        books.execute(
            "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                name,
                plain_text(volume.title, longest=100),
                volume.kind,
                volume.language,
                volume.gloss_language,
                plain_text(volume.licence, longest=300),
                plain_text(volume.origin, longest=200),
                place,
                count,
            ),
        )
    return next(one for one in sources(file) if one.name == name)


def remove(file: Path, name: str) -> None:
    """Take a dictionary from the shelf. Raises DictionaryError where none has that name."""
    names = [one.name for one in sources(file)]
    if name not in names:
        raise DictionaryError(
            f"{name}: no dictionary has this name; there is {', '.join(names) or 'none at all'}"
        )
    with _changing(file) as books:
        _take_out(books, name)


def sources(file: Path) -> tuple[Source, ...]:
    """The dictionaries on the shelf in the order in which they are asked; none without a file."""
    if not file.exists():
        return ()
    with closing(connect(file)) as books:
        rows = books.execute(
            "SELECT name, title, kind, language, gloss_language, licence, origin, records "
            "FROM source ORDER BY place"
        ).fetchall()
    return tuple(
        Source(
            name=row[0],
            title=row[1],
            kind=row[2],
            language=row[3],
            gloss_language=row[4],
            licence=row[5],
            origin=row[6],
            records=row[7],
        )
        for row in rows
    )


def connect(file: Path) -> sqlite3.Connection:
    """The shelf for reading. Raises DictionaryError where the file is no shelf of ours."""
    try:
        books = sqlite3.connect(
            f"{file.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
        )
        shape = books.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        raise DictionaryError(
            f"{file}: this is no file of dictionaries ({error}); take it away and add them again"
        ) from None
    if shape != SHAPE:
        books.close()
        raise DictionaryError(
            f"{file}: it has shape {shape} and this Broadsheet reads {SHAPE}; "
            "take it away and add the dictionaries again"
        )
    return books


@contextmanager
def _changing(file: Path) -> Iterator[sqlite3.Connection]:
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.new")
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        # One change at a time: the second waits and then starts from what the first has left.
        fcntl.flock(folder, fcntl.LOCK_EX)
        new.unlink(missing_ok=True)
        with closing(sqlite3.connect(new, isolation_level=None)) as books:
            books.execute("PRAGMA journal_mode = OFF")
            books.execute("PRAGMA synchronous = OFF")
            if file.exists():
                with closing(connect(file)) as old:
                    old.backup(books)
            else:
                books.executescript(_TABLES)
            books.execute("BEGIN")
            yield books
            books.execute("COMMIT")
            books.execute("VACUUM")
            books.execute("ANALYZE")
        with new.open("rb") as written:
            os.fsync(written.fileno())
        new.replace(file)
    except sqlite3.Error as error:
        raise DictionaryError(
            f"{file}: it cannot be written ({error}); make room on the disk and try again"
        ) from None
    finally:
        with suppress(FileNotFoundError):
            new.unlink()
        os.close(folder)


def _place(books: sqlite3.Connection, name: str) -> int:
    was = books.execute("SELECT place FROM source WHERE name = ?", (name,)).fetchone()
    if was:
        return int(was[0])
    return int(books.execute("SELECT coalesce(max(place), 0) + 1 FROM source").fetchone()[0])


def _take_out(books: sqlite3.Connection, name: str) -> None:
    for table in ("meaning", "form", "pronunciation", "frequency"):
        books.execute(f"DELETE FROM {table} WHERE source = ?", (name,))  # noqa: S608  # our own names
    books.execute("DELETE FROM source WHERE name = ?", (name,))


def _bounded(volume: Volume) -> Iterator[Record]:
    for count, record in enumerate(volume.records):
        if count >= MOST_RECORDS:
            raise DictionaryError(
                f"{volume.origin}: it has over {MOST_RECORDS} entries; look what this file is"
            )
        yield record


def _enter(books: sqlite3.Connection, source: str, record: Record) -> bool:
    """Whether it was something to look up: forms only lead to it."""
    match record:
        case Meaning():
            return _enter_meaning(books, source, record)
        case Form(written, part, base):
            if _is_headword(written) and _is_headword(base):
                books.execute(
                    "INSERT OR IGNORE INTO form VALUES (?, ?, ?, ?)",
                    (folded(written), source, part, plain_text(base)),
                )
            return False
        case Pronunciation(headword, ipa, order):
            row: tuple[object, ...] = (
                folded(headword),
                source,
                order,
                plain_text(ipa, longest=100),
            )
            books.execute("INSERT OR IGNORE INTO pronunciation VALUES (?, ?, ?, ?)", row)
        case Frequency(word, zipf):
            books.execute(
                "INSERT OR IGNORE INTO frequency VALUES (?, ?, ?)", (folded(word), source, zipf)
            )
    return True


def _enter_meaning(books: sqlite3.Connection, source: str, meaning: Meaning) -> bool:
    headword, gloss = plain_text(meaning.headword), plain_text(meaning.gloss)
    if not (_is_headword(headword) and gloss):
        return False
    books.execute(
        "INSERT OR IGNORE INTO meaning VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            folded(headword),
            source,
            meaning.part,
            meaning.order,
            headword,
            gloss,
            plain_text(meaning.example, longest=200),
            plain_text(meaning.pronunciation, longest=100),
            meaning.count,
            plain_text(meaning.key, longest=200),
            "|".join(plain_text(word, longest=60) for word in meaning.synonyms[:8]),
            plain_text(meaning.subject, longest=200),
            plain_text(meaning.about, longest=400),
            " ".join(map(str, meaning.frames)),
        ),
    )
    return True


def _is_headword(written: str) -> bool:
    return 0 < len(written.strip()) <= LONGEST_HEADWORD
