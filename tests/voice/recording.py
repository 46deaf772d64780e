"""A process that records a text with the humming voice, to be killed or measured over it."""

from __future__ import annotations

import contextlib
import datetime as dt
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from broadsheet.galley.compose import compose_text
from broadsheet.voice import record as record_module
from broadsheet.voice.booth import Booth
from broadsheet.voice.record import Recording, record
from broadsheet.voice.script.write import write
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.sound.tags import Tags
from broadsheet.voice.takes import Takes
from tests.voice.speaking import humming_spec

TAGS = Tags(
    title="The pier",
    newspaper="The Quayside Courier",
    voice="Humming",
    published_at=dt.datetime(2031, 5, 5, 7, 30, tzinfo=dt.UTC),
)


def record_text(
    text: str,
    folder: Path,
    *,
    humming: Path,
    takes: Path,
    progress: Callable[[int, int], None] | None = None,
    **settings: str,
) -> Recording:
    """Record a text whose lines are paragraphs, and headings where they begin with a #."""
    galley = compose_text(
        tuple(
            ("heading", line.removeprefix("# ")) if line.startswith("# ") else ("paragraph", line)
            for line in text.splitlines()
        ),
        language="en",
    )
    with Booth(humming_spec(humming, **settings), processes=2) as booth:
        return record(
            galley,
            write(galley),
            booth=booth,
            takes=Takes(takes),
            folder=folder,
            stem="pier",
            tags=TAGS,
            progress=progress,
        )


def peak_megabytes(whose: int) -> float:
    """Of this process or of the largest of its children."""
    return resource.getrusage(whose).ru_maxrss / 1024


def unfinished(*_: object, **__: object) -> None:
    """Stands for the finishing of the sound where only the saying matters."""
    raise SoundError("it is not to be finished")


if __name__ == "__main__":
    file, folder, humming, takes = (Path(word) for word in sys.argv[1:5])
    if "measure" in sys.argv:
        record_module._MOST_PASSES = 1
        record_module.release = unfinished  # type: ignore[assignment]
    with contextlib.suppress(SoundError):
        record_text(file.read_text(), folder, humming=humming, takes=takes)
    print(peak_megabytes(resource.RUSAGE_SELF), peak_megabytes(resource.RUSAGE_CHILDREN))
