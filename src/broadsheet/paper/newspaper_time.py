"""A time → how the newspaper prints it."""

from __future__ import annotations

import datetime as dt

from django.utils import dateformat
from django.utils.translation import gettext, pgettext

from broadsheet.feeds.local_time import local_time
from broadsheet.newspaper import Newspaper


def clock_and_day(moment: dt.datetime, newspaper: Newspaper) -> str:
    """The time of day, the zone and the day: 2:05 p.m. KST, Nov. 27, 2024.

    Raises ValueError for a time without a zone, as everything here does.
    """
    local = local_time(moment, newspaper)
    return gettext("%(time)s %(zone)s, %(day)s") % {
        "time": dateformat.format(local, pgettext("time of day", "P")),
        "zone": _zone(local),
        "day": day(moment, newspaper),
    }


def day(moment: dt.datetime, newspaper: Newspaper) -> str:
    """The day alone: Nov. 27, 2024."""
    local = local_time(moment, newspaper)
    return dateformat.format(local, pgettext("day", "N j, Y"))


def machine_time(moment: dt.datetime, newspaper: Newspaper) -> str:
    """The same moment as `<time datetime>` wants it: 2024-11-27T14:05:00+09:00."""
    return local_time(moment, newspaper).isoformat(timespec="seconds")


def exact_time(moment: dt.datetime) -> str:
    """The same moment to the microsecond in UTC, so that times as text sort as they are."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _zone(local: dt.datetime) -> str:
    # A zone without letters of its own, such as America/Sao_Paulo, calls itself "-03".
    name = local.tzname() or ""
    return f"UTC{name.replace('-', '−')}" if name[:1] in {"+", "-"} else name
