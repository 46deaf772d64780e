"""`python -m bench`: the parts named, or all; a table for people, and JSON for programs."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import (
    beside_wagtail,
    beside_wordpress,
    breaking,
    importing,
    lexicon,
    many_pages,
    publishing,
    rebuilding,
    serving,
    stories,
    talk,
    voicing,
    weight,
)
from bench.figure import Figure
from bench.machine import load, machine
from bench.missing import Missing
from bench.newsroom import Newsrooms
from bench.pace import FULL, QUICK, Pace
from bench.page import page
from bench.running import Broken
from bench.setting import Setting
from bench.table import table

PARTS: dict[str, Callable[[Setting], list[Figure]]] = {
    "serving": serving.measure,
    "many-pages": many_pages.measure,
    "beside-wagtail": beside_wagtail.measure,
    "beside-wordpress": beside_wordpress.measure,
    "weight": weight.measure,
    "importing": importing.measure,
    "publishing": publishing.measure,
    "breaking": breaking.measure,
    "stories": stories.measure,
    "rebuilding": rebuilding.measure,
    "voicing": voicing.measure,
    "talk": talk.measure,
    "lexicon": lexicon.measure,
}


def main() -> int:
    """Gives 0 when all that was asked for could be measured, whether targets are met or not."""
    words = _words()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    about = {"measured": f"{dt.datetime.now(dt.UTC):%Y-%m-%d %H:%M} UTC", **machine()}
    figures, troubles = _measure(words.parts or list(PARTS), QUICK if words.quick else FULL)
    about["load after"] = load()
    for name, value in about.items():
        print(f"{name + ':':<20} {value}")
    if words.quick:
        print("A quick run, to see that every part works: do not quote these figures.")
    print(f"\n{table(figures)}")
    if words.json:
        written = {"machine": about, "figures": [figure.as_json() for figure in figures]}
        words.json.write_text(f"{json.dumps(written, indent=2)}\n", encoding="utf-8")
    if words.page:
        words.page.write_text(page(about, figures, troubles), encoding="utf-8")
    for trouble in troubles:
        print(f"bench: {trouble}", file=sys.stderr)
    return 1 if troubles else 0


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"which: {', '.join(PARTS)}; all if none is named"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--page", type=Path, metavar="FILE", help="write a document of them")
    parser.add_argument("--quick", action="store_true", help="only see that every part works")
    words = parser.parse_args()
    if words.page and words.quick:
        parser.error("a quick run is not to be quoted; leave out --quick or --page")
    for part in words.parts:
        if part not in PARTS:
            parser.error(f"{part} is no part; name some of: {', '.join(PARTS)}")
    return words


def _measure(parts: Sequence[str], pace: Pace) -> tuple[list[Figure], list[str]]:
    figures: list[Figure] = []
    troubles: list[str] = []
    started = time.monotonic()

    def say(line: str) -> None:
        print(f"{time.monotonic() - started:6.0f} s  {line}", file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory(prefix="broadsheet-bench-") as folder:
        scratch = Path(folder)
        setting = Setting(Newsrooms(scratch), scratch, pace, say)
        for part in parts:
            say(f"{part}: begins")
            try:
                figures += PARTS[part](setting)
            except (Missing, Broken) as trouble:
                troubles.append(f"{part} could not be measured: {trouble}")
                say(troubles[-1])
            except Exception as fault:  # noqa: BLE001  # an hour of figures outlives one fault
                traceback.print_exc()
                troubles.append(f"{part} could not be measured: {type(fault).__name__}: {fault}")
    return figures, troubles


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
