"""The press at work: orders in, files out, again and again."""

from __future__ import annotations

import datetime as dt
import logging
import math
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from django.db import Error as DatabaseError
from django.db import connection
from django.utils import timezone

from broadsheet import roster
from broadsheet.copydesk.keep_asking import keep_asking
from broadsheet.makeup.end_breaking import end_breaking
from broadsheet.photodesk.pull_lapsed import pull_lapsed
from broadsheet.photodesk.warn import keep_warning
from broadsheet.press import errands
from broadsheet.press.bell import Bell
from broadsheet.press.deliver import compare_copy, has_copy, wait_for_copy
from broadsheet.press.expand import expand
from broadsheet.press.hands import Hands
from broadsheet.press.models import Change, Order, Output, Urgency
from broadsheet.press.outlet import Outlet
from broadsheet.press.reconcile import reconcile
from broadsheet.press.statistics import take_stock
from broadsheet.press.sweep import Sweep
from broadsheet.press.the_site import is_stored, the_folder, the_site
from broadsheet.press.threads import mark_changed_threads, seconds_to_next_thread
from broadsheet.press.verify import Astray, confirmed, mend, suspects
from broadsheet.press.verify_store import find_lost
from broadsheet.reference.work import Reference
from broadsheet.talk.moderation.keep_dates import keep_dates
from broadsheet.talk.notices.send import keep_sending
from broadsheet.timetable.keep_time import TimeKeeper
from broadsheet.timetable.tell import keep_telling

logger = logging.getLogger("broadsheet.press")

GLANCE_SECONDS = 0.04
STAND_BY_SECONDS = 1
PAUSE_AFTER_TROUBLE_SECONDS = 2
DATES_SECONDS = 10
OUTSIDE_GRACE_SECONDS = 5
HOURLY_SECONDS = 3600
# A machine that was away for longer compares its whole copy of the site.
CHANGES_KEPT = dt.timedelta(days=7)

Progress = Callable[[int, int], None]


def work(stop: threading.Event) -> None:
    """Follow orders until `stop` is set; what an earlier process left undone comes first.

    While another worker is on duty in this newsroom, this one stands by. Where that may be on
    another machine, it does meanwhile what several can share.
    """
    if roster.is_of_many_machines():
        with _outside(tasks=errands.keep_running):
            _take_turns(stop, _work_alone)
    else:
        _take_turns(stop, _work_on_one_machine)


def _take_turns(stop: threading.Event, work_on_duty: Callable[[threading.Event], None]) -> None:
    while not stop.is_set():
        try:
            with roster.on_duty("worker") as is_alone:
                if is_alone:
                    work_on_duty(stop)
        except (OSError, DatabaseError) as error:
            _pause(error, stop)
        stop.wait(STAND_BY_SECONDS)


def _work_on_one_machine(stop: threading.Event) -> None:
    with _outside():
        _work_alone(stop)


