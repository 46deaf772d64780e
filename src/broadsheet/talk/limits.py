"""How often something may be done, counted in the process of the web, or by all of them.

Each limit holds for a reader, for the block of addresses that a household has, and for a report:
one of them alone would let through many accounts at one place, or many places in one thread. What
is refused is counted nowhere: whoever floods uses up nobody else's limit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext

from broadsheet.caches import are_shared
from broadsheet.talk.models import Tally
from broadsheet.talk.refused import Refused


@dataclass(frozen=True, slots=True)
class Limit:
    """No more than `most` in `seconds` for whoever or whatever `key` names."""

    key: str
    most: int
    seconds: int

    def window(self, at: int) -> tuple[str, int]:
        """The name of the window that `at` is in, and when it ends; seconds since 1970."""
        number = at // self.seconds
        return f"{self.key}:{self.seconds}:{number}", (number + 1) * self.seconds


def count(limits: Sequence[Limit], *, now: dt.datetime) -> None:
    """Count one against each of `limits`. Raises Refused where one of them is used up."""
    at = int(now.timestamp())
    ends = dict(limit.window(at) for limit in limits)
    is_for_all = are_shared(settings.CONFIG)
    before = Tally.objects.numbers(ends) if is_for_all else _numbers(ends)
    _must_have_room(limits, at, {name: number + 1 for name, number in before.items()})
    # Two who came at once have both been let through above.
    after = Tally.objects.one_more(ends) if is_for_all else _one_more(ends, at)
    _must_have_room(limits, at, after)


def _must_have_room(limits: Sequence[Limit], at: int, counted: dict[str, int]) -> None:
    for limit in limits:
        name, end = limit.window(at)
        if counted.get(name, 1) > limit.most:
            raise Refused(
                gettext("That was a lot in a short time. Please wait a little and try again."),
                status=429,
                wait_seconds=end - at,
            )


def _numbers(names: dict[str, int]) -> dict[str, int]:
    return {name: cache.get(f"talk:{name}", 0) for name in names}


def _one_more(ends: dict[str, int], at: int) -> dict[str, int]:
    return {name: _one_more_of(f"talk:{name}", end - at) for name, end in ends.items()}


def _one_more_of(name: str, seconds: int) -> int:
    try:
        return cache.incr(name)
    except ValueError:  # the first in its window, or the cache was full
        cache.set(name, 1, seconds)
        return 1
