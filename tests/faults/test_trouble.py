"""While the machine gives trouble the worker waits and the paper stands; when it is over, all that
was published is done."""

from __future__ import annotations

import ctypes
import errno
import logging
import os
import sqlite3
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connections

from broadsheet.config import Config
from broadsheet.database import database
from broadsheet.press import work
from tests.faults.a_morning import SECRET, Morning, make_due
from tests.faults.newsroom_kept import (
    Kept,
    Pages,
    assert_is_done,
    half_files,
    pages_of,
    work_until_rest,
)
from tests.faults.steps import do, do_with_errors, needs_strace

TROUBLES = 3
CLONE_NEWNS = 0x20000


class Mended(logging.Handler):
    """Mends what is wrong when the worker has said TROUBLES times that it waits."""

    def __init__(self, newsroom: Config, whole: tuple[Pages, ...], mend: Callable[[], object]):
        super().__init__()
        self.said: list[str] = []
        self._newsroom, self._whole, self._mend = newsroom, whole, mend

    def emit(self, record: logging.LogRecord) -> None:
        if "the press waits" not in record.getMessage():
            return
        self.said.append(record.getMessage())
        # One that mails, and not one more for each time that the press began anew.
        assert [thread.name for thread in threading.enumerate()].count("mail") <= 1
        found = pages_of(self._newsroom)
        assert half_files(found, *self._whole) == []
        assert not [path for path, data in found.items() if SECRET.encode() in data]
        if len(self.said) == TROUBLES:
            self._mend()


@pytest.fixture
def whole(
    morning: Morning,
    newsroom: Config,
    keep: Callable[[], Kept],
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[Pages, Pages]:
    """The site before and after the morning's changes, which wait to be followed."""
    for wait in ("PAUSE_AFTER_TROUBLE_SECONDS", "STAND_BY_SECONDS"):
        monkeypatch.setattr(work, wait, 0.01)
    before = pages_of(newsroom)
    for change in morning.changes.values():
        change()
    make_due()
    kept = keep()
    do(work_until_rest)
    after = pages_of(newsroom)
    kept.restore()
    return before, after


def work_in_trouble(
    newsroom: Config, whole: tuple[Pages, Pages], mend: Callable[[], object]
) -> list[str]:
    """Gives what the worker said of it."""
    mended = Mended(newsroom, whole, mend)
    logger = logging.getLogger("broadsheet.press")
    logger.addHandler(mended)
    try:
        work_until_rest()
    finally:
        logger.removeHandler(mended)
    assert len(mended.said) >= TROUBLES
    assert pages_of(newsroom) == whole[1]
    assert_is_done(newsroom)
    return mended.said


def test_a_disk_that_is_full(newsroom: Config, whole: tuple[Pages, Pages], tmp_path: Path) -> None:
    def on_a_small_disk() -> None:
        _have_mounts_of_its_own()
        elsewhere = tmp_path / "elsewhere"
        newsroom.var.rename(elsewhere)
        newsroom.var.mkdir()
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64m", "small", newsroom.var], check=True
        )
        subprocess.run(["cp", "-a", f"{elsewhere}/.", newsroom.var], check=True)
        filler = newsroom.var / "filler"
        _fill(filler, but=96 * 1024)
        said = work_in_trouble(newsroom, whole, filler.unlink)
        assert any("full" in line or "No space left" in line for line in said), said

    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    do(on_a_small_disk)


@needs_strace
@pytest.mark.parametrize("error", ["EROFS", "EIO", "ENOSPC"])
def test_a_disk_that_refuses(
    error: str, newsroom: Config, whole: tuple[Pages, Pages], tmp_path: Path
) -> None:
    """Each of the first calls that would change it, whoever makes them."""

    def patiently() -> None:
        # Not by hand: strace ends its refusals by itself.
        said = work_in_trouble(newsroom, whole, lambda: None)
        assert any(os.strerror(getattr(errno, error)) in line for line in said), said

    do_with_errors(patiently, tmp_path / "log", error=error, times=12)


def test_a_database_that_somebody_else_holds(
    newsroom: Config, whole: tuple[Pages, Pages], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(connections["default"].settings_dict["OPTIONS"], "timeout", 0.05)

    def locked() -> None:
        other = sqlite3.connect(newsroom.sqlite_file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        said = work_in_trouble(newsroom, whole, other.close)
        assert said[0].endswith("database is locked")

    do(locked)


def test_a_database_that_is_gone(
    newsroom: Config, whole: tuple[Pages, Pages], monkeypatch: pytest.MonkeyPatch
) -> None:
    # As the settings have it, so that no new one is made in its place.
    name = database(newsroom)["NAME"]
    monkeypatch.setitem(connections["default"].settings_dict, "NAME", name)
    monkeypatch.setitem(connections["default"].settings_dict["OPTIONS"], "uri", True)
    elsewhere = newsroom.sqlite_file.with_suffix(".away")

    def gone() -> None:
        connections.close_all()
        newsroom.sqlite_file.rename(elsewhere)
        said = work_in_trouble(newsroom, whole, lambda: elsewhere.rename(newsroom.sqlite_file))
        assert said[0].endswith("unable to open database file")

    do(gone)


def _have_mounts_of_its_own() -> None:
    if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNS):
        raise OSError(ctypes.get_errno(), "no mounts of its own are allowed here")
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)


def _fill(file: Path, *, but: int) -> None:
    """Take all of the disk, but for so many bytes."""
    left = os.statvfs(file.parent)
    with file.open("wb") as opened:
        opened.write(b"x" * (left.f_bavail * left.f_frsize - but))
