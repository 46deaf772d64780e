"""A report that is about to go out → what stands in its way.

Every way to publish ends in `ReportPage.save`, which asks here; the form of a report asks before,
so that an editor reads the answer beside the text. Packages that know more of a report than the
desk add checks of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason not to print: a sentence that says what, where, and what to do.

    `field` is the field of the report's form that it is about, "" for none.
    """

    text: str
    field: str = ""


Check = Callable[[Any, dt.datetime], Iterable[Obstacle]]
_checks: list[Check] = []


class NotFitError(ValidationError):
    """The report does not go out. `sentence` names it and everything in its way."""

    def __init__(self, report: Any, found: Iterable[Obstacle]) -> None:
        self.report = report
        self.obstacles = tuple(found)
        said = gettext("“%(headline)s” is not published.") % {"headline": report.title}
        self.sentence = " ".join((said, *(one.text for one in self.obstacles)))
        super().__init__(self.sentence)


def add_check(check: Check) -> None:
    """Have every report asked one thing more before it goes out; call it from an app's `ready`.

    A check is given the report (`ReportPage`, as it is about to be printed) and the time at which
    it is to go out.
    """
    _checks.append(check)


def obstacles(report: Any, *, now: dt.datetime) -> tuple[Obstacle, ...]:
    """What stands in the way of printing the report at that time."""
    return tuple(found for check in _checks for found in check(report, now))


def refuse_unfit(report: Any, *, now: dt.datetime) -> None:
    """Raises NotFitError."""
    if found := obstacles(report, now=now):
        raise NotFitError(report, found)
