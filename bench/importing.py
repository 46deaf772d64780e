"""A bulk import by the real command, and where its time goes."""

from __future__ import annotations

import time
from pathlib import Path

from bench.clerk import clerk
from bench.figure import Figure, Target
from bench.prose import as_text, prose
from bench.setting import Setting
from bench.spread import middle

PART = "importing"
ONE_BY_ONE = 100
TARGET = Target("figure", "at least", 200)
SHARES = {
    "starting": "starting the command",
    "reading": "waiting for the files to be read (wire)",
    "making": "making reports of them",
    "rows": "writing rows",
    "index": "the search index",
}


def measure(setting: Setting) -> list[Figure]:
    """Each import is into a new newsroom; Wagtail's own way takes turns with it."""
    folder = _write(setting)
    files = sorted(folder.iterdir())
    ours, theirs, shares = [], [], []
    for number in range(setting.pace.import_rounds):
        room = setting.newsrooms.open(f"{PART}-{number}")
        started = time.perf_counter()
        room.broadsheet("import", *files)
        whole = time.perf_counter() - started
        ours.append(len(files) / whole)
        setting.say(f"{PART}: {len(files):,} files in {whole:.1f} s")
        with clerk(setting.newsrooms.open(f"{PART}-beside-{number}"), setting.say) as desk:
            theirs.append(ONE_BY_ONE / desk.do("add_one_by_one", reports=ONE_BY_ONE))
        with clerk(setting.newsrooms.open(f"{PART}-timed-{number}"), setting.say) as desk:
            shares.append(_shares(desk.do("import_timed", folder=str(folder)), whole))
    return [
        Figure(
            part=PART,
            what=f"bulk import of {len(files):,} typed texts, start included",
            value=middle(ours),
            unit="reports/s",
            beside="Wagtail, one by one",
            beside_value=middle(theirs),
            target=TARGET,
        ),
        *(
            Figure(
                part=PART,
                what=f"of its time: {words}",
                value=middle([share[name] for share in shares]),
                unit="%",
            )
            for name, words in SHARES.items()
        ),
    ]


def _write(setting: Setting) -> Path:
    folder = setting.scratch / "copy"
    folder.mkdir()
    for number in range(setting.pace.import_files):
        file = folder / f"{number:05}.txt"
        file.write_text(as_text(prose(number)), encoding="utf-8")
    return folder


def _shares(seconds: dict[str, float], whole: float) -> dict[str, float]:
    """Hundredths of the time: what the command took more than its work is its start."""
    starting = max(whole - seconds["whole"], 0.0)
    total = seconds["whole"] + starting
    return {
        name: 100 * (starting if name == "starting" else seconds[name]) / total for name in SHARES
    }
