"""`broadsheet dictionary` and `broadsheet lexicon`, in real processes and outside any newsroom."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from broadsheet.lexicon.readers.wndb import LICENCE
from tests.lexicon.readers.test_stardict import make_stardict
from tests.lexicon.readers.test_wndb import make_wordnet
from tests.server.running import PATIENCE_SECONDS

REPORT = """Power fails in the north

The line that feeds Lindvik came down in the storm, and lines hummed all night.
"""


def broadsheet(*words: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "broadsheet", *words],
        cwd=cwd,
        env={**kept, "HOME": str(cwd), **env},
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wordnet, a Korean StarDict, a report, and a shelf of the first two."""
    folder = tmp_path_factory.mktemp("place")
    make_wordnet(folder / "wn")
    make_stardict(folder, {"line": "전선".encode()})
    (folder / "report.txt").write_text(REPORT)
    shelf = ("--file", "shelf.sqlite3")
    for words in (
        ("wn", "--name", "wordnet"),
        ("small.ifo", "--name", "korean", "--language", "ko"),
    ):
        run = broadsheet("dictionary", "add", *words, *shelf, cwd=folder)
        assert run.returncode == 0, run.stderr
    return folder


def test_dictionaries_are_listed_with_their_licences(place: Path) -> None:
    run = broadsheet("dictionary", "list", "--file", "shelf.sqlite3", cwd=place)
    assert run.stdout.splitlines() == [
        f"wordnet: WordNet 3.0; meanings: 7; {LICENCE}",
        "korean: Small 영한 사전; meanings in ko: 1; not stated",
    ]


def test_the_entries_of_a_text_are_printed(place: Path) -> None:
    run = broadsheet("lexicon", "report.txt", "--dictionaries", "shelf.sqlite3", cwd=place)
    assert run.returncode == 0, run.stderr
    assert "plural of line" in run.stdout
    assert "1. a wire that carries power" in run.stdout
    assert "전선" in run.stdout
    assert "Small 영한 사전: not stated" in run.stdout


def test_the_words_file_is_printed(place: Path) -> None:
    words = ("lexicon", "report.txt", "--words", "--dictionaries", "shelf.sqlite3")
    content = json.loads(broadsheet(*words, cwd=place).stdout)
    # The plainer way of reading, without a model, takes the name of the town for a word too.
    bases = [entry["base"] for entry in content["entries"] if entry["base"] != "Lindvik"]
    assert bases == ["line", "line"]
    assert {sense["from"] for sense in content["senses"]} == {"wordnet", "korean"}


def test_a_dictionary_is_removed(place: Path, tmp_path: Path) -> None:
    (tmp_path / "shelf.sqlite3").write_bytes((place / "shelf.sqlite3").read_bytes())
    words = ("dictionary", "remove", "korean", "--file", "shelf.sqlite3")
    assert broadsheet(*words, cwd=tmp_path).stdout == "korean is no longer there\n"
    again = broadsheet(*words, cwd=tmp_path)
    assert again.returncode == 1
    assert again.stderr == "broadsheet: korean: no dictionary has this name; there is wordnet\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("add", "nothing", "--file", "a.sqlite3"), "nothing: there is no such file;"),
        (("add", "broken.zip", "--file", "a.sqlite3"), "broken.zip: this archive is broken"),
        (("add", "wn", "--name", "../x", "--file", "a.sqlite3"), "'../x' is no name"),
        (("list",), "is in no newsroom; go to one, or name the file with --file PATH"),
    ],
)
def test_trouble_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "broken.zip").write_bytes(b"no zip")
    (tmp_path / "wn").mkdir()
    run = broadsheet("dictionary", *words, cwd=tmp_path)
    assert run.returncode == 1
    assert run.stderr.startswith("broadsheet: ")
    assert sentence in run.stderr
    assert run.stderr.count("\n") == 1
    assert not (tmp_path / "a.sqlite3").exists()
