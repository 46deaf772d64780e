"""One photo in the place of another, wherever it stands."""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction

from broadsheet.desk.models import Author, Photo, ReportPage


def replace_in_report(report: ReportPage, old: Photo, new: Photo, *, by: Any) -> None:
    """Put `new` where `old` is, in what is published and in the draft that may lie over it.

    The published report is published again, by `by` (a user) and with nothing else changed.
    Raises NotFitError where it must not go out.
    """
    with transaction.atomic():
        has_draft = report.has_unpublished_changes or not report.live
        draft = report.get_latest_revision_as_object() if has_draft else None
        if report.live:
            _put(report, old, new)
            revision = report.save_revision(user=by, log_action=True)
            # Not by the right to publish: who may change the photo was asked before.
            revision.publish(user=by, skip_permission_checks=True)
        if draft is not None:
            # Kept after it, so that the draft is still what is worked on.
            _put(draft, old, new)
            if not report.live:
                draft.save()
            draft.save_revision(user=by, log_action=True)


def replace_portrait(author: Author, new: Photo) -> None:
    """Raises ValidationError where it is no photo for a portrait."""
    author.portrait = new
    author.full_clean()
    author.save()


def _put(report: ReportPage, old: Photo, new: Photo) -> None:
    if report.lead_photo_id == old.pk:
        report.lead_photo = new
    body = [_replaced(block, old.pk, new.pk) for block in report.body.raw_data]
    report.body = json.dumps(body, ensure_ascii=False)


def _replaced(block: Any, old: int, new: int) -> Any:
    value = block["value"]
    if block["type"] == "photo":
        value = _figure(value, old, new)
    elif block["type"] == "gallery":
        photos = [
            {**item, "value": _figure(item["value"], old, new)}
            if "value" in item
            else _figure(item, old, new)
            for item in value["photos"]
        ]
        value = {**value, "photos": photos}
    return {**block, "value": value}


def _figure(value: Any, old: int, new: int) -> Any:
    return {**value, "photo": new} if value["photo"] == old else value
