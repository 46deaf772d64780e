"""How often something may be done, counted in the process of the web, or by all of them.

Each limit holds for a reader, for the block of addresses that a household has, and for a report:
one of them alone would let through many accounts at one place, or many places in one thread.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import cache
from django.utils.translation import gettext

from broadsheet.talk.refused import Refused


@dataclass(frozen=True, slots=True)
class Limit:
    """No more than `most` in `seconds` for whoever or whatever `key` names."""

    key: str
    most: int
    seconds: int


def count(limits: Iterable[Limit], *, now: dt.datetime) -> None:
    """Count one against each of `limits`. Raises Refused where one of them is used up."""
    for limit in limits:
        window, spent = divmod(int(now.timestamp()), limit.seconds)
        name = f"talk:{limit.key}:{limit.seconds}:{window}"
        if _one_more(name, limit.seconds) > limit.most:
            raise Refused(
                gettext("That was a lot in a short time. Please wait a little and try again."),
                status=429,
                wait_seconds=limit.seconds - spent,
            )


def _one_more(name: str, seconds: int) -> int:
    try:
        return cache.incr(name)
    except ValueError:  # the first in its window, or the cache was full
        cache.set(name, 1, seconds)
        return 1
