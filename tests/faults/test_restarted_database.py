"""PostgreSQL that stops in the middle of a morning's publications: the paper stands, and when it is
started again the worker goes on by itself."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from django.db import connection

from bench import postgresql
from broadsheet.config import Config
from broadsheet.press.site import Site
from broadsheet.setting.database_url import DatabaseUrl
from tests.databases import POSTGRESQL
from tests.faults.newsroom_kept import Pages, pages_of
from tests.faults.steps import do
from tests.faults.work_in_trouble import work_in_trouble

# Of the files that are written; some of them are in the books then, and some are not.
STOPPED_AFTER = 12


@pytest.mark.skipif(not POSTGRESQL, reason="tests/postgresql tries it, in PostgreSQL")
def test_a_database_that_stops_and_is_started_again(
    newsroom: Config, whole: tuple[Pages, Pages], monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster = Path(DatabaseUrl.read(POSTGRESQL).host)
    put, written = Site.put, count(1)

    def put_until_it_stops(site: Site, path: str, data: bytes) -> None:
        put(site, path, data)
        if next(written) == STOPPED_AFTER:
            postgresql.stop(cluster)

    def started_again() -> None:
        assert whole[0] != pages_of(newsroom) != whole[1], "it was in the middle"
        postgresql.start(cluster)

    def stopped() -> None:
        # A sequence that came with a copied database would go back in the recovery: PostgreSQL
        # takes it for noted ahead, which it was in the other one alone.
        with connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")
        said = work_in_trouble(newsroom, whole, started_again)
        # The first may be of the connection that was cut.
        assert any("Is the server running" in line for line in said), said

    monkeypatch.setattr(Site, "put", put_until_it_stops)
    do(stopped)
