"""A newsroom on several machines: what all of them share stands on one, and each of the others has
a folder of its own with the same settings and the same key."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from bench.postgresql import cluster
from broadsheet.commands.new import Written, settings_file
from broadsheet.press.site import Site
from broadsheet.roster import _number
from tests.machines.mailbox import PORT as MAIL_PORT
from tests.machines.mailbox import Mailbox, mailbox
from tests.machines.network import BLOCK, Machine, Network
from tests.server.making import ROOT, make_environment
from tests.server.running import PATIENCE_SECONDS, Running, python, running
from tests.stores import Store, running_store
from tests.talk.making import FREELY, ids
from tests.voice.speaking import install

HOST = "courier.example"
ORIGIN = f"http://{HOST}"
PORT = 8000
_BROKER_PORT = 6379

# What is killed here are workers and never the database or its machine.
_QUICK = ("fsync=off", "full_page_writes=off", "autovacuum=off")

_ON_DUTY = """
SELECT host(client_addr) FROM pg_locks JOIN pg_stat_activity USING (pid)
WHERE locktype = 'advisory' AND objsubid = 1 AND granted
AND (classid::bigint << 32 | objid::bigint) = %s
"""
_WORK_LEFT = """
SELECT EXISTS (SELECT FROM press_order)
OR EXISTS (SELECT FROM press_output WHERE is_stale OR NOT is_packed)
OR EXISTS (SELECT FROM talk_thread WHERE changes <> printed)
OR EXISTS (SELECT FROM talk_notice WHERE settled_at IS NULL)
OR EXISTS (SELECT FROM studio_recording WHERE is_wanted AND state IN ('waiting', 'voicing'))
"""
# A voice that hums is quicker than one that speaks.
_VOICE = """
[[voice]]
name = "joe"
engine = "humming"
[voice.settings]
folder = "{}"
"""


@dataclass(frozen=True)
class Room:
    """The newsroom's folder on one machine."""

    machine: Machine
    folder: Path
    engines: Path

    @property
    def environment(self) -> Mapping[str, str]:
        paths = (self.engines, ROOT / "src", ROOT)
        return make_environment(
            BROADSHEET_NEWSROOM=str(self.folder), PYTHONPATH=os.pathsep.join(map(str, paths))
        )

    @property
    def site(self) -> Path:
        return self.folder / "var/site"

    @contextmanager
    def running(self, *words: str) -> Iterator[Running]:
        with ExitStack() as stack:
            with self.machine.inside():
                argv = python("broadsheet", *words)
                process = stack.enter_context(running(argv, env=self.environment))
            yield process

    def files(self) -> dict[str, bytes]:
        """All that this machine serves."""
        return {
            file.relative_to(self.site).as_posix(): file.read_bytes()
            for file in self.site.rglob("*")
            if file.is_file()
        }

    def comments_under(self, report: int) -> list[int]:
        """The numbers of the comments in the thread that this machine serves."""
        # In this order no comment stands on two pages.
        pages = (self.site / f"threads/{report}/recommended").rglob("index.html")
        return [number for page in pages for number in ids(page.read_text())]

    def last_change(self) -> int:
        """How far its copy of the site has come."""
        return int(json.loads((self.folder / "var/delivered.json").read_text())["number"])

    def is_whole(self, books: Mapping[str, str]) -> bool:
        """Whether its copy is what stands in the books, all of it and nothing else."""
        site = Site(self.site)
        plain = {path for path in self.files() if not path.endswith((".br", ".gz"))}
        return plain - {"moved.map"} == books.keys() - {"moved.map"} and all(
            site.is_whole(path, digest) for path, digest in books.items()
        )


@dataclass(frozen=True)
class Newsroom:
    network: Network
    rooms: Mapping[str, Room]
    mail: Mailbox
    database: str
    voice: Path

    def __getitem__(self, name: str) -> Room:
        return self.rooms[name]

    def asked(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What the database holds, by its socket: no wire is between."""
        with psycopg.connect(self.database) as connection:
            return connection.execute(sql, values).fetchall()

    def on_duty(self) -> str:
        """The machine whose worker is; "" where none is."""
        found = self.asked(_ON_DUTY, _number("worker"))
        return self.network.at(found[0][0]).name if found else ""

    def books(self) -> dict[str, str]:
        return dict(self.asked("SELECT path, digest FROM press_sitefile"))

    def last_change(self) -> int:
        return int(self.asked("SELECT coalesce(max(id), 0) FROM press_change")[0][0])

    def is_at_rest(self) -> bool:
        """Whether nothing is left to print, to read aloud or to send."""
        return not self.asked(_WORK_LEFT)[0][0]


@contextmanager
def newsroom(network: Network, folder: Path, *names: str) -> Iterator[Newsroom]:
    """A newsroom that was founded, with a room on each of these machines, and nobody at work. The
    machine `centre` has what they share."""
    centre = network["centre"]
    with ExitStack() as stack:
        with centre.inside():
            socket = stack.enter_context(cluster(_QUICK, network=BLOCK))
            store = stack.enter_context(running_store(_made(folder / "store"), host=centre.address))
            stack.enter_context(_broker(centre.address))
            mail = stack.enter_context(mailbox(centre.address))
        engines = folder / "engines"
        install(engines)
        rooms = {name: Room(network[name], folder / name, engines) for name in names}
        first, *others = rooms.values()
        url = f"postgresql://paper@{centre.address}/postgres"
        with first.machine.inside():
            _found(first, url)
        settings = settings_file(_settings(centre, url, store))
        voice = _made(folder / "voice")
        settings += _VOICE.format(voice)
        (first.folder / "broadsheet.toml").write_text(settings)
        for other in others:
            _made(other.folder / "var")
            shutil.copy(first.folder / "broadsheet.toml", other.folder)
            shutil.copy(first.folder / "var/secret-key", other.folder / "var")
        yield Newsroom(network, rooms, mail, socket, voice)


def _settings(centre: Machine, url: str, store: Store) -> Written:
    return {
        "paper": {"url": ORIGIN, "language": "en", "time_zone": "UTC"},
        "server": {"host": "0.0.0.0", "port": PORT},
        "database": {"url": url},
        "store": store.bucket().model_dump(),
        "mail": {"host": centre.address, "port": MAIL_PORT, "sender": f"desk@{HOST}"},
        "talk": dict(FREELY),
        "sound": {"processes": 1},
        "tasks": {"broker": f"redis://{centre.address}:{_BROKER_PORT}/0"},
    }


def _found(room: Room, url: str) -> None:
    done = subprocess.run(
        python("broadsheet", "new", room.folder, "--database", url),
        env=make_environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@contextmanager
def _broker(address: str) -> Iterator[None]:
    words = ("--bind", address, "--port", str(_BROKER_PORT), "--save", "", "--protected-mode", "no")
    process = subprocess.Popen(["redis-server", *words], stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.kill()
        process.wait()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder
