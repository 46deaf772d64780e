"""The same reports brought in as Wagtail's documentation shows it, for comparison."""

from __future__ import annotations

import time
from collections.abc import Callable

from bench.prose import prose
from broadsheet.desk.cast import Cast
from broadsheet.desk.layout import lay_out
from broadsheet.desk.models import ReportPage
from broadsheet.desk.models.report import BylineName
from broadsheet.desk.sections import Sections


def add_one_by_one(*, reports: int, progress: Callable[[str], None]) -> float:
    """Add `reports` drafts with `add_child()` and `save_revision()`. Gives the seconds it took.

    They come as values, not as files: nothing is read.
    """
    copies = [prose(number) for number in range(reports)]
    sections, cast = Sections(), Cast()
    homes = [sections.find_or_open(copy.sections, progress) for copy in copies]
    started = time.perf_counter()
    for copy, home in zip(copies, homes, strict=True):
        home.refresh_from_db()
        report = ReportPage(
            title=copy.headline,
            standfirst=copy.standfirst,
            body=lay_out(copy.body, lambda _photo: 0).body,
            live=False,
        )
        report.byline = [
            BylineName(author=cast.author(writer, progress), role=writer.role)
            for writer in copy.byline
        ]
        report.topics = [cast.topic(name) for name in copy.topics]
        home.add_child(instance=report)
        report.save_revision()
    return time.perf_counter() - started
