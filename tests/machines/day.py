"""A day of a newsroom on several machines: two serve the paper, two only work, and everybody
writes. One that serves is cut off with the worker on duty, another worker is killed."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.machines.desk import Desk, desk
from tests.machines.newsroom import Newsroom
from tests.machines.readers import Reading, Writer, Writing, reading, writing
from tests.server.running import wait_until
from tests.voice.speaking import said

UNDER_TALK = 6
PAUSE_SECONDS = 0.3
# How much is published in each of the day's parts, at least.
A_WHILE = 5
CORRECTION = "Of {} the hour was wrong."
REASON = "Two of its sources were one person."

_VOICED = "SELECT count(*) FROM studio_recording WHERE state = 'done'"


@dataclass
class Published:
    """A report, with what became of it."""

    report: int
    path: str
    headline: str
    correction: str = ""
    is_withdrawn: bool = False


@dataclass
class Day:
    """What was done. `claimants` were each promised one mail, `seconds` says how long each change
    of hands took."""

    newsroom: Newsroom
    published: list[Published] = field(default_factory=list)
    claimants: list[str] = field(default_factory=list)
    writing: Writing = field(default_factory=Writing)
    reading: Reading = field(default_factory=Reading)
    seconds: dict[str, float] = field(default_factory=dict)
    read_while_cut_off: int = 0

    def told(self) -> str:
        tries = [one.tries for one in self.writing.accepted]
        figures = {
            "reports published": len(self.published),
            "of them corrected": sum(bool(one.correction) for one in self.published),
            "of them withdrawn": sum(one.is_withdrawn for one in self.published),
            "comments accepted": len(tries),
            "tries that took": sum(tries),
            "the most for one": max(tries),
            "tries without an answer": self.writing.dropped,
            "tries refused": len(self.writing.refused),
            "mails promised": len(self.claimants),
            "mails that came": len(self.newsroom.mail.taken),
            "reports read aloud": self.newsroom.asked(_VOICED)[0][0],
            "sentences said": len(said(self.newsroom.voice)),
            "front pages of the host that was cut off": len(self.reading.given_at),
            "of them meanwhile": self.read_while_cut_off,
            "longest time between two of them, s": round(self.reading.longest_gap_seconds, 1),
            **{f"{what}, s": round(seconds, 1) for what, seconds in self.seconds.items()},
        }
        return "\n".join(f"{what}: {figure}" for what, figure in figures.items())


@contextmanager
def day(newsroom: Newsroom, folder: Path) -> Iterator[Day]:
    """Gives it when it is over, and everybody is still there to be asked."""
    done = Day(newsroom)
    with ExitStack() as stack:
        _open_the_doors(newsroom, stack)
        with newsroom["a"].machine.inside():
            there = desk(folder / "desk.log", env=newsroom["a"].environment)
            editor = stack.enter_context(there)
        sessions = editor.do("open_talk", 4)
        reports = [editor.do("publish", f"Under talk {n}")["report"] for n in range(UNDER_TALK)]
        _wait_for_change(newsroom, "a", "b")
        with (
            writing(_writers(newsroom, sessions), reports) as done.writing,
            reading(newsroom["b"].machine) as done.reading,
            _at_the_desk(editor, done),
        ):
            _all_goes_well(done)
            _is_cut_off(done)
        wait_until(newsroom.is_at_rest, "everything to be printed and sent")
        _wait_for_change(newsroom, "a", "b")
        yield done


def _open_the_doors(newsroom: Newsroom, stack: ExitStack) -> None:
    """The worker of the host that will be cut off is on duty first."""
    b = stack.enter_context(newsroom["b"].running("serve"))
    wait_until(lambda: newsroom.on_duty() == "b", "the first worker")
    a = stack.enter_context(newsroom["a"].running("serve"))
    for name in ("c", "d"):
        stack.enter_context(newsroom[name].running("worker"))
    for host in (a, b):
        host.wait_for("The paper: ")


def _writers(newsroom: Newsroom, sessions: list[str]) -> list[Writer]:
    """Three come from the street, where a door that does not open is left for the other; one
    reaches the host that is cut off, and no other."""
    a, b = (newsroom[name].machine for name in ("a", "b"))
    street = newsroom.network.street
    *many, last = sessions
    both = [a.address, b.address]
    return [*(Writer(street, both, one) for one in many), Writer(b, [b.address], last)]


def _all_goes_well(done: Day) -> None:
    _wait_for_more(done)
    assert done.newsroom.on_duty() == "b"


def _is_cut_off(done: Day) -> None:
    newsroom = done.newsroom
    b = newsroom["b"].machine
    cut_off_at = time.monotonic()
    b.cut_off()
    heir = _another_on_duty(done, "b", "another worker has the duty of the one that was cut off")
    _wait_for_more(done)
    assert newsroom[heir].machine.kill("broadsheet worker") == 1
    _another_on_duty(done, heir, "another worker has the duty of the one that was killed")
    _wait_for_more(done)
    done.read_while_cut_off = done.reading.since(cut_off_at)
    b.join()
    with _timed(done, "the host that was cut off is in step"):
        _wait_for_change(newsroom, "b")
    _wait_for_more(done)


def _another_on_duty(done: Day, before: str, what: str) -> str:
    with _timed(done, what):
        wait_until(lambda: done.newsroom.on_duty() not in {"", before}, what)
    return done.newsroom.on_duty()


def _wait_for_more(done: Day) -> None:
    """Until as much has been published and written as makes a while, and stands on a host."""
    published = len(done.published) + A_WHILE
    written = len(done.writing.accepted) + A_WHILE
    wait_until(lambda: len(done.published) >= published, "more reports")
    wait_until(lambda: len(done.writing.accepted) >= written, "more comments")
    _wait_for_change(done.newsroom, "a")


def _wait_for_change(newsroom: Newsroom, *names: str) -> None:
    """Until what has been published by now stands on these machines."""
    last = newsroom.asked("SELECT max(id) FROM press_order")[0][0]
    printed = "SELECT count(*) FROM press_order WHERE id <= %s"
    wait_until(lambda: not newsroom.asked(printed, last or 0)[0][0], "all orders to be followed")
    change = newsroom.last_change()
    for name in names:
        wait_until(lambda name=name: newsroom[name].last_change() >= change, f"{name} to follow")


@contextmanager
def _timed(done: Day, what: str) -> Iterator[None]:
    begun = time.monotonic()
    yield
    done.seconds[what] = time.monotonic() - begun


@contextmanager
def _at_the_desk(editor: Desk, done: Day) -> Iterator[None]:
    is_over = threading.Event()
    thread = threading.Thread(target=_edit, args=(editor, done, is_over))
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def _edit(editor: Desk, done: Day, is_over: threading.Event) -> None:
    """Every report is published; of each seven two are corrected, and one is withdrawn when it is
    five reports old. Somebody claims a right against the latest comment, and is sent a mail."""
    for number in itertools.count():
        if is_over.wait(PAUSE_SECONDS):
            break
        done.published.append(Published(**editor.do("publish", f"News number {number}")))
        match number % 7:
            case 2 | 4:
                _correct(editor, done.published[-2])
            case 6:
                _withdraw(editor, done.published[-5])
        if done.writing.accepted:
            claimant = f"claimant-{number}@street.example"
            editor.do("claim", done.writing.accepted[-1].number, claimant)
            done.claimants.append(claimant)


def _correct(editor: Desk, report: Published) -> None:
    correction = CORRECTION.format(report.headline)
    editor.do("correct", report.report, correction)
    report.correction = correction


def _withdraw(editor: Desk, report: Published) -> None:
    editor.do("withdraw", report.report, REASON)
    report.is_withdrawn = True
