"""An assignment → the draft of its report, in its section and by its writer."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from broadsheet.desk.models import Assignment, ReportPage
from broadsheet.desk.models.report import BylineName
from broadsheet.desk.slugs import free_slug


@transaction.atomic
def begin_report(assignment: Assignment, *, by: Any) -> ReportPage:
    """Make the draft. It is called by the slug line until it has a headline."""
    section = assignment.section
    report = ReportPage(
        title=assignment.slug_line,
        slug=free_slug(assignment.slug_line, section.get_children()),
        live=False,
        owner=assignment.who or by,
    )
    author = getattr(report.owner, "author", None)
    if author is not None:
        report.byline = [BylineName(author=author)]
    section.add_child(instance=report)
    report.save_revision(user=by, log_action=True)
    assignment.report = report
    assignment.save(update_fields=["report"])
    return report
