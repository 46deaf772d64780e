"""Thousands of pages, each asked for as often as any other, against Debian's nginx."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from urllib.parse import quote

from bench.clerk import clerk
from bench.figure import Figure, Target
from bench.missing import program
from bench.reference import reference
from bench.setting import Setting
from bench.spread import middle
from bench.turns import turns
from bench.wrk import Load, wrk_round

PART = "many-pages"
OURS = "broadsheet serve"
PLAIN = "Debian's nginx"
GZIP = {"Accept-Encoding": "gzip"}


def measure(setting: Setting) -> list[Figure]:
    """What no cache of open files helps with: readers who come from search, to any old report."""
    for name in ("wrk", "nginx"):
        program(name, package=name)
    pages = setting.pace.many_pages
    room = setting.newsrooms.open(PART)
    with clerk(room, setting.say) as desk, ExitStack() as stack:
        desk.do("fill", reports=pages, picture=None, is_packed=False)
        stack.enter_context(room.served())
        run = setting.scratch / "many"
        plain = stack.enter_context(reference(room.site, run=run, is_caching=False))
        desk.do("settle")
        paths = [
            quote(f"/{file.parent.relative_to(room.site)}/")
            for file in sorted(room.site.rglob("print/index.html"))
        ]
        origins = {OURS: room.origin, PLAIN: plain.origin}
        found: dict[str, list[Load]] = {name: [] for name in origins}
        for name in turns(list(origins), rounds=setting.pace.serving_rounds):
            seconds = setting.pace.serving_seconds
            load = wrk_round(origins[name], paths, GZIP, seconds=seconds, scratch=setting.scratch)
            found[name].append(load)
    rate = _figure(
        f"{len(paths):,} pages in turn, gzip",
        "req/s",
        [load.per_second for load in found[OURS]],
        [load.per_second for load in found[PLAIN]],
    )
    tail = _figure(
        f"{len(paths):,} pages in turn, gzip: p99",
        "ms",
        [load.p99_milliseconds for load in found[OURS]],
        [load.p99_milliseconds for load in found[PLAIN]],
    )
    return [replace(rate, target=Target("ratio", "at least", 0.95)), replace(tail, ratios=())]


def _figure(what: str, unit: str, ours: list[float], theirs: list[float]) -> Figure:
    return Figure(
        part=PART,
        what=what,
        value=middle(ours),
        unit=unit,
        beside=PLAIN,
        beside_value=middle(theirs),
        ratios=tuple(a / b for a, b in zip(ours, theirs, strict=True)),
    )
