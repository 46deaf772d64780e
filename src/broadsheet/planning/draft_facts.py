"""Drafts as they were last kept → how long each is and whether it has a photo."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import cache
from wagtail.models import Revision

from broadsheet.desk.models import ReportPage
from broadsheet.desk.richtext import running_text

KEPT_SECONDS = 14 * 24 * 3600


@dataclass(frozen=True, slots=True)
class DraftFacts:
    words: int
    has_photo: bool


def draft_facts(reports: Iterable[ReportPage]) -> dict[int, DraftFacts]:
    """By the report's number. A draft is read once for every time that it is kept."""
    keys = {_key(report): report for report in reports if report.latest_revision_id}
    known = cache.get_many(keys)
    unknown = {report.latest_revision_id: key for key, report in keys.items() if key not in known}
    kept = Revision.objects.filter(pk__in=unknown).values_list("pk", "content")
    fresh = {unknown[pk]: _facts(content) for pk, content in kept}
    cache.set_many(fresh, KEPT_SECONDS)
    return {keys[key].pk: facts for key, facts in {**known, **fresh}.items()}


def _key(report: ReportPage) -> str:
    """Keeping a draft by itself writes over the last revision, so its number alone is no name."""
    at = report.latest_revision_created_at
    return f"draft-facts:{report.latest_revision_id}:{at.timestamp() if at else 0}"


def _facts(content: dict[str, object]) -> DraftFacts:
    body = json.loads(str(content.get("body") or "[]"))
    return DraftFacts(
        words=len(running_text(body).split()), has_photo=bool(content.get("lead_photo"))
    )
