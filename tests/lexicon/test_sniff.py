from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.lexicon.sniff import volume
from broadsheet.lexicon.volume import DictionaryError
from tests.lexicon.readers.test_cmudict import PLAIN, SCRIPT
from tests.lexicon.readers.test_dictd import ENTRIES, make_dictd
from tests.lexicon.readers.test_gcide import ENTRY, make_folder
from tests.lexicon.readers.test_lmf import make_file
from tests.lexicon.readers.test_stardict import make_stardict
from tests.lexicon.readers.test_wndb import make_wordnet
from tests.lexicon.test_unpack import make_zip


def title(what: Path) -> str:
    with volume(str(what), language="ko") as found:
        return found.title


def test_each_kind_of_dictionary_is_known_by_its_files(tmp_path: Path) -> None:
    def folder(name: str) -> Path:
        (tmp_path / name).mkdir(parents=True)
        return tmp_path / name

    assert title(make_wordnet(folder("a") / "dict").parent) == "WordNet 3.0"
    gcide = make_folder(folder("b"), {"skiff": ENTRY})
    (gcide / "words_S.json").rename(gcide / "words_A.json")
    assert title(gcide) == "GCIDE"
    assert title(make_stardict(folder("c"), {"quay": b"x"}).parent) == "Small 영한 사전"
    assert title(make_dictd(folder("d"), ENTRIES)) == "Small English-Spanish Dictionary"
    assert title(make_file(folder("e") / "tiny.xml.gz")) == "Tiny Wordnet"
    (folder("f") / "cmudict.dict").write_text(PLAIN)
    (folder("g/package") / "index.js").write_text(SCRIPT)
    assert title(tmp_path / "f") == title(tmp_path / "g") == "CMU Pronouncing Dictionary"


def test_a_packed_one_is_opened(tmp_path: Path) -> None:
    make_wordnet(tmp_path / "dict")
    files = {f"dict/{one.name}": one.read_text() for one in (tmp_path / "dict").iterdir()}
    assert title(make_zip(tmp_path / "wordnet.zip", **files)) == "WordNet 3.0"


def test_a_file_that_is_no_dictionary_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"%PDF")
    with pytest.raises(DictionaryError, match="nothing in it is a dictionary that we can read"):
        title(tmp_path / "report.pdf")


def test_a_folder_of_several_asks_which(tmp_path: Path) -> None:
    file = make_stardict(tmp_path, {"quay": b"x"})
    (tmp_path / "other.ifo").write_bytes(file.read_bytes())
    with pytest.raises(DictionaryError, match="it holds 2 dictionaries; name one of their files"):
        title(tmp_path)


def test_a_name_that_is_neither_a_file_nor_known_is_refused() -> None:
    with pytest.raises(DictionaryError, match="there is no such file; name a dictionary's file"):
        title(Path("no-such-dictionary"))


def test_a_known_one_that_is_not_here_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("broadsheet.lexicon.sniff._WORDNET", (Path("/nowhere/wordnet"),))
    with pytest.raises(DictionaryError, match="install Debian's wordnet-base"):
        title(Path("wordnet"))
