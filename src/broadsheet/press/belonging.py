"""Which lists a report belongs in: everything, its sections, its authors, its topics."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from broadsheet.desk.models import ReportPage, SectionPage
from broadsheet.desk.models.report import BylineName


def lists_of(published: dict[int, dt.datetime]) -> dict[str, dict[int, dt.datetime]]:
    """The lists of each of these reports, named as the press names them: list → report → time."""
    wanted: dict[str, dict[int, dt.datetime]] = defaultdict(dict)
    if not published:
        return wanted
    sections = {section.path: section.pk for section in SectionPage.objects.only("path")}
    step = ReportPage.steplen
    for pk, path in ReportPage.objects.filter(pk__in=published).values_list("pk", "path"):
        wanted["latest"][pk] = published[pk]
        for end in range(step, len(path), step):
            if path[:end] in sections:
                wanted[f"section:{sections[path[:end]]}"][pk] = published[pk]
    names = BylineName.objects.filter(report_id__in=published).values_list("report", "author")
    for pk, author in names:
        wanted[f"author:{author}"][pk] = published[pk]
    topics = ReportPage.topics.through.objects.filter(reportpage_id__in=published)
    for pk, topic in topics.values_list("reportpage_id", "topic_id"):
        wanted[f"topic:{topic}"][pk] = published[pk]
    return wanted
