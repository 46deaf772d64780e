"""Licences that have ended → their photos are printed again, which is without them."""

from __future__ import annotations

import datetime as dt
import logging

from django.db import transaction

from broadsheet.desk.models import LiveEntry, Photo
from broadsheet.live.change import show_anew

logger = logging.getLogger("broadsheet.photodesk")


def pull_lapsed(*, now: dt.datetime) -> int:
    """Note each photo whose licence has ended; the press hears of it. Returns how many.

    Nothing shows such a photo from that minute on (`Photo.is_withheld`): this makes again what
    was printed before, and tells open pages of live reports. It is done once for each licence, by
    whichever worker comes first.
    """
    lapsed = Photo.objects.filter(licensed_until__lte=now, pulled_at__isnull=True)
    for photo in lapsed:
        with transaction.atomic():
            photo.pulled_at = now
            photo.save(update_fields=["pulled_at"])
            for entry in LiveEntry.objects.standing().filter(photo=photo):
                show_anew(entry, now=now)
        logger.info("photo %s: its licence has ended, it leaves the paper", photo.pk)
    return len(lapsed)
