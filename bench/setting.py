"""What a part is given to measure with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.newsroom import Newsrooms
from bench.pace import Pace


@dataclass(frozen=True, slots=True)
class Setting:
    """Where to make newsrooms, how long to measure, and who hears how it gets on.

    `scratch` is a folder that goes when all parts are done.
    """

    newsrooms: Newsrooms
    scratch: Path
    pace: Pace
    say: Callable[[str], None]
