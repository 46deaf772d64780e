"""What the newsroom chose to be kept back for, asked of every report that is about to go out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from broadsheet.copydesk.look_over import look_over
from broadsheet.copydesk.proof_of import proof_of, the_checks
from broadsheet.copydesk.remark import KINDS
from broadsheet.copydesk.told import sentence_of
from broadsheet.desk.fit_to_print import Obstacle


def keep_back(report: Any, at: dt.datetime) -> Iterator[Obstacle]:
    """A check for `fit_to_print`."""
    checks = the_checks()
    kinds = frozenset(kind for kind in KINDS if checks.blocks(kind))
    if kinds:
        for remark in look_over(proof_of(report, checks, now=at), kinds):
            yield Obstacle(sentence_of(remark))
