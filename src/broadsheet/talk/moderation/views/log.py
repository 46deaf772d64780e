from __future__ import annotations

import csv
from collections.abc import Iterator

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from broadsheet.talk.moderation.models import Decision
from broadsheet.talk.moderation.views.gate import for_moderators
from broadsheet.talk.moderation.views.screen import screen

_COLUMNS = (
    *("number", "made_at", "moderator", "decision", "comment", "report", "reader", "clause"),
    *("reason", "until", "held_because", "waited_seconds", "answers"),
)
# A spreadsheet takes a cell that begins with one of these for a formula and carries it out.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@for_moderators
def log(request: HttpRequest) -> HttpResponse:
    """Every decision, the newest first. It can be read and taken along, and nothing else."""
    pages = Paginator(Decision.objects.all(), 50)
    return screen(
        request,
        "log",
        tab="log",
        title=gettext("Log of decisions"),
        page=pages.get_page(request.GET.get("p")),
    )


@for_moderators
def log_file(_request: HttpRequest) -> StreamingHttpResponse:
    """The whole log as CSV (UTF-8), the oldest first."""
    name = f"decisions-{timezone.localdate():%Y-%m-%d}.csv"
    return StreamingHttpResponse(
        _lines(),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )


class _Echo:
    """A file that hands back what is written to it, for the csv module."""

    def write(self, line: str) -> str:
        return line


def _lines() -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield writer.writerow(_COLUMNS)
    for one in Decision.objects.order_by("pk").iterator(chunk_size=500):
        yield writer.writerow(map(_cell, _values(one)))


def _values(one: Decision) -> tuple[object, ...]:
    return (
        *(one.pk, one.made_at.isoformat(), one.moderator_name, one.kind, one.comment_id),
        *(one.report_id, one.reader_id, one.clause, one.reason),
        one.until.isoformat() if one.until else "",
        *(" ".join(one.held_because), one.seconds, one.answers_id),
    )


def _cell(value: object) -> object:
    is_risky = isinstance(value, str) and value.startswith(_FORMULA)
    return f"'{value}" if is_risky else value
