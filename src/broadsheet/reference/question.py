from __future__ import annotations

from dataclasses import dataclass

from broadsheet.galley.galley import Galley
from broadsheet.lexicon.glossary import GlossaryEntry, Pin


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A report whose words are to be looked up: its text, and what the newsroom says of them."""

    galley: Galley
    glossary: tuple[GlossaryEntry, ...] = ()
    pins: tuple[Pin, ...] = ()
