"""What the paper said of its reports afterwards, on pages of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from broadsheet.desk.models import Correction
from broadsheet.desk.translate import Translator
from broadsheet.newspaper import Corrected, CorrectionsPage
from broadsheet.paper import pages
from broadsheet.paper.places import corrections_path
from broadsheet.press.recipes.made import Made, Round, page

NEWEST = 50


def make(key: str, now: Round) -> Made | None:
    """`corrections` → the newest; `corrections:2031` → all of that year, if there are any."""
    year = int(key.partition(":")[2] or 0) or None
    zone = ZoneInfo(now.newspaper.time_zone)
    rows = Correction.objects.filter(report__live=True).order_by("-corrected_at", "-pk")
    dated = [
        (pk, report, corrected_at.astimezone(zone).year)
        for pk, report, corrected_at in rows.values_list("pk", "report", "corrected_at")
    ]
    if year and all(year != its for _, _, its in dated):
        return None
    chosen = [one for one in dated if one[2] == year] if year else dated[:NEWEST]
    translator = Translator(now.sections, now=now.at)
    corrections_page = CorrectionsPage(
        year=year,
        corrected=tuple(_corrected([pk for pk, _, _ in chosen], translator)),
        years=tuple(dict.fromkeys(its for _, _, its in dated)),
    )
    html = pages.corrections_page(corrections_page, now.newspaper)
    return Made(page(corrections_path(year), html), frozenset(translator.read))


def years_of(report_ids: Iterable[int], zone: dt.tzinfo) -> set[int]:
    """The years in which these reports were corrected."""
    times = Correction.objects.filter(report__in=report_ids).values_list("corrected_at", flat=True)
    return {time.astimezone(zone).year for time in times}


def _corrected(keys: list[int], translator: Translator) -> Iterable[Corrected]:
    rows = Correction.objects.in_bulk(keys)
    teasers = {one.id: one for one in translator.teasers({row.report_id for row in rows.values()})}
    for key in keys:
        teaser = teasers[str(rows[key].report_id)]
        yield Corrected(correction=translator.correction(rows[key]), teaser=teaser)
