"""`studio.listening.decode` in a process of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from broadsheet.studio.listening.decode import decode
from broadsheet.studio.listening.worker import answer


def work(asked: dict[str, Any]) -> float:
    return decode(Path(asked["recording"]), Path(asked["wav"]))


if __name__ == "__main__":
    answer(work)
