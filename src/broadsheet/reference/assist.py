"""A process in which words are looked up: `python -m broadsheet.reference.assist HANDLE`.

It is told over the handle, a `multiprocessing` connection, where the dictionaries are and which
model reads for it; then it answers one question after the other, and ends when nobody is there any
more. It knows no Django: what it needs is in the questions.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from broadsheet.lexicon.choose_analyst import choose_analyst
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.reading import Analyst
from broadsheet.reference.look_up import look_up
from broadsheet.reference.said import said
from broadsheet.voice.engine import EngineError
from broadsheet.voice.espeak import espeak

# The paper is read while words are looked up.
_NICENESS = 10
# A shelf remembers what it was asked; after this many reports it is opened anew.
_REPORTS_AT_ONE_SHELF = 50


def main(handle: int) -> None:
    os.nice(_NICENESS)
    with Connection(handle) as wire, contextlib.suppress(EOFError, ConnectionError):
        shelf, model = wire.recv()
        desk: _Desk | None = None
        while True:
            question = wire.recv()
            try:
                desk = desk or _Desk(Path(shelf), model)
                wire.send(look_up(question, desk.dictionaries(), desk.analyst, desk.say))
            except Exception as error:  # noqa: BLE001  # it is told to who asked, and goes on
                wire.send(f"{type(error).__name__}: {error}")


class _Desk:
    """What stays open from one report to the next: a model takes seconds to load."""

    def __init__(self, shelf: Path, model: str) -> None:
        self._shelf = shelf
        self._model = model
        self._asked = 0
        self._dictionaries = Dictionaries(shelf)
        self.say = _voice()
        self.analyst: Analyst = choose_analyst(self._dictionaries, model=model)

    def dictionaries(self) -> Dictionaries:
        self._asked += 1
        if self._asked > _REPORTS_AT_ONE_SHELF:
            self._asked = 1
            self._dictionaries.forget()
        return self._dictionaries


def _voice() -> Callable[[str], str]:
    """How the voice that comes along says a word; nothing where it cannot speak here."""
    try:
        phonemes = espeak("en-us")
    except EngineError:
        return lambda _word: ""
    return lambda word: said(phonemes(word))


if __name__ == "__main__":
    main(int(sys.argv[1]))
