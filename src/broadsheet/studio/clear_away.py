"""Recordings and takes that nobody needs any more → room on the disk."""

from __future__ import annotations

import datetime as dt

from django.conf import settings

from broadsheet.studio.models import Recording
from broadsheet.studio.models.recording import shelf
from broadsheet.voice.takes import Takes

KEPT = dt.timedelta(days=1)


def clear_away(*, now: dt.datetime) -> None:
    """Forget recordings of texts that are not published any more, a day after they were ordered,
    the files that belong to none, and the takes for which there is no room.

    A day, because an editor who takes a change back gets the old sound at once. What a person has
    read stays until somebody takes it away, and with it what the voice would read instead.
    """
    old = Recording.objects.filter(is_wanted=False, ordered_at__lt=now - KEPT)
    old.filter(report__human_readings__isnull=True).delete()
    _clear_shelf(now)
    if settings.CONFIG.takes.is_dir():
        Takes(settings.CONFIG.takes).prune(
            keep_bytes=settings.CONFIG.sound.takes_megabytes * 1_000_000
        )


def _clear_shelf(now: dt.datetime) -> None:
    """A booth of another machine may be about to enter what it kept a moment ago."""
    spare = list(shelf().names(kept_before=now - KEPT))
    wanted = {recording.folder for recording in Recording.objects.exclude(stamp="")}
    shelf().remove(*(name for name in spare if name.partition("/")[0] not in wanted))
