"""Isso, as its documents say to run it: gunicorn with two workers, on SQLite."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from bench.missing import Missing
from bench.posts import Post
from bench.running import Broken, answers, free_port, running

_WRITTEN = "/new?uri=%2Fbench%2F"
_LONG = "uri=%2Flong%2F"


@dataclass(frozen=True, slots=True)
class Isso:
    port: int
    pid: int

    def write(self, writer: int, number: int) -> Post:
        """A comment of somebody who is not signed in: Isso knows no accounts."""
        key = f"{writer}-{number}"
        head = (
            f"POST {_WRITTEN} HTTP/1.1\r\n"
            f"Host: 127.0.0.1:{self.port}\r\n"
            "Content-Type: application/json\r\n"
            f"Content-Length: {len(_comment(key))}\r\n\r\n"
        )
        return Post(key, head.encode() + _comment(key))

    def thread_of(self, comments: int) -> str:
        """The address of a thread beside the one that is written in, which has so many comments."""
        link = HTTPConnection("127.0.0.1", self.port, timeout=60)
        for number in range(comments):
            head = {"Content-Type": "application/json"}
            link.request("POST", f"/new?{_LONG}", _comment(f"long-{number}"), head)
            answer = link.getresponse()
            if answer.status not in {201, 202}:
                raise Broken(f"Isso took comment {number} with {answer.status}; it takes 201")
            answer.read()
        link.close()
        return f"http://127.0.0.1:{self.port}/?{_LONG}"


def _comment(key: str) -> bytes:
    words = {"text": f"I have something to say: {key}.", "title": "Bench", "author": "Reader"}
    return json.dumps(words).encode()


@contextmanager
def isso(folder: Path) -> Iterator[Isso]:
    """Isso in `folder`, from PyPI, for as long as this lasts. Raises Missing without a network."""
    folder.mkdir()
    python = _installed(folder)
    port = free_port()
    settings = folder / "isso.cfg"
    settings.write_text(
        f"[general]\ndbpath = {folder / 'comments.db'}\nhost = http://127.0.0.1:{port}/\n"
        "[guard]\nenabled = false\n",
        encoding="utf-8",
    )
    argv = [python.parent / "gunicorn", "-b", f"127.0.0.1:{port}", "-w", "2", "--preload"]
    with running(
        [*argv, "--keep-alive", "65", "isso.run"],
        env={"PATH": os.defpath, "ISSO_SETTINGS": str(settings)},
        log=folder / "log",
        is_ready=answers(port),
    ) as process:
        yield Isso(port, process.pid)


def _installed(folder: Path) -> Path:
    python = folder / "venv/bin/python"
    for argv in (
        [sys.executable, "-m", "venv", str(folder / "venv")],
        # isso still asks for pkg_resources, which newer setuptools do not bring.
        [str(python), "-m", "pip", "install", "-q", "isso", "gunicorn", "setuptools<81"],
    ):
        done = subprocess.run(argv, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Missing(f"isso could not be installed: {(done.stderr or done.stdout)[-300:]}")
    return python
