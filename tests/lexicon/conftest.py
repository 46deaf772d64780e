from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.shelf import add
from broadsheet.lexicon.sniff import volume
from broadsheet.lexicon.volume import DictionaryError
from tests.lexicon.making import make_shelf

HOW = (
    "NOT TESTED: no WordNet is on this machine. Get it with "
    "apt-get install wordnet-base wordnet-sense-index and test again"
)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Dictionaries]:
    with make_shelf(tmp_path / "small.sqlite3") as dictionaries:
        yield dictionaries


@pytest.fixture(scope="session")
def wordnet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dictionaries]:
    """The WordNet of this machine with word counts, as `broadsheet dictionary add` builds it."""
    file = tmp_path_factory.mktemp("shelf") / "dictionaries.sqlite3"
    try:
        for what in ("wordnet", "frequencies"):
            with volume(what) as found:
                add(file, found, name=what)
    except DictionaryError as error:
        pytest.skip(f"{HOW} ({error})")
    with Dictionaries(file) as dictionaries:
        yield dictionaries
