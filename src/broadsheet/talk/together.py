"""Writes that come at the same time → one transaction, and one wait for the disk.

A commit waits until the disk has it, some milliseconds; the work of a post takes less than one.
Eight readers who post at once share a commit here, where else each would wait for seven others.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

from django.db import transaction

from broadsheet.talk.in_turn import in_turn

T = TypeVar("T")


def together(work: Callable[[], T]) -> T:
    """Do `work` in a transaction that it may share with others. Gives what it gave, or raises what
    it raised, once that is on the disk.

    `work` is undone alone where it raises; the others stand. It may run in another thread than the
    caller's, and once more where another's raised, so it must touch nothing of the request's but
    plain values, and leave nothing but rows.
    """
    return cast("T", _queue.do(work))


class _Job:
    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work
        self._given: Any = None
        self.raised: BaseException | None = None
        self.is_done = False
        # Set when it is done, or when its own thread is to lead the next transaction.
        self.called = threading.Event()

    def succeeds(self) -> bool:
        try:
            self._given, self.raised = self._work(), None
        except Exception as error:  # noqa: BLE001  # raised again by result(), in its own thread
            self.raised = error
        return self.raised is None

    def result(self) -> Any:
        if self.raised is not None:
            raise self.raised
        return self._given


class _Queue:
    """Whoever comes while nobody leads does the work of all who wait, and commits it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[_Job] = []
        self._is_led = False

    def do(self, work: Callable[[], Any]) -> Any:
        job = _Job(work)
        with self._lock:
            self._waiting.append(job)
            follows, self._is_led = self._is_led, True
        if follows:
            job.called.wait()
        if not job.is_done:
            self._lead()
        return job.result()

    def _lead(self) -> None:
        with self._lock:
            jobs, self._waiting = self._waiting, []
        try:
            _do_all(jobs)
        except BaseException as error:  # noqa: BLE001  # raised again by each one's result()
            for job in jobs:
                job.raised = error  # nobody's work was kept
        finally:
            self._hand_over(jobs)

    def _hand_over(self, jobs: list[_Job]) -> None:
        """Let everybody go, and the first who came meanwhile lead in turn."""
        with self._lock:
            heir = self._waiting[0] if self._waiting else None
            self._is_led = heir is not None
        for job in jobs:
            job.is_done = True
            job.called.set()
        if heir is not None:
            heir.called.set()


def _do_all(jobs: list[_Job]) -> None:
    """In one transaction. A savepoint is two statements, so each has its own only where one of
    them raised: then all is undone, and done anew."""
    with in_turn():
        if all(job.succeeds() for job in jobs):
            return
        transaction.set_rollback(True)
    if len(jobs) > 1:
        with in_turn():
            for job in jobs:
                with transaction.atomic():
                    transaction.set_rollback(not job.succeeds())


_queue = _Queue()
