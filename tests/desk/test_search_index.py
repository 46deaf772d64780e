"""What is searched is found as Wagtail itself finds it, and is entered no oftener than needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from modelsearch.index import SearchField
from wagtail.search.backends import get_search_backend

from broadsheet.desk.models import ReportPage
from tests.databases import POSTGRESQL
from tests.make import make_report

# Each is of one database alone, and so are Wagtail's models.
if POSTGRESQL:
    ours = import_module("broadsheet.desk.search_index.postgresql")
    theirs = import_module("modelsearch.backends.database.postgres.postgres")
    COLUMNS = ("title", "autocomplete", "body", "title_text", "body_text")
else:
    ours = import_module("broadsheet.desk.search_index.sqlite")
    theirs = import_module("modelsearch.backends.database.sqlite.sqlite")
    COLUMNS = ("title", "autocomplete", "body")

pytestmark = pytest.mark.usefixtures("newsroom")


def entry(report: ReportPage) -> Any:
    return theirs.IndexEntry.objects.get(object_id=str(report.pk), content_type=report.content_type)


def test_the_newsroom_searches_with_it() -> None:
    assert isinstance(get_search_backend(), ours.SearchBackend)


def test_what_is_entered_is_what_wagtail_would_enter() -> None:
    report = make_report(headline="Pier closes", standfirst="For a year.")
    entered = entry(report)
    theirs.SearchBackend({"SEARCH_CONFIG": "simple"}).add(report)
    again = entry(report)
    assert entered.title
    for column in COLUMNS:
        assert sorted(getattr(entered, column).split()) == sorted(getattr(again, column).split())


def test_each_field_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    report = make_report()
    read: list[str] = []
    value = SearchField.get_value

    def get_value(field: SearchField, one: Any) -> Any:
        read.append(field.field_name)
        return value(field, one)

    monkeypatch.setattr(SearchField, "get_value", get_value)
    get_search_backend().add(report)
    assert sorted(set(read)) == sorted(read)
    assert "running_text" in read


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
    of_the_index = [sql for sql in asked if "wagtailsearch" in sql]
    assert len(of_the_index) == 2, "the mean, and the entry"
