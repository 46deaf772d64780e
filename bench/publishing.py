"""From “publish” to the page on disk, in archives of several sizes that take turns."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from bench.clerk import Clerk, clerk
from bench.figure import Figure, Target
from bench.hugo import Hugo
from bench.missing import program
from bench.newsroom import Newsroom
from bench.postgresql import cluster, programs
from bench.setting import Setting
from bench.spread import middle, ninetieth
from bench.turns import turns

PART = "publishing"
SOON = Target("figure", "under", 0.12)
NO_SLOWER = Target("ratio", "at most", 1.2)
# So many of the newest reports are printed; with the older ones the books alone are filled.
PRINTED = 200


@dataclass(frozen=True, slots=True)
class Archive:
    """How many reports, and whether PostgreSQL keeps them."""

    reports: int
    is_on_postgresql: bool = False

    def __str__(self) -> str:
        return f"{self.reports:,} reports{', PostgreSQL' if self.is_on_postgresql else ''}"

    def open(self, setting: Setting, stack: ExitStack) -> Newsroom:
        if self.is_on_postgresql:
            url = stack.enter_context(cluster())
            return setting.newsrooms.on_postgresql(f"{PART}-postgresql-{self.reports}", url)
        return setting.newsrooms.open(f"{PART}-{self.reports}")


Seconds = dict[Archive, list[dict[str, float]]]


def measure(setting: Setting) -> list[Figure]:
    """Each newsroom has its own worker at work all the time; a report is published when no worker
    has anything else to do. The first publication in each is not counted: a worker runs for weeks,
    and loads its templates once. Hugo builds all of the same reports again after one edit.
    """
    program("hugo", package="hugo")
    sizes = setting.pace.archives
    archives = [Archive(size) for size in sizes]
    if programs():
        archives += [Archive(size, is_on_postgresql=True) for size in (sizes[0], sizes[-1])]
    else:
        setting.say(f"{PART}: nothing is measured on PostgreSQL, which is not here")
    with ExitStack() as stack:
        rooms = {archive: archive.open(setting, stack) for archive in archives}
        clerks = {one: stack.enter_context(clerk(rooms[one], setting.say)) for one in archives}
        _fill(clerks)
        drafts = {
            one: clerks[one].do("write", first=one.reports, drafts=setting.pace.publications + 1)
            for one in archives
        }
        for room in rooms.values():
            stack.enter_context(room.worker())
        found: Seconds = defaultdict(list)
        for turn, one in enumerate(turns(archives, rounds=setting.pace.publications + 1)):
            for desk in clerks.values():
                desk.do("settle")
            seconds = clerks[one].do("publish", report=drafts[one].pop(0))
            if turn >= len(archives):
                found[one].append(seconds)
            setting.say(f"{PART}: {seconds['page']:.3f} s with {one}")
    built = {size: _with_hugo(size, setting) for size in sizes}
    return list(_figures(archives, found, built))


def _fill(clerks: dict[Archive, Clerk]) -> None:
    """All at the same time. The longest is heard first: its progress is worth hearing."""
    for one, desk in clerks.items():
        desk.send("fill", reports=one.reports, picture=None, is_packed=False, printed=PRINTED)
    for one in sorted(clerks, key=lambda one: one.reports, reverse=True):
        clerks[one].answer()


def _with_hugo(reports: int, setting: Setting) -> float:
    """Gives the seconds of a build."""
    folder = setting.scratch / f"hugo-{reports}"
    site = Hugo(folder, reports=reports)
    seconds = [site.rebuilt() for _ in range(setting.pace.hugo_builds)]
    shutil.rmtree(folder)
    setting.say(f"{PART}: Hugo builds {reports:,} reports in {middle(seconds):.1f} s")
    return middle(seconds)


def _figures(
    archives: Sequence[Archive], found: Seconds, built: dict[int, float]
) -> Iterator[Figure]:
    for one in archives:
        page = [seconds["page"] for seconds in found[one]]
        wagtail = middle([seconds["wagtail"] for seconds in found[one]])
        front = middle([seconds["front"] for seconds in found[one]])
        yield _figure(f"{one}: page on disk", middle(page), wagtail, SOON)
        yield _figure(f"{one}: page on disk, nine in ten", ninetieth(page), wagtail)
        yield _figure(f"{one}: front page shows it", front, wagtail)
        if not one.is_on_postgresql:
            yield Figure(
                part=PART,
                what=f"{one}: page on disk, beside a full build",
                value=middle(page),
                unit="s",
                beside="Hugo, after one edit",
                beside_value=built[one.reports],
            )
    smallest = min(one.reports for one in archives)
    for one in archives:
        if one.reports == smallest:
            continue
        small = Archive(smallest, one.is_on_postgresql)
        yield Figure(
            part=PART,
            what=f"{one}: page on disk, beside a small archive",
            value=middle([seconds["page"] for seconds in found[one]]),
            unit="s",
            beside=str(small),
            beside_value=middle([seconds["page"] for seconds in found[small]]),
            target=NO_SLOWER,
        )


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
