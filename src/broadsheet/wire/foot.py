"""A captured page → where its report ends and the foot of the page begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.wire.furniture.verdict import COMMENTS, COPYRIGHT, MOST_READ
from broadsheet.wire.slip import Slip

_MARKS = frozenset({COMMENTS, COPYRIGHT, MOST_READ})
_SHARE = 0.6  # of the prose stands above the foot: above that, such a line has strayed
_LONGEST_LINE = 140
_COUNTED = re.compile(r"[^/]*[1-9]\d*[^/]*")
_BELOW = "stands below the end of the report"


@dataclass(frozen=True, slots=True)
class Foot:
    """The place where the foot begins, and where readers' comments begin in it.

    Both are beyond the last slip where there is none. `has_byline` tells that the report has its
    byline above the foot.
    """

    begins: int
    comments: int
    has_byline: bool

    def why_dropped(self, at: int, slip: Slip) -> str:
        """Why a slip in the foot is none of the report, "" where that is not clear."""
        if at < self.begins:
            return ""
        if at > self.comments:
            return "a reader's comment"
        if slip.kind in {"byline", "email"}:
            return "foot of the page" if self.has_byline else ""
        if slip.kind in {"caption", "credit", "topics", "correction", "breadcrumb"}:
            return ""
        is_line = slip.kind != "prose" and len(slip.text) <= _LONGEST_LINE
        return "foot of the page" if is_line else ""

    def doubt(self, at: int) -> str:
        return _BELOW if at > self.begins else ""


def find_foot(slips: Sequence[Slip], headline: int | None) -> Foot:
    """The first comment box, copyright line or list of most read reports that stands below most
    of the prose."""
    start = 0 if headline is None else headline + 1
    none = len(slips)
    prose = [
        len(slip.text) if slip.kind == "prose" and not slip.furniture and at >= start else 0
        for at, slip in enumerate(slips)
    ]
    total = sum(prose)
    above = 0
    for at, slip in enumerate(slips):
        above += prose[at]
        if at >= start and slip.furniture in _MARKS and total and above >= total * _SHARE:
            comments = (
                place
                for place in range(at, none)
                if slips[place].furniture == COMMENTS and _COUNTED.fullmatch(slips[place].text)
            )
            has_byline = any(slip.kind == "byline" for slip in slips[:at])
            return Foot(at, next(comments, none), has_byline)
    return Foot(none, none, has_byline=False)
