"""While the machine gives trouble the worker waits and the paper stands; when it is over, all that
was published is done."""

from __future__ import annotations

import ctypes
import errno
import os
import sqlite3
import subprocess
from pathlib import Path

import pytest
from django.db import connections

from broadsheet.config import Config
from broadsheet.database import database
from tests.faults.newsroom_kept import Pages, assert_is_done, pages_of, work_until_rest
from tests.faults.steps import do, do_with_errors, needs_strace
from tests.faults.work_in_trouble import work_in_trouble

CLONE_NEWNS = 0x20000


def test_a_disk_that_is_full(newsroom: Config, whole: tuple[Pages, Pages], tmp_path: Path) -> None:
    def on_a_small_disk() -> None:
        _have_mounts_of_its_own()
        elsewhere = tmp_path / "elsewhere"
        newsroom.var.rename(elsewhere)
        newsroom.var.mkdir()
        _mount("-t", "tmpfs", "-o", "size=64m", "small", newsroom.var)
        subprocess.run(["cp", "-a", f"{elsewhere}/.", newsroom.var], check=True)
        filler = newsroom.var / "filler"
        _fill(filler, but=96 * 1024)
        said = work_in_trouble(newsroom, whole, filler.unlink)
        assert any("full" in line or "No space left" in line for line in said), said

    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    do(on_a_small_disk)


def test_a_disk_that_can_only_be_read(newsroom: Config, whole: tuple[Pages, Pages]) -> None:
    def on_a_read_only_disk() -> None:
        _have_mounts_of_its_own()
        _mount("--bind", newsroom.var, newsroom.var)
        _mount("-o", "remount,bind,ro", newsroom.var)
        said = work_in_trouble(
            newsroom, whole, lambda: _mount("-o", "remount,bind,rw", newsroom.var)
        )
        assert any("ead-only file system" in line for line in said), said

    if os.geteuid() != 0:
        pytest.skip("only root may mount a disk that can only be read")
    do(on_a_read_only_disk)


def test_a_site_on_a_disk_of_its_own(newsroom: Config, whole: tuple[Pages, Pages]) -> None:
    def beside_the_rest() -> None:
        _have_mounts_of_its_own()
        elsewhere = newsroom.var / "elsewhere"
        newsroom.site.rename(elsewhere)
        newsroom.site.mkdir()
        _mount("-t", "tmpfs", "the site", newsroom.site)
        subprocess.run(["cp", "-a", f"{elsewhere}/.", newsroom.site], check=True)
        work_until_rest()
        assert pages_of(newsroom) == whole[1]
        assert_is_done(newsroom)

    if os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    do(beside_the_rest)


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
    _mount("--make-rprivate", "/")


def _mount(*words: str | Path) -> None:
    subprocess.run(["mount", *words], check=True)


def _fill(file: Path, *, but: int) -> None:
    """Take all of the disk, but for so many bytes."""
    left = os.statvfs(file.parent)
    with file.open("wb") as opened:
        opened.write(b"x" * (left.f_bavail * left.f_frsize - but))
