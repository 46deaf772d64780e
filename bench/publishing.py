"""From “publish” to the page on disk, in archives of several sizes that take turns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack

from bench.clerk import Clerk, clerk
from bench.figure import Figure, Target
from bench.setting import Setting
from bench.spread import middle, ninetieth
from bench.turns import turns

PART = "publishing"
SOON = Target("figure", "under", 0.3)
NO_SLOWER = Target("ratio", "at most", 1.3)

Seconds = list[dict[str, float]]


def measure(setting: Setting) -> list[Figure]:
    """The archives are printed first, to the last page: minutes for ten thousand reports.

    Each newsroom has its own worker at work all the time; a report is published when the worker
    has nothing else to do. The first publication in each is not counted: a worker runs for weeks,
    and loads its templates once.
    """
    sizes = setting.pace.archives
    with ExitStack() as stack:
        rooms = {size: setting.newsrooms.open(f"{PART}-{size}") for size in sizes}
        clerks = {size: stack.enter_context(clerk(rooms[size], setting.say)) for size in sizes}
        printed = _fill(clerks)
        drafts = {
            size: clerks[size].do("write", first=size, drafts=setting.pace.publications + 1)
            for size in sizes
        }
        for room in rooms.values():
            stack.enter_context(room.worker())
        found: dict[int, Seconds] = defaultdict(list)
        for turn, size in enumerate(turns(sizes, rounds=setting.pace.publications + 1)):
            for desk in clerks.values():
                desk.do("settle")
            seconds = clerks[size].do("publish", report=drafts[size].pop(0))
            if turn >= len(sizes):
                found[size].append(seconds)
            setting.say(f"{PART}: {seconds['page']:.3f} s with {size:,} reports")
    return _figures(sizes, found, printed)


def _fill(clerks: dict[int, Clerk]) -> dict[int, float]:
    """All at the same time; gives the seconds that it took to print each archive."""
    for size, desk in clerks.items():
        desk.send("fill", reports=size, picture=None, is_packed=False)
    # The longest first: it is the one whose progress is worth hearing.
    return {size: float(desk.answer()["seconds"]) for size, desk in reversed(clerks.items())}


def _figures(
    sizes: Sequence[int], found: dict[int, Seconds], printed: dict[int, float]
) -> list[Figure]:
    figures = []
    for size in sizes:
        page = [seconds["page"] for seconds in found[size]]
        wagtail = middle([seconds["wagtail"] for seconds in found[size]])
        front = middle([seconds["front"] for seconds in found[size]])
        figures += [
            _figure(f"{size:,} reports: page on disk", middle(page), wagtail, SOON),
            _figure(f"{size:,} reports: page on disk, nine in ten", ninetieth(page), wagtail),
            _figure(f"{size:,} reports: front page shows it", front, wagtail),
        ]
    smallest = sizes[0]
    base = middle([seconds["page"] for seconds in found[smallest]])
    figures += [
        Figure(
            part=PART,
            what=f"{size:,} reports: page on disk, beside a small archive",
            value=middle([seconds["page"] for seconds in found[size]]),
            unit="s",
            beside=f"{smallest:,} reports",
            beside_value=base,
            target=NO_SLOWER,
        )
        for size in sizes[1:]
    ]
    return [*figures, *(_speed(size, printed[size]) for size in sizes[-1:])]


def _figure(what: str, seconds: float, wagtail: float, target: Target | None = None) -> Figure:
    return Figure(
        part=PART,
        what=what,
        value=seconds,
        unit="s",
        beside="Wagtail's own part",
        beside_value=wagtail,
        target=target,
    )


def _speed(size: int, seconds: float) -> Figure:
    what = f"{size:,} reports: printing the whole paper"
    return Figure(part=PART, what=what, value=size / seconds, unit="reports/s")
