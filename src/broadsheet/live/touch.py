from __future__ import annotations

import datetime as dt

from broadsheet.desk.models import LiveReport

_TICK = dt.timedelta(microseconds=1)


def touch_with_news(live_id: int, *, now: dt.datetime) -> dt.datetime:
    """Note, in the transaction of the change, that readers have something new. Gives its time."""
    at = touch(live_id, now=now)
    LiveReport.objects.filter(pk=live_id).update(latest_at=at)
    return at


def touch(live_id: int, *, now: dt.datetime) -> dt.datetime:
    """Note, in the transaction of the change, that something changed. Gives its time.

    It is later than that of any change before: pages ask for what changed after the last one that
    they know, and of two posts at once the second to be kept may have begun first.
    """
    live = LiveReport.objects.select_for_update().only("changed_at").get(pk=live_id)
    at = max(now, live.changed_at + _TICK)
    LiveReport.objects.filter(pk=live_id).update(changed_at=at)
    return at
