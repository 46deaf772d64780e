"""A plan of programs → all of them running, with one log, until this process is told to stop."""

from __future__ import annotations

import contextlib
import selectors
import signal
import socket
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Literal, Self

from broadsheet.server.plan import Plan
from broadsheet.server.post import Post
from broadsheet.server.watch import Watch

_LOOK_SECONDS = 1.0
_LOOK_WHILE_STARTING_SECONDS = 0.05


class ServeError(Exception):
    """What keeps the paper from being served, in one sentence, with what to do."""


def supervise(
    plan: Plan,
    *,
    announce: Callable[[], None],
    log: Callable[[str], None],
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Run the children of `plan` until SIGTERM, SIGINT or SIGHUP. Returns 0 after a clean stop.

    `announce` is called once, when every child is ready, or each before the first errand. `log`
    gets whole lines without their ends: what the children say, each line behind its child's name,
    and what happens to them. A child that cannot start at all ends the rest and raises ServeError;
    one that dies later is started again. Signals are a matter of the main thread, so this must
    run there.
    """
    grace_seconds = max(child.grace_seconds for child in plan.children)
    with (
        _signals() as signals,
        Watch(plan.scratch, grace_seconds=grace_seconds) as watch,
        _Shift(plan, signals=signals, watch=watch, log=log, clock=clock) as shift,
    ):
        if shift.begin():
            announce()
            shift.keep()
    return 0


@dataclass
class _Signals:
    """Whether a signal to stop has come. `wakes` can be read from when any signal has."""

    wakes: socket.socket
    is_stop: bool = False


@contextlib.contextmanager
def _signals() -> Iterator[_Signals]:
    wakes, woken = socket.socketpair()
    wakes.setblocking(False)
    woken.setblocking(False)
    signals = _Signals(wakes)

    def stop(*_: object) -> None:
        signals.is_stop = True

    def wake(*_: object) -> None:
        """The wake-up handle is written to; that is all that is needed."""

    handlers: dict[int, Any] = {signal.SIGTERM: stop, signal.SIGINT: stop, signal.SIGCHLD: wake}
    # Whoever starts us with nohup means it.
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        handlers[signal.SIGHUP] = stop
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    woken_before = signal.set_wakeup_fd(woken.fileno(), warn_on_full_buffer=False)
    try:
        yield signals
    finally:
        signal.set_wakeup_fd(woken_before)
        for number, handler in before.items():
            signal.signal(number, handler)
        wakes.close()
        woken.close()


@dataclass
class _Place:
    """A child's post, and when to start it again if it is empty."""

    post: Post
    pause_seconds: float
    started_at: float = 0.0
    start_at: float | None = None


class _Shift:
    """The children of a plan at work. Leaving the `with` stops them, the last one first."""

    def __init__(
        self,
        plan: Plan,
        *,
        signals: _Signals,
        watch: Watch,
        log: Callable[[str], None],
        clock: Callable[[], float],
    ) -> None:
        self._plan = plan
        self._signals = signals
        self._watch = watch
        self._log = log
        self._clock = clock
        self._phase: Literal["starting", "open", "stopping"] = "starting"
        self._places = [
            _Place(Post(child, watch=watch, log=log), plan.pause_seconds) for child in plan.children
        ]
        self._waiting = deque(self._places)
        self._selector = selectors.DefaultSelector()
        self._selector.register(signals.wakes, selectors.EVENT_READ)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._phase = "stopping"
        for place in reversed(self._places):
            self._stop(place.post)
        self._selector.close()

    def begin(self) -> bool:
        """Start the children, each when the one before it is ready. False: told to stop first."""
        while self._waiting and not self._waiting[0].post.child.is_errand:
            place = self._waiting.popleft()
            child = place.post.child
            self._start(place)
            while not self._signals.is_stop and child.is_ready and not child.is_ready():
                self._turn(_LOOK_WHILE_STARTING_SECONDS)
                if self._clock() > place.started_at + child.ready_seconds:
                    raise ServeError(
                        f"{child.name} did not answer within {child.ready_seconds:g} seconds; "
                        f"{_said(place.post)}"
                    )
            if self._signals.is_stop:
                return False
        self._turn(0)
        self._phase = "open"
        self._go_on()
        return True

    def keep(self) -> None:
        """Keep all of them running until told to stop."""
        look_at = self._clock()
        while not self._signals.is_stop:
            now = self._clock()
            due = [place.start_at for place in self._places if place.start_at is not None]
            self._turn(max(0.0, min([look_at, *due]) - now))
            for place in self._places:
                if place.start_at is not None and place.start_at <= self._clock():
                    self._start(place)
            if look_at <= self._clock():
                self._look_around()
                look_at = self._clock() + _LOOK_SECONDS

    def _go_on(self) -> None:
        """Start those that wait, up to the next errand and with it."""
        while self._waiting:
            place = self._waiting.popleft()
            self._start(place)
            if place.post.child.is_errand:
                return

    def _look_around(self) -> None:
        for place in self._places:
            place.post.reload_if_changed()
        if not self._watch.is_kept():
            self._log("broadsheet: the watchman was killed; another one has taken over")

    def _start(self, place: _Place) -> None:
        place.started_at = self._clock()
        place.start_at = None
        try:
            place.post.start()
        except OSError as error:
            self._has_ended(place, f"{error.filename}: {error.strerror}")
        else:
            self._selector.register(place.post.handle, selectors.EVENT_READ, place.post)

    def _turn(self, seconds: float) -> None:
        """Wait, no longer than that, for a signal, a line or an end, and see to it."""
        for key, _ in self._selector.select(seconds):
            if key.data is None:
                with contextlib.suppress(BlockingIOError):
                    self._signals.wakes.recv(4096)
            elif not key.data.hear():
                self._selector.unregister(key.fd)
        for place in self._places:
            handle = place.post.handle
            how = place.post.ended()
            if how is not None:
                if handle in self._selector.get_map():
                    self._selector.unregister(handle)
                self._has_ended(place, how)

    def _has_ended(self, place: _Place, how: str) -> None:
        name = place.post.child.name
        if self._phase == "starting":
            raise ServeError(f"{name} could not start ({how}); {_said(place.post)}")
        if self._phase == "stopping":
            return
        if place.post.is_done:
            self._go_on()
            return
        now = self._clock()
        if now - place.started_at >= self._plan.longest_pause_seconds:
            place.pause_seconds = self._plan.pause_seconds
        pause = place.pause_seconds
        place.start_at = now + pause
        place.pause_seconds = min(pause * 2, self._plan.longest_pause_seconds)
        self._log(f"broadsheet: {name} has ended ({how}); it starts again in {pause:g} s")

    def _stop(self, post: Post) -> None:
        post.stop()
        deadline = self._clock() + post.child.grace_seconds
        while post.is_held and self._clock() < deadline:
            self._turn(max(0.0, deadline - self._clock()))
        if post.is_held:
            self._log(
                f"broadsheet: {post.child.name} was told to end {post.child.grace_seconds:g} s "
                "ago and has not; it is killed"
            )
            post.kill()
        while post.is_held:
            self._turn(_LOOK_SECONDS)


def _said(post: Post) -> str:
    if post.last_line:
        return f"mend what it says in the log, which ends with: {post.last_line}"
    return "it said nothing, so run broadsheet check"
