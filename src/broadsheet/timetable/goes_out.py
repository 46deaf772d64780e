"""The timetable as somebody at the desk may see it: what is late, what is set, what is held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page, Revision
from wagtail.permissions import page_permission_policy

from broadsheet.desk.models import Embargo
from broadsheet.timetable.models import PATIENCE, Lateness

MOST = 20
KEPT = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """One page of the timetable. `at` is its minute; `out_at` when it came out, if it has."""

    page: Page
    at: dt.datetime
    is_approved: bool = True
    is_held: bool = False
    is_late: bool = False
    out_at: dt.datetime | None = None
    trouble: str = ""


def goes_out(user: Any, *, now: dt.datetime) -> list[Line]:
    """What concerns this person: first what was late, then what is to come, the next first."""
    seen = page_permission_policy.explorable_instances(user)
    until = Embargo.objects.held(now=now)
    mine = seen.filter(pk__in=until, live=False).values_list("pk", flat=True)
    held = {pk: until[pk] for pk in mine}
    approved = _approved(seen)
    lines = [*_late(seen, now), *_set(approved, held, now), *_waiting(held.keys() - approved, held)]
    return sorted(lines, key=lambda line: (not line.is_late, line.at, line.page.pk))[:MOST]


def _approved(seen: Any) -> dict[int, dt.datetime]:
    revisions = Revision.objects.page_revisions().filter(approved_go_live_at__isnull=False)
    minutes = {
        int(page): at for page, at in revisions.values_list("object_id", "approved_go_live_at")
    }
    mine = seen.filter(pk__in=minutes).values_list("pk", flat=True)
    return {pk: minutes[pk] for pk in mine}


def _set(
    approved: dict[int, dt.datetime], held: dict[int, dt.datetime], now: dt.datetime
) -> Iterable[Line]:
    troubles = dict(
        Lateness.objects.filter(page__in=approved, out_at__isnull=True).values_list(
            "page_id", "trouble"
        )
    )
    for page in Page.objects.filter(pk__in=approved):
        at = approved[page.pk]
        is_late = now - at > PATIENCE
        trouble = troubles.get(page.pk, "") if is_late else ""
        yield Line(page, at, is_held=page.pk in held, is_late=is_late, trouble=trouble)


def _waiting(pages: Iterable[int], held: dict[int, dt.datetime]) -> Iterable[Line]:
    """Held, and not approved yet."""
    for page in Page.objects.filter(pk__in=pages):
        yield Line(page, held[page.pk], is_approved=False, is_held=True)


def _late(seen: Any, now: dt.datetime) -> Iterable[Line]:
    late = Lateness.objects.since(now - KEPT).filter(page__in=seen).select_related("page")
    for one in late:
        yield Line(one.page, one.due_at, is_late=True, out_at=one.out_at, trouble=one.trouble)
