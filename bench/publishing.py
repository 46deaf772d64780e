"""From “publish” to the page on disk, in archives of several sizes that take turns."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack

from bench.clerk import Clerk, clerk
from bench.figure import Figure, Target
from bench.hugo import Hugo
from bench.missing import program
from bench.setting import Setting
from bench.spread import middle, ninetieth
from bench.turns import turns

PART = "publishing"
SOON = Target("figure", "under", 0.12)
NO_SLOWER = Target("ratio", "at most", 1.2)
# So many of the newest reports are printed; with the older ones the books alone are filled.
PRINTED = 200

Seconds = list[dict[str, float]]


def measure(setting: Setting) -> list[Figure]:
    """Each newsroom has its own worker at work all the time; a report is published when no worker
    has anything else to do. The first publication in each is not counted: a worker runs for weeks,
    and loads its templates once. Hugo builds all of the same reports again after one edit.
    """
    program("hugo", package="hugo")
    sizes = setting.pace.archives
    with ExitStack() as stack:
        rooms = {size: setting.newsrooms.open(f"{PART}-{size}") for size in sizes}
        clerks = {size: stack.enter_context(clerk(rooms[size], setting.say)) for size in sizes}
        _fill(clerks)
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
    built = {size: _with_hugo(size, setting) for size in sizes}
    return _figures(sizes, found, built)


def _fill(clerks: dict[int, Clerk]) -> None:
    """All at the same time. The longest is heard first: its progress is worth hearing."""
    for size, desk in clerks.items():
        desk.send("fill", reports=size, picture=None, is_packed=False, printed=PRINTED)
    for desk in reversed(clerks.values()):
        desk.answer()


def _with_hugo(reports: int, setting: Setting) -> float:
    """Gives the seconds of a build."""
    folder = setting.scratch / f"hugo-{reports}"
    site = Hugo(folder, reports=reports)
    seconds = [site.rebuilt() for _ in range(setting.pace.hugo_builds)]
    shutil.rmtree(folder)
    setting.say(f"{PART}: Hugo builds {reports:,} reports in {middle(seconds):.1f} s")
    return middle(seconds)


def _figures(
    sizes: Sequence[int], found: dict[int, Seconds], built: dict[int, float]
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
            Figure(
                part=PART,
                what=f"{size:,} reports: page on disk, beside a full build",
                value=middle(page),
                unit="s",
                beside="Hugo, after one edit",
                beside_value=built[size],
            ),
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
    return figures


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
