"""Slips → the same, with the names of writers joined to the roles and addresses below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from broadsheet.wire.byline import called, is_role
from broadsheet.wire.copy import Writer
from broadsheet.wire.names import in_title_case, is_name
from broadsheet.wire.slip import Slip

_LONGEST_ROLE_WORDS = 5


def joined_bylines(slips: Sequence[Slip]) -> list[Slip]:
    """Bylines with what stands about their writer on the next lines. A bare name is a byline if a
    role or an address follows it."""
    joined: list[Slip] = []
    for slip in slips:
        before = joined[-1] if joined else None
        pair = _pair(before, slip) if before else None
        if pair:
            joined[-1] = pair
        else:
            joined.append(slip)
    return joined


def bare_name(slip: Slip) -> Writer | None:
    """A writer if the slip is nothing but a name of two words or more."""
    name = slip.text.strip("()（）[]［］ ")
    is_two = " " in name or not name.isascii()
    if slip.kind == "title" and is_two and is_name(name):
        return Writer(name=in_title_case(name))
    return None


def _pair(before: Slip, slip: Slip) -> Slip | None:
    role = ""
    if slip.kind == "title" and slip.size <= _LONGEST_ROLE_WORDS and is_role(slip.text):
        role = slip.text
    address = slip.reading.text if slip.kind == "email" else ""
    name = bare_name(before)
    writers = before.reading.writers if before.kind == "byline" else (name,) if name else ()
    if not writers or not (role or address):
        return None
    last = called(writers[-1], role)
    last = replace(last, email=last.email or address)
    reading = replace(before.reading, kind="byline", writers=(*writers[:-1], last))
    return before.read_as(reading, with_take=slip.take)
