"""How a word stands in its sentence, and who can tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from broadsheet.galley.galley import Galley
from broadsheet.lexicon.volume import Part

Class = Literal["content", "name", "number", "function"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One galley word as it is used.

    `written` is what is looked up: `Trump’s` is `Trump`. `base` is what the analyst takes for its
    base form. `tag` is a Penn Treebank tag (`VBG`). `head` is the number of the word that it hangs
    on, and `relation` how (`dobj`, `prt`, as spaCy's English models name it); `governs` are the
    relations of what hangs on it. An analyst that does not parse leaves these three empty.
    `name` tells what kind of name (`PERSON`, `GPE`) it belongs to, `?` where that is not known.
    """

    number: int
    written: str
    base: str
    part: Part
    tag: str
    kind: Class
    name: str = ""
    head: int | None = None
    relation: str = ""
    governs: frozenset[str] = frozenset()


class Analyst(Protocol):
    """Reads a galley. The same galley gives the same readings."""

    @property
    def is_parser(self) -> bool:
        """Whether readings tell `head`, `relation` and `governs`."""

    def read(self, galley: Galley) -> tuple[Reading, ...]:
        """A reading for every word of the galley, at the index that is the word's number."""
