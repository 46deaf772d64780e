"""A press that is killed at any step leaves the old page or the new one, and no order is lost."""

from __future__ import annotations

import gzip
import os
import shutil
import signal
import traceback
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.conf import settings
from django.db import connections

from broadsheet import story as s
from broadsheet.config import Config
from broadsheet.press.models import Order, Output, Urgency
from broadsheet.press.work import press_until_done, start, the_site
from tests.databases import KeptDatabase
from tests.make import make_copy, make_photo, make_report, make_reports


def press() -> None:
    start(the_site())
    press_until_done(urgency=Urgency.REBUILD)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def unpacked(path: str, data: bytes) -> tuple[str, bytes]:
    if path.endswith(".br"):
        return path.removesuffix(".br"), brotli.decompress(data)
    if path.endswith(".gz"):
        return path.removesuffix(".gz"), gzip.decompress(data)
    return path, data


class Killer:
    """Counts the steps that reach the disk or the database, and kills this process at one."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.steps = 0

    def watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for place, name in (
            (os, "fsync"),
            (Path, "replace"),
            (Path, "unlink"),
            (connections["default"], "_commit"),
        ):
            monkeypatch.setattr(place, name, self._counted(getattr(place, name)))

    def watch_sql(self, execute: Callable[..., Any], sql: str, *words: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            self._step()
        return execute(sql, *words)

    def _counted(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*words: Any, **more: Any) -> Any:
            self._step()
            return step(*words, **more)

        return counted

    def _step(self) -> None:
        self.steps += 1
        if self.steps == self.at:
            os.kill(os.getpid(), signal.SIGKILL)


def press_in_a_child(*, killed_at: int = 0) -> int:
    """Run the press in a process of its own. Gives the steps that it took, 0 if it was killed."""
    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        # Without the parent's event loop Django finds the connection of before it, if there is one.
        connections.close_all()
        killer = Killer(killed_at)
        connection = connections["default"]
        with pytest.MonkeyPatch.context() as patch, connection.execute_wrapper(killer.watch_sql):
            killer.watch(patch)
            try:
                press()
                os.write(writing, str(killer.steps).encode())
            except BaseException:
                traceback.print_exc()
                raise
            finally:
                os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        steps = int(pipe.read() or 0)
    assert bool(steps) is not (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL)
    return steps


class Kept:
    """The newsroom as it was when something had been ordered, to begin from again and again."""

    def __init__(self, config: Config, aside: Path) -> None:
        self._var, self._aside = config.var, aside
        connections.close_all()
        self._database = KeptDatabase(config)
        shutil.copytree(self._var, aside)

    def restore(self) -> None:
        connections.close_all()
        self._database.restore()
        shutil.rmtree(self._var)
        shutil.copytree(self._aside, self._var)

    def close(self) -> None:
        connections.close_all()
        self._database.drop()


@pytest.fixture
def ordered(newsroom: Config) -> Config:
    """A paper in print, and then a morning's changes that the press has not followed yet."""
    # It shares no word with the others: only its own orders can bring its page up to date.
    apart = make_copy(
        headline="Wool dearer",
        standfirst="",
        sections=("Business",),
        topics=(),
        byline=(),
        body=(s.Paragraph(s.Text("Sheep farmers rejoice.")),),
    )
    stays, renamed, withdrawn = make_reports([apart, make_copy(), make_copy()])
    press()
    make_report(headline="News of the hour")
    renamed.slug = "renamed"
    renamed.save()
    withdrawn.unpublish()
    stays.lead_photo = make_photo()
    stays.save_revision().publish()
    assert Order.objects.exists()
    return newsroom


def test_a_press_killed_at_any_step_leaves_no_half_file_and_loses_no_order(
    ordered: Config, tmp_path: Path
) -> None:
    before = snapshot(ordered.site)
    with closing(Kept(ordered, tmp_path / "kept")) as kept:
        steps = press_in_a_child()
        wanted = snapshot(ordered.site)
        assert wanted != before
        # Every step while orders are taken and the first pages go out, then one in so many.
        for step in [*range(1, 31), *range(31, steps + 1, max(1, steps // 25))]:
            kept.restore()
            assert press_in_a_child(killed_at=step) == 0
            for path, data in snapshot(ordered.site).items():
                plain, whole = unpacked(path, data)
                assert whole in (before.get(plain), wanted.get(plain)), f"{path} at step {step}"
            press()
            assert snapshot(ordered.site) == wanted, f"after a kill at step {step} of {steps}"
            assert not Order.objects.exists()
            assert not Output.objects.filter(is_stale=True).exists()
            assert not list((settings.CONFIG.var / "press").iterdir())
