"""Pages that are published and not printed → the press's books as if they had been."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.db import connection, transaction

from broadsheet.desk.models import ReportPage
from broadsheet.press.expand import Expansion, expand
from broadsheet.press.models import Listed, Order, Output, SiteFile

AT_ONCE = 10_000
T = TypeVar("T")
# Full pages of a list, and everything of one author or topic.
_NOBODY_WAITS = r"^list:.*:[0-9]+:[0-9]+$|^list:latest:[0-9]+$|^(list|feed):(author|topic):"
_DIGEST = hashlib.sha256(b"entered by the bench").hexdigest()

# What a report is made of: itself, those before it as related, and everything that lists it.
_INGREDIENTS = """
    INSERT INTO press_ingredient (output_id, name)
    SELECT entered.id, listed.list FROM press_listed AS listed
    JOIN press_output AS entered ON entered.key = 'report:' || listed.report_id
    WHERE listed.list <> 'latest' AND NOT entered.is_stale
    UNION ALL
    SELECT entered.id, 'report:' || (listed.report_id - near.step)
    FROM press_listed AS listed
    JOIN press_output AS entered ON entered.key = 'report:' || listed.report_id
    CROSS JOIN
        (SELECT 0 AS step UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) AS near
    WHERE listed.list = 'latest' AND NOT entered.is_stale
    ON CONFLICT DO NOTHING
"""


def enter(*, printed: int, progress: Callable[[str], None]) -> None:
    """Enter the pages of all reports but the newest `printed`, and the lists that nobody waits for.

    What a publication looks up and changes is then as full as after weeks of printing: outputs,
    what they are made of, which file is whose, and which report stands in which list. The files
    are not on the disk.
    """
    _list_all(progress)
    with transaction.atomic():
        newest = ReportPage.objects.live().newest_first().values_list("pk", flat=True)[:printed]
        kept = [f"report:{pk}" for pk in newest]
        reports = Output.objects.filter(key__startswith="report:").exclude(key__in=kept)
        reports.update(is_stale=False)
        Output.objects.filter(key__regex=_NOBODY_WAITS).update(is_stale=False)
        for files in _batches(_files(dict(reports.values_list("key", "pk")))):
            SiteFile.objects.bulk_create(files)
            progress(f"{SiteFile.objects.count():,} files entered")
        with connection.cursor() as cursor:
            cursor.execute(_INGREDIENTS)


def _list_all(progress: Callable[[str], None]) -> None:
    """What the press does for two hundred orders at a time, for thousands."""
    live = ReportPage.objects.live().order_by("first_published_at", "pk")
    with transaction.atomic():
        expansion = Expansion()
        for ids in _batches(live.values_list("pk", flat=True)):
            expansion.take_reports(ids)
            progress(f"{Listed.objects.in_list('latest').count():,} reports listed")
        expansion.mark()
        Order.objects.filter(subject__startswith="report:").delete()
    while expand():
        progress("the rest is marked")


def _batches(things: Iterable[T]) -> Iterator[list[T]]:
    left = iter(things)
    while some := list(islice(left, AT_ONCE)):
        yield some


def _files(entered: dict[str, int]) -> Iterator[SiteFile]:
    for report in ReportPage.objects.live().only("url_path").iterator():
        if output := entered.get(f"report:{report.pk}"):
            folder = report.path_on_site.strip("/")
            for name in ("index.html", "print/index.html"):
                yield SiteFile(path=f"{folder}/{name}", output_id=output, digest=_DIGEST)
