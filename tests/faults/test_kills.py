"""A worker, or the desk, that is killed as it enters any fsync, rename or unlink of a morning's
publications: the site is what was published last, no file is half, no order lost, none shows twice.

Of some five hundred steps the tests take a share; `make faults` takes every one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.press.models import Order
from tests.faults.a_morning import REASON, SECRET, WITHDRAWN, Morning, make_due
from tests.faults.newsroom_kept import (
    Kept,
    Pages,
    assert_is_done,
    half_files,
    pages_of,
    work_until_rest,
)
from tests.faults.steps import Step, do, fatal_steps_of, is_killed, needs_strace

pytestmark = needs_strace

IS_WHOLE = bool(os.environ.get("BROADSHEET_FAULTS"))
SHARE = 8


def test_a_worker_killed_at_any_step_prints_the_newest_truth_when_it_comes_back(
    morning: Morning, newsroom: Config, keep: Callable[[], Kept], tmp_path: Path
) -> None:
    before = pages_of(newsroom)
    for change in morning.changes.values():
        change()
    make_due()
    assert Order.objects.exists()
    kept, log = keep(), tmp_path / "log"
    steps = fatal_steps_of(work_until_rest, log)
    wanted = pages_of(newsroom)
    assert_is_the_morning_after(wanted, before, newsroom)
    for at in _chosen(steps, share=SHARE):
        kept.restore()
        if not is_killed(work_until_rest, log, at=at):
            # It did its work in fewer batches than the first time.
            assert at.call == "fdatasync", _told(at)
            continue
        found = pages_of(newsroom)
        assert half_files(found, before, wanted) == [], _told(at)
        assert not [path for path, data in found.items() if SECRET.encode() in data]
        do(work_until_rest)
        assert pages_of(newsroom) == wanted, _told(at)
        assert_is_done(newsroom)


@pytest.mark.parametrize("name", ["publish", "correct", "withdraw", "swap"])
def test_a_desk_killed_at_any_step_has_done_a_change_or_has_not(
    name: str, morning: Morning, newsroom: Config, keep: Callable[[], Kept], tmp_path: Path
) -> None:
    change = morning.changes[name]
    before = pages_of(newsroom)
    kept, log = keep(), tmp_path / "log"
    steps = fatal_steps_of(change, log)
    do(work_until_rest)
    after = pages_of(newsroom)
    assert after != before
    for at in _chosen(steps, share=2):
        kept.restore()
        assert is_killed(change, log, at=at)
        do(work_until_rest)
        assert pages_of(newsroom) in (before, after), _told(at)
        assert_is_done(newsroom)


def assert_is_the_morning_after(wanted: Pages, before: Pages, newsroom: Config) -> None:
    """Else all these claims would be of nothing."""
    new = ReportPage.objects.live().get(title="News of the hour")
    due = ReportPage.objects.live().get(title="Ferry sails at nine")
    gone = ReportPage.objects.get(title=WITHDRAWN)
    paths = {one: f"{one.path_on_site.strip('/')}/index.html" for one in (new, due, gone)}
    assert {paths[new], paths[due]} <= wanted.keys() - before.keys()
    assert paths[gone] in before.keys() - wanted.keys()
    assert REASON.encode() in wanted[paths[gone].replace("index.html", "gone.html")]
    assert b"It opened at ten." in wanted["corrected/index.html"]
    photos = {path for path in wanted.keys() ^ before.keys() if path.startswith("photos/")}
    assert len(photos) >= 2
    assert_is_done(newsroom)


def _chosen(steps: list[Step], *, share: int) -> list[Step]:
    """The first step of every kind, and so many others all along the way."""
    if IS_WHOLE:
        return steps
    first = {(step.call, Path(step.files[-1]).suffix[:7]): step for step in reversed(steps)}
    return [*first.values(), *steps[share // 2 :: max(1, len(steps) // share)]]


def _told(step: Step) -> str:
    return f"killed at {step.call} {step.number} of {', '.join(step.files)}"
