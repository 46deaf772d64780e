"""A time → the same time in the newspaper's zone."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from broadsheet.newspaper import Newspaper


def local_time(moment: dt.datetime, newspaper: Newspaper) -> dt.datetime:
    """`moment` in the newspaper's zone, or in UTC where that zone's offset then had seconds.

    Raises ValueError for a time without a zone: what it means would depend on the machine.
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()}: this time has no zone; give an aware datetime")
    local = moment.astimezone(ZoneInfo(newspaper.time_zone))
    # Seoul stood at +08:27:52 until 1908. Neither RFC 822 nor W3C's date format can write that.
    offset = local.utcoffset()
    if offset is not None and offset.seconds % 60:
        return moment.astimezone(dt.UTC)
    return local
