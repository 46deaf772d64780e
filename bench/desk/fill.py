"""An empty newsroom → one with an archive that is printed to the last page."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

from bench.desk.enter import enter
from bench.prose import illustrated, prose
from broadsheet.desk.intake import Filing, take_in
from broadsheet.press import errands
from broadsheet.press.models import Output, Urgency
from broadsheet.press.the_site import the_site
from broadsheet.press.work import pack_until_done, press_until_done, start

AT_ONCE = 1_000


def fill(
    *,
    reports: int,
    picture: str | None,
    is_packed: bool,
    progress: Callable[[str], None],
    printed: int | None = None,
) -> dict[str, object]:
    """Publish `reports` reports, an hour apart up to now, and print all that they touch.

    `picture` is a file that they all have as their lead photo. Without `is_packed` the books say
    that every page is compressed closely, though it is not: it takes longer than all the rest,
    and changes nothing but the siblings of files that nobody reads here. Where only the newest
    are to be `printed`, the older are in the books and not on the disk. Gives the newest report's
    address, and the seconds and the number of reports that were printed in them.
    """
    newest = _take_in(reports, picture, progress)
    start(the_site())
    if printed is not None and printed < reports:
        enter(printed=printed, progress=progress)
    started = time.perf_counter()
    press_until_done(
        urgency=Urgency.REBUILD,
        progress=lambda done, total: progress(f"{done:,} of {total:,} outputs printed"),
    )
    seconds = time.perf_counter() - started
    while errands.run_one():
        pass
    if is_packed:
        pack_until_done()
    else:
        Output.objects.filter(is_packed=False).update(is_packed=True)
    return {
        "path": newest,
        "seconds": seconds,
        "printed": reports if printed is None else min(printed, reports),
    }


def _take_in(reports: int, picture: str | None, progress: Callable[[str], None]) -> str:
    """Gives the address of the newest."""
    now = dt.datetime.now(dt.UTC)
    newest = ""
    for begin in range(0, reports, AT_ONCE):
        numbers = range(begin, min(begin + AT_ONCE, reports))
        filings = [
            _filing(number, now - dt.timedelta(hours=reports - number), picture)
            for number in numbers
        ]
        taken = take_in(filings, now=now, zone=dt.UTC, publish=True)
        newest = taken[-1].report.path_on_site
        progress(f"{numbers.stop:,} of {reports:,} reports taken in")
    return newest


def _filing(number: int, published_at: dt.datetime, picture: str | None) -> Filing:
    copy = prose(number, published_at=published_at)
    if picture is None:
        return Filing(copy, Path("prose.txt"))
    file = Path(picture)
    return Filing(illustrated(copy, source=file.name), file)
