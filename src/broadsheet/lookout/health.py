"""The newsroom at work → what is wrong with it just now, a sentence each."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator

from django.conf import settings
from django.db import Error as DatabaseError

from broadsheet.lookout.delivered import delivered
from broadsheet.lookout.figures import oldest_order_seconds
from broadsheet.lookout.reach import reach
from broadsheet.press.the_site import is_stored
from broadsheet.roster import is_on_duty

# A rebuild of the whole archive is taken in pieces of a quarter second, orders between them.
LONGEST_SECONDS = 60
LEAST_BYTES = 500 * 1024 * 1024


def health(*, now: dt.datetime) -> tuple[str, ...]:
    """Nothing where all is well."""
    return tuple(_troubles(now))


def _troubles(now: dt.datetime) -> Iterator[str]:
    config = settings.CONFIG
    try:
        if not is_on_duty("worker"):
            yield "no worker is on duty; look in the log why it ended"
        if config.voice and not is_on_duty("booth"):
            yield "nobody is in the booth; look in the log why it ended"
        seconds = oldest_order_seconds(now=now)
        late = tuple(_troubles_of_copy(now)) if is_stored() else ()
    except DatabaseError as error:
        yield f"the database cannot be read ({error}); run broadsheet check"
    else:
        if seconds > LONGEST_SECONDS:
            yield f"the press is {seconds:.0f} s behind; look in the log what holds it up"
        yield from late
    yield from filter(None, reach(config).values())
    free = shutil.disk_usage(config.home).free
    if free < LEAST_BYTES:
        yield f"the disk has {free >> 20} MB left; make room of at least {LEAST_BYTES >> 20} MB"


def _troubles_of_copy(now: dt.datetime) -> Iterator[str]:
    copy = delivered(now=now)
    if not copy.is_alive:
        yield "no delivery is at work on this machine; look in the log why it ended"
    if copy.behind_seconds > LONGEST_SECONDS:
        yield (
            f"the copy of the site on this machine lacks {copy.behind:,} changes, the first for "
            f"{copy.behind_seconds:.0f} s; look in the log what holds the delivery up"
        )
