"""The newsroom's own words and names, which come before every dictionary."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.lexicon.folded import folded
from broadsheet.lexicon.volume import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """A word, phrase or name with what the newsroom says of it.

    `kind` is free: person, place, organization, term. `path` leads to its topic page. `ipa` is how
    it is said, where the newsroom has set it. Where it is not `is_alone`, what dictionaries say of
    its words stands behind it.
    """

    phrase: str
    gloss: str
    kind: str = ""
    path: str = ""
    ipa: str = ""
    is_alone: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(folded(self.phrase).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """The meaning that an editor has chosen for a word of a report.

    `base` and `part` are those of the word's entry, `source` and `gloss` those of the meaning.
    """

    base: str
    part: Part
    source: str
    gloss: str
