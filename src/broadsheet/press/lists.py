"""How a list of reports is cut into pages.

Pages are numbered from the oldest report, so that a page which is full stays as it is when a
report is added. The newest page, at the list's own address, has no number: it shows what came
after the last full page, and that page's reports too, so that it never looks thin. The number
after the last full page is a signpost to the newest page until that page is full as well: the
full page before it can name it from the start.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """One page of a list: the reports from `start` to `stop`, counted from the oldest."""

    start: int
    stop: int
    older: int | None


def full_pages(total: int, *, length: int) -> int:
    """How many full pages `total` reports fill. Pages 1 to this number are printed as lists."""
    return total // length


def newest(total: int, *, length: int) -> Cut:
    """The page at the list's own address: from `length` to 2 × `length` - 1 reports if there are
    so many."""
    full = full_pages(total, length=length)
    start = max(full - 1, 0) * length
    return Cut(start, total, full - 1 if full > 1 else None)


def numbered(number: int, *, length: int) -> Cut:
    """The full page `number`, which counts from 1, the oldest."""
    return Cut((number - 1) * length, number * length, number - 1 if number > 1 else None)


def page_at(index: int, *, length: int) -> int:
    """The number of the page that the report at `index`, counted from the oldest, stands on."""
    return index // length + 1
