"""One child of a plan and the process that holds its place."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from broadsheet.server.lines import Lines
from broadsheet.server.plan import Child
from broadsheet.server.watch import Watch


@dataclass(frozen=True, slots=True)
class _Held:
    process: subprocess.Popen[bytes]
    lines: Lines


class Post:
    """A child's place: empty, or held by a process in a group of its own.

    What the process says goes to `log` line by line, behind the child's name.
    """

    def __init__(self, child: Child, *, watch: Watch, log: Callable[[str], None]) -> None:
        self.child = child
        self.last_line = ""
        self.is_done = False
        self._watch = watch
        self._log = log
        self._held: _Held | None = None
        self._seen: tuple[int, int, int] | None = None

    @property
    def is_held(self) -> bool:
        return self._held is not None

    @property
    def handle(self) -> int:
        """Where the process can be heard; -1 while there is none."""
        return self._held.lines.handle if self._held else -1

    def start(self) -> None:
        """Start the child. Raises OSError."""
        self._seen = _signature(self.child.reload_when_changed)
        lines = Lines()
        try:
            process = subprocess.Popen(  # noqa: S603  # the plan is our own
                self.child.argv,
                env=dict(self.child.env),
                stdin=subprocess.DEVNULL,
                stdout=lines.written,
                stderr=subprocess.STDOUT,
                # What a terminal sends to its foreground reaches us alone.
                start_new_session=True,
            )
        except OSError:
            lines.close()
            raise
        finally:
            lines.hand_over()
        self._held = _Held(process, lines)
        self._watch.follow(process.pid)

    def hear(self) -> bool:
        """Log what has been said. False: nothing more will be."""
        if self._held is None:
            return False
        self._say(self._held.lines.read())
        return not self._held.lines.is_over

    def ended(self) -> str | None:
        """How the process has ended, such as “exit code 1”, once; None while it has not."""
        if self._held is None or self._held.process.poll() is None:
            return None
        process, lines = self._held.process, self._held.lines
        # What it started itself may hold the port or the socket still.
        self.kill()
        self._say(lines.read_to_the_end())
        lines.close()
        self._watch.forget(process.pid)
        self._held = None
        self.is_done = self.child.is_errand and process.returncode == 0
        return _how(process.returncode)

    def stop(self) -> None:
        """Ask the child to end, in its own way."""
        if self._held:
            self._held.process.send_signal(self.child.stop_signal)

    def kill(self) -> None:
        """End the process and all that it started, at once."""
        if self._held:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._held.process.pid, signal.SIGKILL)

    def reload_if_changed(self) -> None:
        """Send SIGHUP if another file stands where the child's file was."""
        seen = _signature(self.child.reload_when_changed)
        if self._held and seen != self._seen:
            self._seen = seen
            self._held.process.send_signal(signal.SIGHUP)

    def _say(self, lines: list[str]) -> None:
        for line in lines:
            self.last_line = line
            self._log(f"{self.child.name}: {line}")


def _signature(file: Path | None) -> tuple[int, int, int] | None:
    if file is None:
        return None
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _how(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"
