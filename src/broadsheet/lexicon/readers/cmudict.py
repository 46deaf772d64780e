"""The Carnegie Mellon Pronouncing Dictionary → a volume of pronunciations in IPA.

It is read from its own text (`cmudict.dict`, or `cmudict-0.7b` in capitals) and from the
JavaScript of npm's `cmu-pronouncing-dictionary`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from broadsheet.lexicon.arpabet import ipa
from broadsheet.lexicon.unpack import read_text
from broadsheet.lexicon.volume import DictionaryError, Pronunciation, Record, Volume

LICENCE = "BSD 2-clause (Carnegie Mellon University)"

_PLAIN = re.compile(r"(?P<word>\S+?)(?:\((?P<order>\d+)\))?\s+(?P<phones>[A-Z0-9 ]+?)\s*(?:#.*)?")
_SCRIPT = re.compile(
    r"""\s*["']?(?P<word>[^"(]+?)(?:\((?P<order>\d+)\))?["']?:\s*"""
    r"""["'](?P<phones>[A-Z0-9 ]+?)\s*(?:#[^"]*)?["'],?"""
)
_NO_ENTRY = re.compile(r"\s*(?:;;;|##|/[/*]|export\b|[{}]|$)")


def read_cmudict(file: Path) -> Volume:
    """Raises DictionaryError, while it is read, at a line that is none of the dictionary."""
    return Volume(
        title="CMU Pronouncing Dictionary",
        kind="pronunciations",
        language="en",
        gloss_language="",
        licence=LICENCE,
        origin=file.name,
        records=_records(file),
    )


def _records(file: Path) -> Iterator[Record]:
    encoding = "latin-1" if file.name.startswith("cmudict-0") else "utf-8"
    shape = _SCRIPT if file.suffix == ".js" else _PLAIN
    for number, line in enumerate(read_text(file, encoding=encoding).splitlines(), 1):
        if _NO_ENTRY.match(line):
            continue
        entry = shape.fullmatch(line)
        said = ipa(entry["phones"].split()) if entry else None
        if entry is None or said is None:
            raise DictionaryError(
                f"{file.name}: line {number} is no pronunciation: {line[:60]!r}; get the file again"
            )
        yield Pronunciation(entry["word"].lower(), said, int(entry["order"] or 1))
