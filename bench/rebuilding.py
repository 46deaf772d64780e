"""Every page printed again, on one core and on all of them."""

from __future__ import annotations

import os

from bench.clerk import clerk
from bench.figure import Figure
from bench.setting import Setting
from bench.spread import middle
from bench.turns import turns

PART = "rebuilding"


def measure(setting: Setting) -> list[Figure]:
    """The whole paper after a change of what stands on every page, reports a second."""
    cores = len(os.sched_getaffinity(0))
    room = setting.newsrooms.open(PART)
    found: dict[int, list[float]] = {1: [], cores: []}
    with clerk(room, setting.say) as desk:
        desk.do("fill", reports=setting.pace.rebuilt, picture=None, is_packed=False)
        for number in turns(list(found), rounds=setting.pace.rebuilds):
            found[number].append(desk.do("rebuild", cores=number))
    whole = Figure(
        part=PART,
        what=f"{setting.pace.rebuilt:,} reports and their lists, on {cores} cores",
        value=middle(found[cores]),
        unit="reports/s",
        beside="on one",
        beside_value=middle(found[1]),
        ratios=tuple(a / b for a, b in zip(found[cores], found[1], strict=True)),
    )
    each = Figure(part=PART, what="the same, per core", value=whole.value / cores, unit="reports/s")
    return [whole, each]
