"""The front page and the section fronts → what stands on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from django.conf import settings

from broadsheet.desk.models import FrontPage, ReportPage, SectionPage
from broadsheet.desk.translate import Translator
from broadsheet.newspaper import Breaking, Front, River

TOP_STORIES = 4

Newest = Callable[[SectionPage | None, int], list[int]]


def newest_reports(section: SectionPage | None, most: int) -> list[int]:
    """The ids of the newest published reports of a section and those below it, or of all."""
    reports = ReportPage.objects.live().newest_first()
    if section is not None:
        reports = reports.descendant_of(section)
    return list(reports.values_list("pk", flat=True)[:most])


def front(
    page: FrontPage,
    translator: Translator,
    *,
    now: dt.datetime,
    river_length: int,
    newest: Newest = newest_reports,
) -> Front:
    """What the editor set, filled up with the newest; no report stands on it twice.

    `newest` gives the newest reports of a section; the press passes its own, which is quicker.
    """
    set_by_editor = [page.lead_id, *(row.report_id for row in page.top_stories.all())]
    latest = _in_own_language(newest(None, 2 * (TOP_STORIES + 1 + len(set_by_editor))))
    lead_id = page.lead_id if page.lead and page.lead.live else next(iter(latest), None)
    chosen = [pk for pk in set_by_editor[1:] if pk != lead_id]
    top_ids = chosen or [pk for pk in latest if pk != lead_id][:TOP_STORIES]
    shown = {lead_id, *top_ids}
    rivers = []
    for section in _river_sections(page):
        found = newest(section, 2 * (river_length + len(shown)))
        ids = [pk for pk in _in_own_language(found) if pk not in shown]
        teasers = translator.teasers(ids[:river_length])
        if teasers:
            rivers.append(River(section=translator.section(section), teasers=teasers))
    lead = translator.teasers([lead_id] if lead_id else [])
    return Front(
        lead=lead[0] if lead else None,
        breaking=_breaking(page, now),
        top=translator.teasers(top_ids),
        rivers=tuple(rivers),
    )


def _breaking(page: FrontPage, now: dt.datetime) -> Breaking | None:
    until = page.breaking_until
    if until is None or not page.is_breaking(now):
        return None
    report = page.breaking_report
    path = report.path_on_site if report and report.live else ""
    return Breaking(text=page.breaking, until=until, path=path)


def _in_own_language(ids: list[int]) -> list[int]:
    """Those in the language of the paper; the others if there are none such."""
    language = settings.CONFIG.paper.language
    own = set(ReportPage.objects.filter(pk__in=ids, language=language).values_list("pk", flat=True))
    return [pk for pk in ids if pk in own] or ids


def _river_sections(page: FrontPage) -> Iterable[SectionPage]:
    chosen = [row.section for row in page.rivers.all() if row.section.live]
    return chosen or SectionPage.objects.live().child_of(page).order_by("path")
