"""What a publication costs follows what changed, not how much the archive holds.

Counted in the steps of SQLite's virtual machine, which are the same on every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from wagtail.models import Revision

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.press.expand import expand
from broadsheet.press.models import Output
from broadsheet.press.printer import Printer
from broadsheet.press.statistics import take_stock
from broadsheet.press.the_site import the_site
from broadsheet.reference.models import Wordbook
from broadsheet.reference.work import Reference
from broadsheet.timetable.keep_time import TimeKeeper
from tests.lexicon.making import make_shelf
from tests.make import make_copy, make_reports

SMALL, MORE, REVISIONS = 120, 600, 10_000
# What a list of reports that is full, its feed and what tells of all lists are made of.
ALIKE = ("list:latest", "feed:latest", "topics", "authors", "sitemap")
# Wagtail's question for copies of a page: with few pages SQLite goes through them, with many it
# does not, by what ANALYZE has told it.
_NOT_OURS = '"alias_of_id" = %s'


def steps(work: Callable[[], object]) -> int:
    found: Counter[str] = Counter()

    def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        connection.connection.set_progress_handler(lambda: found.update([sql]), 1)
        try:
            return execute(sql, *rest)
        finally:
            connection.connection.set_progress_handler(None, 0)

    with connection.execute_wrapper(count):
        work()
    return sum(times for sql, times in found.items() if _NOT_OURS not in sql)


def publication() -> dict[str, int]:
    """Publish one more, and print what shows it. Gives the steps of each part."""
    [report] = make_reports([_copy("Wool gets dearer", part=3)], publish=False)
    found = {
        "publish": steps(report.get_latest_revision().publish),
        "timetable": steps(TimeKeeper().turn),
        "expand": steps(expand),
    }
    printer = Printer(the_site())
    for output in Output.objects.stale():
        if output.key in ALIKE:
            found[output.key] = steps(lambda output=output: printer.print(output))
    Output.objects.update(is_stale=False)
    return found


@pytest.fixture
def archive(newsroom: Config) -> Callable[[int], None]:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL does not tell of its steps")
    the_site().prepare()

    def grow(reports: int) -> None:
        make_reports([_copy(f"Report {number}", part=number % 9) for number in range(reports)])
        while expand():
            pass
        Output.objects.update(is_stale=False)
        take_stock()

    return grow


def test_a_publication_costs_the_same_in_a_large_archive(archive: Callable[[int], None]) -> None:
    archive(SMALL)
    publication()  # the first makes lists of its own
    before = publication()
    archive(MORE)
    publication()
    after = publication()
    assert before.keys() == {"publish", "timetable", "expand", *ALIKE}
    dearer = {part: (before[part], after[part]) for part in before}
    assert {part for part, (was, now) in dearer.items() if now > 1.2 * was} == set(), dearer


def test_a_look_at_the_timetable_costs_the_same_among_many_revisions(
    archive: Callable[[int], None],
) -> None:
    archive(SMALL)
    before = steps(TimeKeeper().turn)
    one = Revision.objects.page_revisions().latest("pk")
    copies = [Revision(**{**_columns(one), "id": None}) for _ in range(REVISIONS)]
    Revision.objects.bulk_create(copies)
    take_stock()
    after = steps(TimeKeeper().turn)
    assert after <= 1.2 * before, (before, after)


def test_the_next_words_are_found_as_quickly_in_a_large_archive(
    archive: Callable[[int], None], newsroom: Config
) -> None:
    make_shelf(newsroom.dictionaries).close()
    with Reference() as reference:
        archive(SMALL)
        reference.look_at_the_shelf()
        before = next_words()
        archive(MORE)
        Wordbook.objects.open_for(ReportPage.objects.all())
        assert Wordbook.objects.waiting().count() == SMALL + MORE
        waiting = next_words()
        Wordbook.objects.update(state=Wordbook.State.DONE)
        assert reference.turn() is False
        nothing = steps(reference.turn)
    assert waiting <= 1.2 * before, (before, waiting)
    assert nothing <= before, (before, nothing)


def next_words() -> int:
    return steps(Wordbook.objects.waiting().first)


def _columns(revision: Revision) -> dict[str, Any]:
    return {field.attname: getattr(revision, field.attname) for field in revision._meta.fields}


def _copy(headline: str, *, part: int) -> Any:
    return make_copy(
        headline=headline, sections=("National", f"Part {part}"), topics=(f"Topic {part}",)
    )
