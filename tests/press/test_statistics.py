from __future__ import annotations

import pytest
from django.db import connection

from broadsheet.desk.models import SectionPage
from broadsheet.press.statistics import take_stock
from tests.databases import POSTGRESQL
from tests.make import make_copy, make_reports

pytestmark = [
    pytest.mark.usefixtures("newsroom"),
    pytest.mark.skipif(bool(POSTGRESQL), reason="it is about SQLite's planner"),
]


def plan() -> str:
    sections = SectionPage.objects.live().order_by("path")
    return sections.explain()


def test_with_stock_taken_the_planner_begins_with_the_few_sections() -> None:
    make_reports([make_copy() for _ in range(200)])
    take_stock()
    first = plan().splitlines()[0]
    assert "desk_sectionpage" in first


def test_taking_stock_twice_does_no_harm() -> None:
    take_stock()
    take_stock()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_stat1")
        assert cursor.fetchone()[0] > 0
