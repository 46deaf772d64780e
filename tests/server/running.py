"""Programs that a test starts, and what it waits for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.server.making import ROOT, make_environment

# How long is waited for what must come to pass. On a busy machine (two cores, load 8) a newsroom
# took three minutes to be founded.
PATIENCE_SECONDS = 600


def wait_until(condition: Callable[[], object], what: str = "the condition") -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"waited {PATIENCE_SECONDS} s for {what}"
        time.sleep(0.01)


class Running:
    """A program at work, with all that it has said."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self.pid = process.pid
        self._log = log

    @property
    def log(self) -> str:
        return self._log.read_text(errors="replace")

    def wait_for(self, words: str, *, times: int = 1) -> None:
        def is_said() -> bool:
            assert self.process.poll() is None or self.log.count(words) >= times, self.log
            return self.log.count(words) >= times

        wait_until(is_said, f"{words!r} in:\n{self.log}")

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def exit_code(self) -> int:
        return self.process.wait(PATIENCE_SECONDS)


@contextmanager
def running(
    argv: Sequence[str | Path], *, env: Mapping[str, str] | None = None, user: int | None = None
) -> Iterator[Running]:
    """Run a program in a session of its own. At the end of the test none of it is left."""
    with tempfile.TemporaryDirectory(prefix="log-") as folder:
        log = Path(folder) / "log"
        with log.open("wb") as out:
            process = subprocess.Popen(
                argv,
                cwd=ROOT,
                env=env or make_environment(),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                user=user,
                extra_groups=[] if user else None,
            )
        try:
            yield Running(process, log)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def python(module: str, *arguments: object) -> list[str]:
    return [sys.executable, "-m", module, *map(str, arguments)]


def descendants(pid: int) -> dict[int, str]:
    """Every process below this one, with its command line, which is "" where one has ended."""
    found: dict[int, str] = {}
    with suppress(FileNotFoundError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in map(int, _read(thread / "children").split()):
                found[child] = _read(Path(f"/proc/{child}/cmdline")).replace("\0", " ")
                found |= descendants(child)
    return found


def _read(file: Path) -> str:
    """What a file of a process says; nothing where that has ended since."""
    try:
        return file.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be counted does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in {"Z", "X"}
