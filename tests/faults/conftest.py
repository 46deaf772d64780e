from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connections
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.press import site
from tests.faults.a_morning import Morning, make_morning
from tests.faults.newsroom_kept import Kept, work_until_rest


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
