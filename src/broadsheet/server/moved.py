"""The press's map of moved addresses → old path to new, for a server that is not nginx."""

from __future__ import annotations

import logging
import re
from pathlib import Path

_LINE = re.compile(r'"([^"\\]*)" "([^"\\]*)";')
_log = logging.getLogger(__name__)


class Moved:
    """The map in `file`, read anew whenever the press has replaced it.

    A line of the file is `"/old/path/" "/new/path/";`. A file that is none keeps the map as it
    was, with one line in the log; nginx does the same.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen: tuple[int, int, int] | None = None
        self._moves: dict[str, str] = {}

    def to(self, path: str) -> str | None:
        """Where the page at `path` is now. Upper and lower case are one, as in nginx."""
        self._read_if_new()
        return self._moves.get(path.lower())

    def _read_if_new(self) -> None:
        try:
            found = self._file.stat()
            seen = (found.st_ino, found.st_mtime_ns, found.st_size)
            if seen != self._seen:
                self._seen = seen
                self._moves = _moves(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            self._seen, self._moves = None, {}
        except ValueError as error:
            _log.warning("%s: %s; the map stays as it was", self._file, error)


def _moves(text: str) -> dict[str, str]:
    moves: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError(f'line {number} is {line[:80]!r}, not "/old/path/" "/new/path/";')
        moves[found[1].lower()] = found[2]
    return moves
