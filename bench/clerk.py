"""A newsroom → somebody at its desk who does errands and says how long they took."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from bench.newsroom import CHECKOUT, Newsroom
from bench.running import GRACE_SECONDS, Broken

Say = Callable[[str], None]


class Clerk:
    """A process of its own, as Django's settings are one newsroom's for a process's life.

    The errands are those of `bench.desk`.
    """

    def __init__(self, room: Newsroom, process: subprocess.Popen[str], say: Say) -> None:
        self._room = room
        self._process = process
        self._say = say

    def do(self, errand: str, **words: object) -> Any:
        """Have an errand done; gives its answer. Raises Broken where it fails."""
        self.send(errand, **words)
        return self.answer()

    def send(self, errand: str, **words: object) -> None:
        """Send the clerk off; `answer()` waits for what comes of it."""
        if self._process.stdin is None:
            raise Broken("the clerk cannot hear")
        self._process.stdin.write(f"{json.dumps({'errand': errand, **words})}\n")
        self._process.stdin.flush()

    def answer(self) -> Any:
        for line in self._process.stdout or ():
            told = json.loads(line)
            if "answer" in told:
                return told["answer"]
            self._say(f"{self._room.folder.name}: {told['progress']}")
        raise Broken(f"{self._room.folder.name}: {_log(self._room)}")


@contextmanager
def clerk(room: Newsroom, say: Say) -> Iterator[Clerk]:
    """A clerk in this newsroom for as long as this lasts. `say` hears how errands get on."""
    with (room.folder / "clerk.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.desk"],
            env=dict(room.env),
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    try:
        yield Clerk(room, process, say)
    finally:
        _let_go(process)


def _let_go(process: subprocess.Popen[str]) -> None:
    """The clerk ends with its standard input; one in the middle of an errand is not waited for."""
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()


def _log(room: Newsroom) -> str:
    said = (room.folder / "clerk.log").read_text(encoding="utf-8", errors="replace").strip()
    return said[-2000:] or "the clerk ended without a word"
