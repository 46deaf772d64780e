from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from broadsheet.lexicon.readers.dictd import read_dictd
from broadsheet.lexicon.volume import DictionaryError, Meaning

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
OWN = {
    "00databaseshort": "Small English-Spanish Dictionary",
    "00databaseinfo": "Made by hand. Under the GNU General Public License ver. 2.0 "
    "and any later version.",
}
ENTRIES = {
    "ship": "ship /ʃɪp/\n1. barco\n2. nave\n",
    "go": "go /ɡoʊ/ <v>\nir\n",
    "quay": "quay\nmuelle\n",
}
GCIDE = {
    "Skiff": """Skiff \\Skiff\\, n. [F. esquif. See {Ship}.]
   A small, light boat.
   [1913 Webster]

   {Skiff race}, a race of skiffs.

   Syn: boat.
"""
}


def coded(number: int) -> str:
    digits = DIGITS[number % 64]
    return coded(number // 64) + digits if number >= 64 else digits


def make_dictd(folder: Path, entries: dict[str, str], *, packed: bool = False) -> Path:
    body, lines = b"", []
    for headword, entry in {**OWN, **entries}.items():
        data = entry.encode()
        lines.append(f"{headword}\t{coded(len(body))}\t{coded(len(data))}")
        body += data
    name = "small.dict.dz" if packed else "small.dict"
    (folder / name).write_bytes(gzip.compress(body) if packed else body)
    (folder / "small.index").write_text("\n".join(lines) + "\n")
    return folder / "small.index"


def meanings(file: Path) -> list[Meaning]:
    return [one for one in read_dictd(file, language="es").records if isinstance(one, Meaning)]


@pytest.mark.parametrize("packed", [False, True])
def test_an_english_word_is_explained_in_spanish(tmp_path: Path, packed: bool) -> None:
    found = meanings(make_dictd(tmp_path, ENTRIES, packed=packed))
    assert [(one.headword, one.part, one.order, one.gloss, one.pronunciation) for one in found] == [
        ("ship", "", 1, "barco", "ʃɪp"),
        ("ship", "", 2, "nave", "ʃɪp"),
        ("go", "verb", 1, "ir", "ɡoʊ"),
        ("quay", "", 1, "muelle", ""),
    ]


def test_the_title_and_the_licence_are_those_it_tells(tmp_path: Path) -> None:
    volume = read_dictd(make_dictd(tmp_path, ENTRIES), language="es")
    assert volume.title == "Small English-Spanish Dictionary"
    assert volume.licence == "GNU General Public License ver. 2.0 and any later version"


def test_an_entry_of_gcide_loses_its_etymology_and_its_capital(tmp_path: Path) -> None:
    found = meanings(make_dictd(tmp_path, GCIDE))
    assert [(one.headword, one.part, one.gloss) for one in found] == [
        ("skiff", "noun", "A small, light boat."),
        ("skiff", "noun", "Skiff race, a race of skiffs."),
    ]


@pytest.mark.parametrize("line", ["ship\tA\t/////", "ship\t~\tA", "ship", "\tA\tA"])
def test_a_line_that_leads_nowhere_is_refused(tmp_path: Path, line: str) -> None:
    file = make_dictd(tmp_path, ENTRIES)
    file.write_text(line + "\n")
    with pytest.raises(DictionaryError, match=r"^small\.index: line 1 leads to no entry"):
        read_dictd(file, language="es")


def test_an_index_alone_is_refused(tmp_path: Path) -> None:
    file = make_dictd(tmp_path, ENTRIES)
    (tmp_path / "small.dict").unlink()
    with pytest.raises(DictionaryError, match=r"there is no \.dict or \.dict\.dz beside it"):
        read_dictd(file, language="es")
