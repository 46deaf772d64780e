from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bench.running import Broken, answers, free_port, running

LISTENS = """
import socket, sys
held = socket.create_server(("127.0.0.1", int(sys.argv[1])))
while True:
    held.accept()[0].close()
"""


def test_a_server_runs_for_the_length_of_the_with(tmp_path: Path) -> None:
    port = free_port()
    argv = (sys.executable, "-c", LISTENS, str(port))

    with running(argv, env=os.environ, log=tmp_path / "log", is_ready=answers(port)) as process:
        assert answers(port)()

    assert process.returncode is not None
    assert not answers(port)()


def test_a_program_that_ends_at_once_is_said_with_its_last_words(tmp_path: Path) -> None:
    argv = (sys.executable, "-c", "raise SystemExit('the press has no ink')")

    with (
        pytest.raises(Broken, match="the press has no ink"),
        running(argv, env=os.environ, log=tmp_path / "log", is_ready=lambda: False),
    ):
        pytest.fail("it was taken for ready")


def test_a_program_is_stopped_when_measuring_fails(tmp_path: Path) -> None:
    port = free_port()
    argv = (sys.executable, "-c", LISTENS, str(port))

    with (
        pytest.raises(ZeroDivisionError),
        running(argv, env=os.environ, log=tmp_path / "log", is_ready=answers(port)) as process,
    ):
        1 / 0  # noqa: B018  # any fault of ours

    assert process.returncode is not None
