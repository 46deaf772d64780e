"""A report that is about to go out → what stands in the way in its photos."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils import dateformat, timezone
from django.utils.translation import gettext

from broadsheet.desk.fit_to_print import Obstacle
from broadsheet.desk.models.one_use import OneUse
from broadsheet.desk.photos_in import Placed, photos_in


def photo_checks(report: Any, now: dt.datetime) -> Iterator[Obstacle]:
    """What lacks a credit or alt text, is licensed no more, or was for one use and had it."""
    placed = photos_in(report)
    uses = OneUse.objects.elsewhere(report.pk, [one.photo for one in placed])
    for one in placed:
        faults = one.photo.faults(now=now)
        if use := uses.get(one.photo.pk):
            faults.append(_used(use))
        if faults:
            yield Obstacle(_sentence(one, faults), one.field)


def _sentence(one: Placed, faults: list[str]) -> str:
    return gettext("%(where)s, “%(title)s”, %(faults)s; mend it under Photos or take another.") % {
        "where": one.where,
        "title": one.photo.title,
        "faults": gettext(" and ").join(faults),
    }


def _used(use: OneUse) -> str:
    day = dateformat.format(timezone.localtime(use.printed_at), "j F Y")
    return gettext("is for one use and was printed with “%(headline)s” on %(day)s") % {
        "headline": use.headline,
        "day": day,
    }
