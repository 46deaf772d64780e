"""`broadsheet serve` on a machine that is started while what it needs is away."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from django.db import connections

from broadsheet.config import Config
from broadsheet.press.bookmark import Bookmark
from broadsheet.press.deliver import bookmark
from broadsheet.press.models import Urgency
from broadsheet.press.the_site import the_site
from broadsheet.press.work import press_until_done, start
from tests.make import make_report
from tests.server.asking import Reply, ask
from tests.server.making import free_port, make_environment
from tests.server.running import Running, python, running, wait_until

NOT_OPEN = "The desk is not open yet."
NO_STORE = {"BROADSHEET_STORE__BUCKET": "papers", "BROADSHEET_STORE__URL": "http://127.0.0.1:9"}


class Leash:
    """The newsroom's database at an address that leads to it, or for a while to nothing."""

    def __init__(self, config: Config, folder: Path) -> None:
        url = urlsplit(config.database.url)
        self.settings: dict[str, str] = {}
        if config.database.url:
            self._kept, self._at = Path(parse_qs(url.query)["host"][0]), folder / "postgresql"
            named = url._replace(query=f"host={self._at}").geturl()
            self.settings["BROADSHEET_DATABASE__URL"] = named
        else:
            self._kept, self._at = folder / "kept.sqlite3", config.sqlite_file
            connections.close_all()
            self._at.rename(self._kept)

    def give_back(self) -> None:
        self._at.symlink_to(self._kept)


@dataclass(frozen=True)
class Served:
    config: Config
    process: Running
    port: int
    watch: int

    def ask(self, target: str) -> Reply:
        return ask(("127.0.0.1", self.port), target, headers={"Host": f"127.0.0.1:{self.port}"})

    def health(self) -> list[str]:
        try:
            answer = urlopen(f"http://127.0.0.1:{self.watch}/health")
        except HTTPError as error:
            answer = error
        return list(json.loads(answer.read())["troubles"])


@contextmanager
def started(config: Config, **settings: str) -> Iterator[Served]:
    port, watch = free_port(), free_port()
    env = make_environment(
        BROADSHEET_NEWSROOM=str(config.home),
        BROADSHEET_SERVER__PORT=str(port),
        BROADSHEET_WATCH__PORT=str(watch),
        BROADSHEET_PAPER__URL=f"http://127.0.0.1:{port}",
        BROADSHEET_SOUND__DAYS="0",
        **settings,
    )
    with running(python("broadsheet", "serve"), env=env) as process:
        yield Served(config, process, port, watch)


@pytest.fixture
def printed(newsroom: Config) -> Config:
    """With a report, and the paper on the disk."""
    make_report(headline="Before the outage")
    start(the_site())
    press_until_done(urgency=Urgency.REBUILD)
    return newsroom


def check_is_read_and_no_more(served: Served) -> None:
    for path in ("/", "/latest/", "/feed.xml"):
        assert served.ask(path).status == 200, path
    kindly = (served.config.site / "unavailable.html").read_text()
    for door in ("/search/?q=pier", "/desk/", "/desk/login/", "/talk/1/mine.json"):
        answer = served.ask(door)
        assert (answer.status, answer.text) == (503, kindly), door
        assert int(answer["Retry-After"]) > 0


def test_without_its_database_it_serves_the_paper(printed: Config, tmp_path: Path) -> None:
    leash = Leash(printed, tmp_path)
    with started(printed, **leash.settings) as served:
        served.process.wait_for(NOT_OPEN)
        served.process.wait_for("the desk waits for the database, and the paper is read: ")
        check_is_read_and_no_more(served)
        assert any("the database cannot be read" in one for one in served.health())
        leash.give_back()
        served.process.wait_for("the database answers; the desk and the press begin")
        wait_until(lambda: served.ask("/search/?q=pier").status == 200, "the search")
        assert served.ask("/desk/login/").status == 200
        report = make_report(headline="After the outage")
        wait_until(lambda: served.ask(report.path_on_site).status == 200, "the new page")
        wait_until(lambda: served.health() == [], "all to be well")


def test_a_host_of_several_serves_its_copy_while_database_and_store_are_away(
    printed: Config, tmp_path: Path
) -> None:
    leash = Leash(printed, tmp_path)
    Bookmark(number=1, path="index.html", digest="ab12").lay(bookmark(printed))
    with started(printed, **leash.settings, **NO_STORE) as served:
        served.process.wait_for(NOT_OPEN)
        check_is_read_and_no_more(served)


def test_without_a_paper_to_serve_it_says_what_is_away(newsroom: Config, tmp_path: Path) -> None:
    leash = Leash(newsroom, tmp_path)
    with started(newsroom, **leash.settings) as served:
        assert served.process.exit_code() == 1
        (said,) = served.process.log.splitlines()
        assert said.startswith("broadsheet: the database does not do it: ")


@pytest.mark.skipif("BROADSHEET_TESTS_POSTGRESQL" in os.environ, reason="it is about a file")
def test_a_database_that_is_none_any_more_does_not_keep_the_paper_from_readers(
    printed: Config,
) -> None:
    connections.close_all()
    printed.sqlite_file.write_bytes(b"a disk wrote this when it was old and tired" * 100)
    with started(printed) as served:
        served.process.wait_for("file is not a database")
        check_is_read_and_no_more(served)
