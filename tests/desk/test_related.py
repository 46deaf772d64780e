from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from broadsheet.config import Config
from broadsheet.desk.related import NEWEST, reports_like
from tests.make import make_report

OLDER = 4 * NEWEST
# They hold the same words, and no report is behind them.
_ENTRIES = """
    INSERT INTO wagtailsearch_indexentry
        (object_id, title_norm, content_type_id, autocomplete, title, body, title_text, body_text)
    SELECT 1000000 + number, title_norm, content_type_id, autocomplete, title, body, '', ''
    FROM wagtailsearch_indexentry CROSS JOIN generate_series(1, %s) AS number
"""


@pytest.fixture
def archive(newsroom: Config) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("tests/postgresql tries it, in PostgreSQL")
    make_report()
    with connection.cursor() as cursor:
        cursor.execute(_ENTRIES, [OLDER])
        cursor.execute("ANALYZE")


@pytest.mark.usefixtures("archive")
def test_only_the_newest_entries_are_read() -> None:
    alike, report = make_report(), make_report()
    asked: list[tuple[str, Any]] = []

    def listen(execute: Callable[..., Any], sql: str, words: Any, *rest: Any) -> Any:
        asked.append((sql, words))
        return execute(sql, words, *rest)

    with connection.execute_wrapper(listen):
        assert reports_like(report, most=4) == [alike.pk]
    [(sql, words)] = [(sql, words) for sql, words in asked if "ts_rank" in sql]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", words)
        [(told,)] = cursor.fetchall()
    [plan] = json.loads(told) if isinstance(told, str) else told
    assert 2 <= sum(_entries_read(plan["Plan"])) <= NEWEST


def _entries_read(node: dict[str, Any]) -> Iterator[int]:
    """How many entries each part of a plan took in, whether it kept them or not."""
    if node.get("Relation Name") == "wagtailsearch_indexentry":
        rows = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
        yield int(rows * node["Actual Loops"])
    for part in node.get("Plans", ()):
        yield from _entries_read(part)
