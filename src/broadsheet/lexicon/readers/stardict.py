"""A StarDict dictionary → a volume: .ifo, .idx, .dict and .syn, plain or as gzip or dictzip.

Source: the StarDict dictionary format, versions 2.4.2 and 3.0.0 (StarDictFileFormat).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from broadsheet.lexicon.bilingual import parted
from broadsheet.lexicon.plain_text import plain_lines, plain_text
from broadsheet.lexicon.unpack import read_bounded, read_text
from broadsheet.lexicon.volume import DictionaryError, Form, Record, Volume

_OPENING = "StarDict's dict ifo file"
_MARKUP = frozenset("hgxkw")
_PLAIN = frozenset("mlny")
_SOUND = "t"
MOST_ENTRIES = 3_000_000


def read_stardict(file: Path, *, language: str) -> Volume:
    """`file` is the .ifo; the others lie beside it. `language` is what the glosses are in.

    Raises DictionaryError where a file is missing or, while it is read, is not as its .ifo says.
    """
    about = _ifo(file)
    index = _beside(file, ".idx", ".idx.gz")
    data = _beside(file, ".dict.dz", ".dict")
    return Volume(
        title=plain_text(about["bookname"], longest=100),
        kind="meanings",
        language="en",
        gloss_language=language,
        licence=plain_text(about.get("licence") or about.get("license") or _stated(about)),
        origin=file.name,
        records=_records(file, about, index, data),
    )


def _stated(about: dict[str, str]) -> str:
    return "not stated" + (f" ({about['author']})" if about.get("author") else "")


def _ifo(file: Path) -> dict[str, str]:
    lines = read_text(file).removeprefix("\ufeff").splitlines()
    if not lines or lines[0].strip() != _OPENING:
        raise DictionaryError(f"{file.name}: it does not begin with {_OPENING!r}; get it again")
    about = dict(line.partition("=")[::2] for line in lines[1:] if "=" in line)
    for name in ("bookname", "wordcount"):
        if not about.get(name, "").strip():
            raise DictionaryError(f"{file.name}: it does not say its {name}; get it again")
    if not about["wordcount"].strip().isdigit() or int(about["wordcount"]) > MOST_ENTRIES:
        raise DictionaryError(
            f"{file.name}: its wordcount is {about['wordcount'][:20]!r}; "
            f"a dictionary has a whole number up to {MOST_ENTRIES}"
        )
    return about


def _beside(file: Path, *suffixes: str) -> Path:
    for suffix in suffixes:
        if (found := file.with_suffix(suffix)).is_file():
            return found
    raise DictionaryError(
        f"{file.name}: there is no {' or '.join(suffixes)} beside it; put the files together"
    )


def _records(file: Path, about: dict[str, str], index: Path, data: Path) -> Iterator[Record]:
    body = read_bounded(data)
    wide = about.get("idxoffsetbits") == "64"
    types = about.get("sametypesequence", "")
    headwords: list[str] = []
    orders: dict[tuple[str, str], int] = {}
    for headword, offset, size in _index(index, wide=wide):
        headwords.append(headword)
        if offset + size > len(body):
            raise DictionaryError(
                f"{index.name}: {headword[:40]!r} lies at {offset} of {data.name}, "
                f"which ends at {len(body)}; get both again"
            )
        for gloss in parted(headword, list(_lines(body[offset : offset + size], types, data))):
            order = orders[gloss.headword, gloss.part] = (
                orders.get((gloss.headword, gloss.part), 0) + 1
            )
            yield gloss.at(order)
    if len(headwords) != int(about["wordcount"]):
        raise DictionaryError(
            f"{index.name}: it holds {len(headwords)} words where the .ifo says "
            f"{about['wordcount']}; get both again"
        )
    synonyms = file.with_suffix(".syn")
    if synonyms.is_file():
        yield from _synonyms(synonyms, headwords)


def _index(index: Path, *, wide: bool) -> Iterator[tuple[str, int, int]]:
    data = read_bounded(index)
    numbers = struct.Struct(">QI" if wide else ">II")
    at = 0
    while at < len(data):
        end = data.find(b"\0", at, at + 1024)
        if end < 0 or end + 1 + numbers.size > len(data):
            raise DictionaryError(f"{index.name}: it breaks off at byte {at}; get it again")
        yield _decoded(data[at:end], index), *numbers.unpack_from(data, end + 1)
        at = end + 1 + numbers.size


def _synonyms(file: Path, headwords: list[str]) -> Iterator[Form]:
    data = read_bounded(file)
    at = 0
    while at < len(data):
        end = data.find(b"\0", at, at + 1024)
        if end < 0 or end + 5 > len(data):
            raise DictionaryError(f"{file.name}: it breaks off at byte {at}; get it again")
        (number,) = struct.unpack_from(">I", data, end + 1)
        if number >= len(headwords):
            raise DictionaryError(
                f"{file.name}: it speaks of word {number} of {len(headwords)}; get it again"
            )
        yield Form(_decoded(data[at:end], file), "", headwords[number])
        at = end + 5


def _lines(entry: bytes, types: str, data: Path) -> Iterator[str]:
    for kind, content in _fields(entry, types, data):
        if kind in _MARKUP:
            yield from plain_lines(_decoded(content, data))
        elif kind in _PLAIN:
            yield from (
                text for text in map(plain_text, _decoded(content, data).splitlines()) if text
            )
        elif kind == _SOUND:
            yield f"/{plain_text(_decoded(content, data)).strip('/[]')}/"


def _fields(entry: bytes, types: str, data: Path) -> Iterator[tuple[str, bytes]]:
    """An entry's fields with their types. Of a fixed sequence the last has neither end nor size."""
    at = 0
    fixed = iter(types)
    while at < len(entry):
        kind = next(fixed, None) if types else chr(entry[at])
        if kind is None:
            return
        at += not types
        is_last = bool(types) and kind == types[-1]
        if kind.isupper():
            size = len(entry) - at if is_last else int.from_bytes(entry[at : at + 4], "big")
            at += 0 if is_last else 4
            end = after = at + size
        else:
            found = -1 if is_last else entry.find(b"\0", at)
            end = len(entry) if found < 0 else found
            after = end + 1
        if end > len(entry):
            raise DictionaryError(f"{data.name}: a field is longer than its entry; get it again")
        yield kind, entry[at:end]
        at = after


def _decoded(data: bytes, file: Path) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise DictionaryError(f"{file.name}: {data[:40]!r} is not UTF-8; get it again") from None
