"""The account of a report's reading → plain lines for a terminal."""

from __future__ import annotations

import re

from broadsheet.wire.copy import MARKED, Copy, Entry

_WIDTH = 100  # characters; a line that was taken is known by its beginning
_UNPRINTABLE = re.compile(r"[^ -\U0010ffff]|[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def print_account(copy: Copy) -> list[str]:
    """What each line of the file was taken for, in order, and what is to be said of the whole.

    Lines that were dropped or marked are given whole. Characters that could steer a terminal are
    shown as a dot.
    """
    return [_line(entry) for entry in copy.account]


def _line(entry: Entry) -> str:
    taken_as = _UNPRINTABLE.sub("·", entry.taken_as)
    if not entry.line:
        return f"       {taken_as}"
    text = _UNPRINTABLE.sub("·", entry.text)
    is_whole = entry.is_dropped or MARKED in entry.taken_as or len(text) <= _WIDTH
    return f"{entry.line:>5}  {taken_as}: {text if is_whole else text[:_WIDTH] + '…'}"
