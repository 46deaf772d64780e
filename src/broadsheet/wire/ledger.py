"""The book in which every line of the file is entered once, with what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from broadsheet.wire.copy import DROPPED, Entry
from broadsheet.wire.lines import Line


class Ledger:
    """Entries by line number. A line that is entered again keeps the last entry."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = {line.number: line for line in lines}
        self._taken = {
            line.number: f"{DROPPED}nothing in it shows"
            for line in self._lines.values()
            if not line.text
        }
        self._remarks: list[str] = []

    def enter(self, lines: Iterable[Line], taken_as: str) -> None:
        for line in lines:
            self._taken[line.number] = taken_as

    def drop(self, lines: Iterable[Line], why: str) -> None:
        self.enter(lines, DROPPED + why)

    def remark(self, text: str) -> None:
        """Something about the file as a whole."""
        self._remarks.append(text)

    def account(self) -> tuple[Entry, ...]:
        """Every line in the order of the file, the remarks behind them."""
        entries = [
            Entry(line=number, text=line.raw, taken_as=self._taken[number])
            for number, line in self._lines.items()
        ]
        return (*entries, *(Entry(line=0, text="", taken_as=text) for text in self._remarks))
