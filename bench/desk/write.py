"""Nothing → drafts that wait to be published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from bench.prose import prose
from broadsheet.desk.intake import Filing, take_in


def write(*, first: int, drafts: int, progress: Callable[[str], None]) -> list[int]:
    """Gives the ids of `drafts` new drafts, whose prose is numbered from `first`."""
    filings = [Filing(prose(number), Path("prose.txt")) for number in range(first, first + drafts)]
    taken = take_in(filings, now=dt.datetime.now(dt.UTC), zone=dt.UTC)
    progress(f"{drafts} drafts written")
    return [one.report.pk for one in taken]
