"""What is searched is found as Wagtail itself finds it, and is entered no oftener than needed."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from wagtail.search.backends import get_search_backend

from broadsheet.desk.models import ReportPage
from tests.databases import POSTGRESQL
from tests.make import make_report

if POSTGRESQL:
    pytest.skip("PostgreSQL has an index of its own", allow_module_level=True)

from modelsearch.backends.database.sqlite.sqlite import (  # SQLite's models alone
    IndexEntry,
    SQLiteFTSIndexEntry,
    SQLiteSearchBackend,
)

from broadsheet.desk.search_index import SearchBackend  # likewise

pytestmark = pytest.mark.usefixtures("newsroom")


def entry(report: ReportPage) -> Any:
    return IndexEntry.objects.get(object_id=str(report.pk), content_type=report.content_type)


def test_the_newsroom_searches_with_it() -> None:
    assert isinstance(get_search_backend(), SearchBackend)


def test_what_is_entered_is_what_wagtail_would_enter() -> None:
    report = make_report(headline="Pier closes", standfirst="For a year.")
    ours = entry(report)
    SQLiteSearchBackend({}).add(report)
    theirs = entry(report)
    for column in ("title", "autocomplete", "body"):
        assert sorted(getattr(ours, column).split()) == sorted(getattr(theirs, column).split())


def test_a_report_that_is_kept_again_is_found_by_its_new_words_alone() -> None:
    report = make_report(headline="Pier closes")
    report.title = "Harbour opens"
    get_search_backend().add(report)
    assert list(ReportPage.objects.search("harbour opens", operator="and")) == [report]
    assert not list(ReportPage.objects.search("pier closes", operator="and"))


def test_a_shorter_title_counts_for_more() -> None:
    long = make_report(headline="Pier closes for longer than anybody in the harbour had expected")
    short = make_report(headline="Pier closes")
    assert entry(short).title_norm > entry(long).title_norm


def test_no_word_is_entered_anew_where_only_the_weight_of_a_title_was_set() -> None:
    report = make_report(headline="Pier closes")
    SQLiteFTSIndexEntry.objects.filter(pk=entry(report).pk).update(title="untouched")
    IndexEntry.objects.filter(pk=entry(report).pk).update(title_norm=2.0)
    assert SQLiteFTSIndexEntry.objects.get(pk=entry(report).pk).title == "untouched"


def test_the_mean_length_of_a_title_is_reckoned_from_the_latest_alone() -> None:
    report = make_report(headline="Pier closes")
    asked: list[str] = []

    def listen(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(listen):
        get_search_backend().add(report)
    means = [sql for sql in asked if "AVG" in sql]
    assert means
    assert all("LIMIT 200" in sql for sql in means)
