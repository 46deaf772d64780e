"""A dictd dictionary (.index with .dict or .dict.dz), such as FreeDict's and GCIDE's → a volume.

Source: dictd(8), dictfmt(1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from broadsheet.lexicon.bilingual import parted
from broadsheet.lexicon.plain_text import plain_text
from broadsheet.lexicon.unpack import read_bounded, read_text
from broadsheet.lexicon.volume import DictionaryError, Record, Volume

_DIGITS = {
    digit: value
    for value, digit in enumerate(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    )
}
_OWN = re.compile(r"00-?database")
_LICENCE = re.compile(
    r"(?i)GNU (?:\w+ ){1,4}License(?:,? ver(?:sion|\.) ?[\d.]*\d)?"
    r"(?:,? (?:and|or) (?:\(at your option\) )?any later version)?"
    r"|(?:CC|Creative Commons)[^\n.]{0,60}|public domain"
)
_SAID = re.compile(
    r"(?P<head>\S[^\\]*\\[^\\]*\\,?(?: (?:[a-z]{1,4}\.? ?){1,3})?)(?P<rest>.*)", re.DOTALL
)
# FreeDict writes a part of speech where markup would stand.
_LABEL = re.compile(r"<(n|v|vi|vt|a|adj|adv|noun|verb|adjective|adverb|s|pl)(?:[ ,][^<>]{0,20})?>")
_ASIDE = re.compile(r"\[[^\[\]]*\]")
_BRACES = str.maketrans("", "", "{}")


def read_dictd(file: Path, *, language: str) -> Volume:
    """`file` is the .index; the .dict lies beside it. `language` is what the glosses are in.

    Raises DictionaryError where a file is missing or, while it is read, at a line that is wrong.
    """
    data = next(
        (one for end in (".dict.dz", ".dict") if (one := file.with_suffix(end)).is_file()), None
    )
    if data is None:
        raise DictionaryError(
            f"{file.name}: there is no .dict or .dict.dz beside it; put the files together"
        )
    body = read_bounded(data)
    entries = list(_index(file, body))
    own = {
        headword.replace("-", ""): entry.strip()
        for headword, entry in entries
        if _OWN.match(headword)
    }
    licence = _LICENCE.search(" ".join(own.get("00databaseinfo", "").split()))
    title = own.get("00databaseshort", "").splitlines()[-1:]
    return Volume(
        title=plain_text(title[0] if title else file.stem, longest=100),
        kind="meanings",
        language="en",
        gloss_language=language,
        licence=plain_text(licence[0]) if licence else "not stated",
        origin=file.name,
        records=_records(entries),
    )


def _records(entries: list[tuple[str, str]]) -> Iterator[Record]:
    orders: dict[tuple[str, str], int] = {}
    for printed, entry in entries:
        if _OWN.match(printed):
            continue
        # GCIDE prints every headword with a capital, and would make a name of each.
        headword = printed.lower() if _is_gcide(entry) else printed
        lines = [line for line in map(plain_text, _lines(entry)) if line]
        for gloss in parted(headword, lines):
            place = gloss.headword, gloss.part
            orders[place] = orders.get(place, 0) + 1
            yield gloss.at(orders[place])


def _lines(entry: str) -> list[str]:
    """The entry's lines; in GCIDE's way its paragraphs, without etymologies and synonyms."""
    if not _is_gcide(entry):
        return _LABEL.sub(r"(\1)", entry).splitlines()
    text = entry
    while (fewer := _ASIDE.sub("", text)) != text:
        text = fewer
    paragraphs = [" ".join(one.split()) for one in re.split(r"\n\s*\n", text.translate(_BRACES))]
    said = _SAID.fullmatch(paragraphs[0])
    opening = [said["head"], said["rest"]] if said else paragraphs[:1]
    return [*opening, *(one for one in paragraphs[1:] if not one.startswith("Syn:"))]


def _is_gcide(entry: str) -> bool:
    return "\\" in entry.partition("\n")[0]


def _index(file: Path, body: bytes) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(read_text(file).splitlines(), 1):
        headword, offset, size, *_ = [*line.split("\t"), "", ""]
        start, length = _number(offset), _number(size)
        if not headword or start is None or length is None or start + length > len(body):
            raise DictionaryError(
                f"{file.name}: line {number} leads to no entry: {line[:60]!r}; get both files again"
            )
        yield headword, body[start : start + length].decode("utf-8", "replace")


def _number(digits: str) -> int | None:
    value = 0
    for digit in digits:
        if digit not in _DIGITS:
            return None
        value = value * 64 + _DIGITS[digit]
    return value if digits and len(digits) < 9 else None
