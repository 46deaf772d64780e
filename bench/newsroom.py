"""A folder → newsrooms of our own in it, as a user would found them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.running import Broken, answers, free_port, running

CHECKOUT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took; `megabytes` is the memory of its largest process."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A newsroom in `folder`, which listens at `port` when it is served.

    `also` are settings of its own, as variables of the environment.
    """

    folder: Path
    port: int
    also: Mapping[str, str] = field(default_factory=dict)

    @property
    def site(self) -> Path:
        return self.folder / "var" / "site"

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def env(self) -> Mapping[str, str]:
        """The environment of its programs: nothing of another newsroom gets in."""
        return {
            **_plain_env(),
            "BROADSHEET_NEWSROOM": str(self.folder),
            "BROADSHEET_SERVER__PORT": str(self.port),
            "BROADSHEET_PAPER__URL": self.origin,
            # What is measured here is not to share the machine with a voice.
            "BROADSHEET_SOUND__DAYS": "0",
            **self.also,
        }

    def broadsheet(self, *words: str | Path) -> str:
        """Run a command in it to its end; gives what it printed."""
        return _broadsheet(words, env=self.env, folder=self.folder)

    def spent_on(self, *words: str | Path) -> Spent:
        """Run a command in it to its end; gives what it took."""
        log = self.folder / "spent.log"
        started = time.perf_counter()
        with log.open("wb") as said:
            process = subprocess.Popen(
                _argv(*words), env=self.env, cwd=self.folder, stdout=said, stderr=subprocess.STDOUT
            )
            # The usage of a process is the largest of itself and of its children that have ended.
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told = log.read_text(encoding="utf-8", errors="replace")
            raise Broken(f"broadsheet {words[0]} failed: {told[-2000:]}")
        return Spent(seconds, usage.ru_maxrss / 1024)

    @contextmanager
    def served(self) -> Iterator[int]:
        """`broadsheet serve`, for as long as this lasts; gives its process id."""
        with running(
            _argv("serve"),
            env=self.env,
            log=self.folder / "serve.log",
            is_ready=answers(self.port),
        ) as process:
            yield process.pid

    @contextmanager
    def worker(self) -> Iterator[None]:
        """The worker alone, as `broadsheet serve` runs it."""
        with running(_argv("worker"), env=self.env, log=self.folder / "worker.log"):
            yield


class Newsrooms:
    """Gives newsrooms in a folder, each new.

    The first is founded with `broadsheet new`; the others are copies of what that left, as to
    make a database takes ten seconds.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pristine = folder / "pristine"

    def open(self, name: str, *, also: Mapping[str, str] | None = None) -> Newsroom:
        if not self._pristine.exists():
            _broadsheet(("new", self._pristine), env=_plain_env(), folder=self._folder)
        room = Newsroom(self._folder / name, free_port(), also or {})
        shutil.copytree(self._pristine, room.folder)
        return room

    def on_postgresql(
        self, name: str, url: str, *, also: Mapping[str, str] | None = None
    ) -> Newsroom:
        """One that keeps its database in the empty one at `url`."""
        _broadsheet(
            ("new", self._folder / name, "--database", url), env=_plain_env(), folder=self._folder
        )
        return Newsroom(self._folder / name, free_port(), also or {})


def _plain_env() -> dict[str, str]:
    foreign = ("BROADSHEET_", "DJANGO_SETTINGS_MODULE")
    return {name: value for name, value in os.environ.items() if not name.startswith(foreign)}


def _argv(*words: str | Path) -> tuple[str | Path, ...]:
    return (sys.executable, "-m", "broadsheet", *words)


def _broadsheet(words: tuple[str | Path, ...], *, env: Mapping[str, str], folder: Path) -> str:
    done = subprocess.run(
        _argv(*words), env=env, cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Broken(f"broadsheet {words[0]} failed: {(done.stderr or done.stdout)[-2000:]}")
    return done.stdout
