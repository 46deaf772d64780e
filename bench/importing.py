"""A bulk import by the real command, and where its time goes."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.clerk import clerk
from bench.figure import Figure, Target
from bench.newsroom import Newsroom
from bench.prose import as_text, prose
from bench.running import Broken
from bench.setting import Setting
from bench.spread import middle

PART = "importing"
ONE_BY_ONE = 100
TARGET = Target("figure", "at least", 600)
SHARES = {
    "starting": "starting the command",
    "reading": "waiting for the files to be read (wire)",
    "making": "making reports of them",
    "rows": "writing rows",
    "index": "the search index",
}


def measure(setting: Setting) -> list[Figure]:
    """Each import is into a new newsroom; Wagtail's own way takes turns with it.

    The large one comes last. Its seconds end when every report of it can be searched for and is
    known where it is used, as the command does both before it ends; that it did is looked up.
    """
    folder = _write(setting, setting.pace.import_files)
    files = setting.pace.import_files
    ours, theirs, shares = [], [], []
    for number in range(setting.pace.import_rounds):
        spent = setting.newsrooms.open(f"{PART}-{number}").spent_on("import", folder)
        ours.append(spent)
        setting.say(f"{PART}: {files:,} files in {spent.seconds:.1f} s")
        with clerk(setting.newsrooms.open(f"{PART}-beside-{number}"), setting.say) as desk:
            theirs.append(ONE_BY_ONE / desk.do("add_one_by_one", reports=ONE_BY_ONE))
        with clerk(setting.newsrooms.open(f"{PART}-timed-{number}"), setting.say) as desk:
            shares.append(_shares(desk.do("import_timed", folder=str(folder)), spent.seconds))
    return [
        Figure(
            part=PART,
            what=f"bulk import of {files:,} typed texts, start included",
            value=middle([files / spent.seconds for spent in ours]),
            unit="reports/s",
            beside="Wagtail, one by one",
            beside_value=middle(theirs),
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
        *_large(setting, middle(theirs), middle([spent.megabytes for spent in ours])),
    ]


def _large(setting: Setting, one_by_one: float, megabytes: float) -> list[Figure]:
    files = setting.pace.imported_at_once
    setting.say(f"{PART}: writing {files:,} files")
    folder = _write(setting, files)
    room = setting.newsrooms.open(f"{PART}-large")
    spent = room.spent_on("import", folder)
    shutil.rmtree(folder)
    setting.say(f"{PART}: {files:,} files in {spent.seconds:.1f} s")
    _ensure_known(room, files, setting)
    return [
        Figure(
            part=PART,
            what=f"bulk import of {files:,} typed texts, searchable and linked",
            value=files / spent.seconds,
            unit="reports/s",
            beside="Wagtail, one by one",
            beside_value=one_by_one,
            target=TARGET,
        ),
        Figure(
            part=PART,
            what="the same: memory of its largest process",
            value=spent.megabytes,
            unit="MB",
            beside=f"{setting.pace.import_files:,} files",
            beside_value=megabytes,
        ),
    ]


def _ensure_known(room: Newsroom, files: int, setting: Setting) -> None:
    with clerk(room, setting.say) as desk:
        known = desk.do("look_up")
    if (
        not known["reports"] == known["searchable"] == known["linked"] == files
        or not known["found"]
    ):
        raise Broken(f"{PART}: of {files:,} files not all are known: {known}")


def _write(setting: Setting, files: int) -> Path:
    folder = setting.scratch / f"copy-{files}"
    folder.mkdir()
    for number in range(files):
        file = folder / f"{number:06}.txt"
        file.write_text(as_text(prose(number)), encoding="utf-8")
    return folder


def _shares(seconds: dict[str, float], whole: float) -> dict[str, float]:
    """Hundredths of the time: what the command took more than its work is its start."""
    starting = max(whole - seconds["whole"], 0.0)
    total = seconds["whole"] + starting
    return {
        name: 100 * (starting if name == "starting" else seconds[name]) / total for name in SHARES
    }
