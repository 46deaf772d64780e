from __future__ import annotations

from collections.abc import Iterator

import pytest

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account
from tests.make import make_report
from tests.readers.making import make_reader
from tests.talk.making import open_talk, with_talk


@pytest.fixture
def talk(newsroom: Config) -> Iterator[Config]:
    """A newsroom in which nobody waits: for a moderator, or before writing again."""
    open_talk()
    with with_talk(newsroom):
        yield newsroom


@pytest.fixture
def report(talk: Config) -> ReportPage:
    return make_report(headline="Pier opens")


@pytest.fixture
def mina(talk: Config) -> Account:
    return make_reader("Mina Bell", "mina@mail.example")


@pytest.fixture
def otto(talk: Config) -> Account:
    return make_reader("Otto Riis", "otto@mail.example")
