"""A piece of work in a process of its own, whose steps to the disk are counted, and ended at one.

strace counts them where the kernel sees them, so those of SQLite are among them, and kills the
process as it enters one: what it did before stands, and nothing after it happens.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import select
import shutil
import signal
import subprocess
import time
import traceback
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connections

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not here: apt-get install strace"
)

# The kernel's calls at which a kill may come, and those that change a folder besides.
_FATAL = "fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat"
_CALLS = f"{_FATAL},mkdir,mkdirat,rmdir"
_LINE = re.compile(r"(?P<thread>\d+)\s+(?P<call>\w+)\((?P<words>.*)\)?\s+= (?P<answer>-?\d+)")
_NAMED = re.compile(r'"([^"]*)"|<([^>]*)>')
_ATTACH_SECONDS = 60
_KNOCK = "/no/such/folder"


@dataclass(frozen=True, slots=True)
class Step:
    """The `number`th call of its kind, with the files that it names; `is_done` where the kernel did
    it."""

    call: str
    number: int
    files: tuple[str, ...]
    is_done: bool


def steps_of(work: Callable[[], object], log: Path) -> list[Step]:
    """Do the work to its end. Gives the steps that its first thread took."""
    child, status = _run(work, log, ())
    assert os.waitstatus_to_exitcode(status) == 0, "the work failed; its traceback is above"
    numbers: dict[str, itertools.count[int]] = defaultdict(lambda: itertools.count(1))
    lines = (_LINE.match(line) for line in log.read_text(errors="replace").splitlines())
    return [
        Step(
            call=found["call"],
            number=next(numbers[found["call"]]),
            files=_files(found["words"]),
            is_done=found["answer"] == "0",
        )
        for found in lines
        if found and int(found["thread"]) == child
    ]


def fatal_steps_of(work: Callable[[], object], log: Path) -> list[Step]:
    """The same, but only those at which a kill may come."""
    return [step for step in steps_of(work, log) if step.call in _FATAL.split(",")]


def is_killed(work: Callable[[], object], log: Path, *, at: Step) -> bool:
    """Do the work and end it at that step; False where it came to its end before."""
    _, status = _run(work, log, (f"-einject={at.call}:signal=KILL:when={at.number}",))
    code = os.waitstatus_to_exitcode(status)
    assert code in {0, -signal.SIGKILL}, "the work failed; its traceback is above"
    return code != 0


def do_with_errors(work: Callable[[], object], log: Path, *, error: str, times: int) -> None:
    """Do the work, and refuse so many of its first steps of each kind with that error."""
    refused = f"inject={_FATAL},pwrite64:error={error}:when=1..{times}"
    _, status = _run(work, log, (f"-e{refused}",))
    assert os.waitstatus_to_exitcode(status) == 0, "the work failed; its traceback is above"


def do(work: Callable[[], object]) -> None:
    """Do the work in a process of its own, as is done after a crash."""
    end(begin(work))


def begin(work: Callable[[], object]) -> int:
    """The process that does the work."""
    child, start = _child(work)
    os.close(start)
    return child


def end(child: int) -> None:
    """Wait until it has done its work."""
    assert os.waitpid(child, 0)[1] == 0, "the work failed; its traceback is above"


def _run(work: Callable[[], object], log: Path, more: tuple[str, ...]) -> tuple[int, int]:
    log.unlink(missing_ok=True)
    child, start = _child(work)
    tracer = subprocess.Popen(
        ["strace", f"-fqyp{child}", f"-o{log}", f"-etrace={_CALLS}", "-esignal=none", *more],
    )
    _wait_for_tracer(log)
    os.close(start)
    _, status = os.waitpid(child, 0)
    tracer.wait()
    return child, status


def _child(work: Callable[[], object]) -> tuple[int, int]:
    """A process that waits to begin until what is given with it is closed."""
    connections.close_all()
    waiting, start = os.pipe()
    child = os.fork()
    if child:
        os.close(waiting)
        return child, start
    code = 1
    try:
        os.close(start)
        while not select.select([waiting], [], [], 0.002)[0]:
            # For strace to see, which else may come to it when half of the work is done.
            with contextlib.suppress(FileNotFoundError):
                Path(_KNOCK).rmdir()
        # Without the parent's event loop Django finds the connection of before it, if there is one.
        connections.close_all()
        work()
        code = 0
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        os._exit(code)


def _wait_for_tracer(log: Path) -> None:
    until = time.monotonic() + _ATTACH_SECONDS
    while not (log.exists() and _KNOCK in log.read_text()):
        assert time.monotonic() < until, "strace does not come to it; is ptrace forbidden here?"
        time.sleep(0.002)


def _files(words: str) -> tuple[str, ...]:
    return tuple(quoted or opened for quoted, opened in _NAMED.findall(words))
