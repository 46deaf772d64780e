"""The newsroom's own words and names, which come before every dictionary."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.lexicon.folded import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """A word, phrase or name with what the newsroom says of it.

    `kind` is free: person, place, organization, term. `path` leads to its topic page. `ipa` is how
    it is said, where the newsroom has set it. `pinned` is the key of a dictionary's meaning that
    goes first for this word; the gloss may then be empty.
    """

    phrase: str
    gloss: str
    kind: str = ""
    path: str = ""
    ipa: str = ""
    pinned: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(folded(self.phrase).split())
