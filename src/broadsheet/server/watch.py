"""Process groups → a watchman who ends them should this process be killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from broadsheet.server import watchman


class Watch:
    """A running watchman, see `watchman.py`. Leaving the `with` lets him go, and `scratch` too."""

    def __init__(self, scratch: Path, *, grace_seconds: float) -> None:
        self._argv = (
            *(sys.executable, "-I", "-S", watchman.__file__),
            *(str(scratch), str(grace_seconds)),
        )
        self._groups: set[int] = set()

    def __enter__(self) -> Self:
        self._post_one()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._pipe)
        self._watchman.wait()

    def follow(self, group: int) -> None:
        """Look after a process group from now on."""
        self._groups.add(group)
        self._tell(f"+{group}\n")

    def forget(self, group: int) -> None:
        """It has ended: its number may come to mean another one."""
        self._groups.discard(group)
        self._tell(f"-{group}\n")

    def is_kept(self) -> bool:
        """False when somebody has ended the watchman; another has his place then."""
        if self._watchman.poll() is None:
            return True
        os.close(self._pipe)
        self._post_one()
        return False

    def _post_one(self) -> None:
        theirs, self._pipe = os.pipe()
        try:
            self._watchman = subprocess.Popen(  # noqa: S603  # our own program
                self._argv,
                stdin=theirs,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        finally:
            os.close(theirs)
        for group in sorted(self._groups):
            self._tell(f"+{group}\n")

    def _tell(self, line: str) -> None:
        try:
            os.write(self._pipe, line.encode("ascii"))
        except BrokenPipeError:
            # He is gone: is_kept() posts another, who is told of every group.
            return
