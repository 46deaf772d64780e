"""One photo in the place of another, wherever it stands."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django.db import transaction

from broadsheet.desk.models import Author, LiveEntry, Photo, ReportPage
from broadsheet.desk.used_in import is_in_text
from broadsheet.photodesk.change_everywhere import change_everywhere
from broadsheet.photodesk.hang_in_entries import hang_in_entries


def replace_in_report(
    report: ReportPage, old: Photo, new: Photo, *, by: Any, now: dt.datetime
) -> None:
    """Put `new` where `old` is, in the text and in the entries.

    Raises NotFitError where the report must not go out like this, Refused where an entry is gone.
    """
    entries = LiveEntry.objects.standing().filter(live=report.pk, photo=old)
    with transaction.atomic():
        hang_in_entries(report, dict.fromkeys(entries, new), now=now)
        if is_in_text(old, report):
            change_everywhere(report, lambda one: _put(one, old, new), by=by)


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