@contextmanager
def _outside(**more: Callable[[threading.Event], None]) -> Iterator[None]:
    """Mail to readers and to the desk goes out, and links are tried, beside the press, which waits
    for no other machine. They end with this, whatever ends it: else there would be one more of each
    whenever the press begins anew."""
    errands_out = {
        "mail": keep_sending,
        "late": keep_telling,
        "licences": keep_warning,
        "links": keep_asking,
        **more,
    }
    over = threading.Event()
    threads = [
        threading.Thread(target=target, args=(over,), name=name, daemon=True)
        for name, target in errands_out.items()
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join(OUTSIDE_GRACE_SECONDS)


def _work_alone(stop: threading.Event) -> None:
    start(the_site())
    errands.take_up_again()
    agenda, bell, keeper, sweep = _Agenda(), Bell(), TimeKeeper(), Sweep()
    with Reference() as reference, Hands(the_site()) as hands:
        while not stop.is_set():
            try:
                bell.note()
                # What is due comes first: a minute was promised, however much else waits.
                if not (
                    keeper.turn()
                    or _press_once(hands)
                    or _other_work(reference, agenda)
                    or _sweep_once(sweep)
                ):
                    hands.rest()
                    agenda.note_threads()
                    while not (stop.wait(GLANCE_SECONDS) or bell.rang()):
                        if keeper.is_due() or agenda.is_due() or reference.is_due():
                            break
            except (OSError, DatabaseError) as error:
                if roster.is_of_many_machines():
                    raise  # the duty hangs on the connection: whoever can work is to have it
                _pause(error, stop)


def _pause(error: Exception, stop: threading.Event) -> None:
    logger.error("the press waits %d s: %s", PAUSE_AFTER_TROUBLE_SECONDS, error)
    connection.close()
    stop.wait(PAUSE_AFTER_TROUBLE_SECONDS)


def _other_work(reference: Reference, agenda: _Agenda) -> bool:
    return errands.run_one() or reference.turn() or agenda.keep()


def _sweep_once(sweep: Sweep) -> bool:
    if not sweep.is_due():
        return False
    with _held():
        return sweep.turn(now=timezone.now())


def start(site: Outlet) -> None:
    """Make the folders, clear what a crash left, and order what the books lack."""
    with _held():
        site.prepare()
        astray = reconcile()
        take_stock()
    if astray:
        logger.info("%d reports were out of step with the site; they are printed now", astray)


def press_until_done(*, urgency: Urgency, progress: Progress | None = None) -> int:
    """Bake everything that is at least this urgent, here and now. Returns how many outputs."""
    done = 0
    with _held(), Hands(the_site()) as hands:
        while expand():
            pass
        while left := Output.objects.filter(is_stale=True, urgency__lte=urgency).count():
            if progress:
                progress(done, done + left)
            done += hands.bake()
            while expand():
                pass
    if progress:
        progress(done, done)
    return done


def find_astray(*, progress: Progress | None = None) -> list[Astray]:
    """The files of the site that differ from the books: in the store, and on this machine."""
    lost = find_lost() if is_stored() else []
    if is_stored() and not has_copy():
        return lost
    site = the_folder()
    suspected = suspects(site, progress=progress)
    with _held():
        if is_stored():
            wait_for_copy()
        return [*lost, *(one for one in confirmed(site, suspected) if one not in lost)]


def mend_astray(found: Iterable[Astray], *, aside: Path) -> None:
    """Print what is broken again, here and now; what is strange is moved into `aside`.

    What is broken on this machine alone is brought from the store.
    """
    site = the_folder()
    with _held():
        if is_stored():
            strange = [one for one in found if not one.is_known]
            mend(site, [*find_lost(), *strange], aside=aside)
        else:
            mend(site, confirmed(site, found), aside=aside)
    press_until_done(urgency=Urgency.REBUILD)
    if is_stored() and has_copy():
        compare_copy()


def pack_until_done(*, progress: Progress | None = None) -> None:
    """Pack everything that went out compressed quickly."""
    done = 0
    with _held(), Hands(the_site()) as hands:
        while left := Output.objects.filter(is_packed=False).count():
            if progress:
                progress(done, done + left)
            done += hands.pack()


def _press_once(hands: Hands) -> bool:
    """One short piece of the press's work; False where there was none."""
    mark_changed_threads(now=timezone.now())
    if not (
        Order.objects.exists() or Output.objects.filter(is_stale=True).exists() or _has_unpacked()
    ):
        return False
    with _held():
        return bool(expand() + hands.bake()) or bool(hands.pack())


def _has_unpacked() -> bool:
    return Output.objects.filter(is_packed=False).exists()


def _held() -> AbstractContextManager[None]:
    return roster.held("press")


class _Agenda:
    """What is due by the clock."""

    def __init__(self) -> None:
        self._dates_at = 0.0
        self._thread_at = math.inf
        self._hourly_at = time.monotonic() + HOURLY_SECONDS

    def is_due(self) -> bool:
        return time.monotonic() >= min(self._dates_at, self._hourly_at, self._thread_at)

    def note_threads(self) -> None:
        """A thread that was printed a moment ago and has changed since waits for its second."""
        wait = seconds_to_next_thread(now=timezone.now())
        self._thread_at = math.inf if wait is None else time.monotonic() + wait

    def keep(self) -> bool:
        """Do one thing that is due; False where nothing is."""
        now = time.monotonic()
        if now >= self._dates_at:
            self._dates_at = now + DATES_SECONDS
            keep_dates(now=timezone.now())
            pull_lapsed(now=timezone.now())
            end_breaking(now=timezone.now())
            return True
        if now >= self._hourly_at:
            self._hourly_at = now + HOURLY_SECONDS
            hourly = ("assets", "news-sitemap", "talk-figures")
            Output.objects.filter(key__in=hourly).update(is_stale=True)
            errands.clear_old()
            Change.objects.forget(before=timezone.now() - CHANGES_KEPT)
            take_stock()
            return True
        return False
