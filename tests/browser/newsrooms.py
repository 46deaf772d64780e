"""Newsrooms that a test may do with as it likes: copies of the sample newspaper, served."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser.conftest import Paper, environment
from tests.browser.editor import work
from tests.server.asking import TIMEOUT_SECONDS, Reply, ask_on
from tests.server.making import ROOT, free_port
from tests.server.running import PATIENCE_SECONDS, Running, descendants, python, running

DATABASE = "var/broadsheet.sqlite3"


@dataclass(frozen=True)
class Newsroom:
    """A newsroom's folder, the settings that it is served with, and where it is served."""

    folder: Path
    port: int
    settings: Mapping[str, str]
    password: str

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def site(self) -> Path:
        return self.folder / "var/site"

    def ask(
        self,
        target: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        sender: str = "127.0.0.1",
    ) -> Reply:
        """What one request is answered with; no redirect is followed."""
        sent = {"Host": f"127.0.0.1:{self.port}", **(headers or {})}
        address = ("127.0.0.1", self.port)
        with socket.create_connection(address, TIMEOUT_SECONDS, (sender, 0)) as connection:
            return ask_on(connection, target, method=method, headers=sent, body=body)

    def asked(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What the database holds."""
        with closing(sqlite3.connect(self.folder / DATABASE, timeout=PATIENCE_SECONDS)) as database:
            found = database.execute(sql, values).fetchall()
            database.commit()
            return found

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "broadsheet", *words],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )

    def edit(self, verb: str, *words: object) -> Any:
        """Have something done at the desk: see `editor.py`."""
        return work(verb, *words, env=self.environment)

    @property
    def environment(self) -> dict[str, str]:
        named = {f"BROADSHEET_{name}": value for name, value in self.settings.items()}
        return {
            **environment(self.url),
            "BROADSHEET_NEWSROOM": str(self.folder),
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
            **named,
        }


def make_copy_of(paper: Paper, folder: Path, **settings: str) -> Newsroom:
    """The same newsroom in another folder, for another port.

    Readers are told of it by the address of the first one, unless PAPER__URL is set: so nothing
    has to be printed again. Files are shared until one of the two replaces them.
    """
    (folder / "var").mkdir(parents=True)
    shutil.copy(paper.folder / "broadsheet.toml", folder)
    shutil.copy(paper.folder / "var/secret-key", folder / "var")
    for part in ("media", "static", "site"):
        shutil.copytree(paper.folder / "var" / part, folder / "var" / part, copy_function=os.link)
    with (
        closing(sqlite3.connect(paper.folder / DATABASE, timeout=PATIENCE_SECONDS)) as first,
        closing(sqlite3.connect(folder / DATABASE)) as second,
    ):
        first.backup(second)
    return Newsroom(folder, free_port(), {"PAPER__URL": paper.url, **settings}, paper.password)


@contextmanager
def serving(newsroom: Newsroom) -> Iterator[Running]:
    with running(python("broadsheet", "serve"), env=newsroom.environment) as process:
        process.wait_for("The paper: ")
        yield process


@dataclass(frozen=True)
class Edited(Newsroom):
    """The sample newspaper with more in it: see `editions.edited`."""

    renamed_from: str
    renamed_to: str
    whole_report: str


def children_of(supervisor: int) -> dict[int, str]:
    """The processes below `broadsheet serve`: number → worker, booth, web, nginx or watchman."""
    marks = {
        "broadsheet worker": "worker",
        "broadsheet booth": "booth",
        "gunicorn": "web",
        "nginx": "nginx",
    }
    return {
        child: next((name for mark, name in marks.items() if mark in words), "watchman")
        for child, words in descendants(supervisor).items()
    }
