from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connections
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.press import site, work
from tests.faults.a_morning import Morning, make_due, make_morning
from tests.faults.newsroom_kept import Kept, Pages, pages_of, work_until_rest
from tests.faults.steps import do


@pytest.fixture
def morning(newsroom: Config, monkeypatch: pytest.MonkeyPatch) -> Iterator[Morning]:
    """At one instant, so that what is printed twice has the same bytes."""
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    # As closely as brotli goes takes thirty times as long, and is no other step.
    monkeypatch.setattr(site, "CLOSE", (6, 9))
    made = make_morning(now=now)
    # In this process, so that those that come of it have templates and code read already.
    work_until_rest()
    yield made
    connections.close_all()


@pytest.fixture
def keep(newsroom: Config, tmp_path: Path) -> Iterator[Callable[[], Kept]]:
    """Keeps the newsroom as it is when this is called."""
    made: list[Kept] = []

    def keep() -> Kept:
        made.append(Kept(newsroom, tmp_path / "kept"))
        return made[-1]

    yield keep
    for one in made:
        one.close()


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
