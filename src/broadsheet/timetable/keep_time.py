"""The timetable at work: what is due goes out, beside whatever else the worker does."""

from __future__ import annotations

import datetime as dt
import logging
import math
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.db.models import Min
from django.utils import timezone
from wagtail.models import Page, Revision

from broadsheet.timetable.late import note_stuck
from broadsheet.timetable.prepare import prepare
from broadsheet.timetable.publish import expire, publish

logger = logging.getLogger("broadsheet.timetable")

# The database rings for every letter.
LOOK_SECONDS = 1.0
SET_ASIDE_SECONDS = 60.0
NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)


class TimeKeeper:
    """Lets out what is due: call `turn` whenever anything may have been written, and when `is_due`.

    It goes by the clock on the wall. Where that is put forward, what has become due goes out; where
    it is put back, what is out stays out.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], dt.datetime] = timezone.now,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._ticks = ticks
        self._next_at = NEVER
        self._looked_at = -math.inf
        self._look_at = -math.inf
        self._set_aside: dict[int, float] = {}
        self._prepared: frozenset[int] = frozenset()

    def is_due(self) -> bool:
        return self._clock() >= self._next_at or self._ticks() >= self._look_at

    def turn(self) -> bool:
        """Let out all that is due; False where nothing was."""
        if self._clock() < self._next_at and self._ticks() < self._looked_at + LOOK_SECONDS:
            self._look_at = self._looked_at + LOOK_SECONDS
            return False
        went = self._expire_due() + self._publish_due()
        self._looked_at = self._ticks()
        self._set_aside = {pk: at for pk, at in self._set_aside.items() if at > self._looked_at}
        self._look_at = min(self._set_aside.values(), default=math.inf)
        self._next_at = self._next()
        self._prepare()
        return went > 0

    def _expire_due(self) -> int:
        now = self._clock()
        over = Page.objects.filter(live=True, expire_at__lte=now).order_by("expire_at")
        return sum(expire(pk, now=now) for pk in over.values_list("pk", flat=True))

    def _publish_due(self) -> int:
        now = self._clock()
        due = (
            Revision.objects.page_revisions()
            .filter(approved_go_live_at__lte=now)
            .order_by("approved_go_live_at")
        )
        return sum(self._publish(pk, now) for pk in due.values_list("pk", flat=True))

    def _publish(self, revision_id: int, now: dt.datetime) -> bool:
        if self._ticks() < self._set_aside.get(revision_id, -math.inf):
            return False
        try:
            return publish(revision_id, now=now)
        except (OSError, OperationalError, InterfaceError):
            raise  # the machine's trouble, not this page's: the worker waits and tries again
        except Exception as error:
            self._set_aside[revision_id] = self._ticks() + SET_ASIDE_SECONDS
            logger.exception("revision %d is due and cannot be published", revision_id)
            note_stuck(revision_id, error)
            return False

    def _prepare(self) -> None:
        """Order what goes with the reports that were set for a minute since the last look."""
        waiting = Revision.objects.page_revisions().filter(approved_go_live_at__isnull=False)
        found = dict(waiting.values_list("pk", "object_id"))
        for revision_id in sorted(found.keys() - self._prepared):
            prepare(int(found[revision_id]), now=self._clock())
        self._prepared = frozenset(found)

    def _next(self) -> dt.datetime:
        """The next minute that anything is set for, but for what was set aside."""
        waiting = Revision.objects.page_revisions().filter(approved_go_live_at__isnull=False)
        opens = waiting.exclude(pk__in=self._set_aside).aggregate(at=Min("approved_go_live_at"))
        # Without those that are set for nothing, so that it can be read off the index.
        closing = Page.objects.filter(live=True, expire_at__isnull=False)
        closes = closing.aggregate(at=Min("expire_at"))
        return min(opens["at"] or NEVER, closes["at"] or NEVER)
