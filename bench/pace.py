"""How long and how often to measure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The figures that are promised are those of `FULL`."""

    serving_rounds: int
    serving_seconds: int
    many_pages: int
    archives: tuple[int, ...]
    publications: int
    hugo_builds: int
    rebuilt: int
    rebuilds: int
    import_files: int
    import_rounds: int
    imported_at_once: int
    voicing_rounds: int
    voiced_words: tuple[int, int]
    talk_rounds: int
    talk_seconds: int
    crowd_seconds: int
    breaking_seconds: int


FULL = Pace(
    serving_rounds=5,
    serving_seconds=2,
    many_pages=2_000,
    archives=(1_000, 10_000, 100_000),
    publications=7,
    hugo_builds=1,
    rebuilt=1_000,
    rebuilds=2,
    import_files=2_000,
    import_rounds=2,
    imported_at_once=100_000,
    voicing_rounds=3,
    voiced_words=(500, 5_000),
    talk_rounds=3,
    talk_seconds=10,
    crowd_seconds=60,
    breaking_seconds=60,
)

# Shows in a minute or two that every part still runs; its figures are not to be quoted.
QUICK = Pace(
    serving_rounds=1,
    serving_seconds=1,
    many_pages=60,
    archives=(60, 600),
    publications=3,
    hugo_builds=1,
    rebuilt=700,
    rebuilds=1,
    import_files=200,
    import_rounds=1,
    imported_at_once=1_000,
    voicing_rounds=1,
    voiced_words=(100, 300),
    talk_rounds=1,
    talk_seconds=3,
    crowd_seconds=5,
    breaking_seconds=12,
)
