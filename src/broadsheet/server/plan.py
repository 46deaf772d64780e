"""What a supervisor is to keep running: named programs, in their order."""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """One program. It is to stay in the foreground and to end on `stop_signal`.

    `is_ready` is asked often and must answer at once; without one a child is ready when it has
    started. `reload_when_changed` is a file: the child gets SIGHUP when another stands in its
    place. An errand ends by itself, with 0 when it is done, and is not started again then.
    """

    name: str
    argv: tuple[str, ...]
    env: Mapping[str, str]
    is_ready: Callable[[], bool] | None = None
    ready_seconds: float = 60
    stop_signal: signal.Signals = signal.SIGTERM
    grace_seconds: float = 10
    reload_when_changed: Path | None = None
    is_errand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The children in the order in which they start, each when the one before it is ready.

    Where there is an errand among them, all is open as soon as those before it are ready; those
    behind it start when it is done, however long that takes.

    They stop in the opposite order, each when the one before it has ended: so the front door,
    which is last, opens when there is something behind it, and closes while there still is.
    `scratch` is a folder that goes when the last child has ended, however that came about.
    A child that dies is started again after `pause_seconds`, which doubles with every death
    up to `longest_pause_seconds`, and is as at first once it has lived that long.
    """

    children: tuple[Child, ...]
    scratch: Path
    pause_seconds: float = 0.5
    longest_pause_seconds: float = 30
