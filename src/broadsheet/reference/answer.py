from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found: the words file, and what the newsroom keeps beside it.

    `hard` are the words and names that stand under the report where there are no scripts, each
    with `word`, `gloss` and `path`. `spellings` has every word as it is written and in its base
    form, as they are looked up, each between two spaces.
    """

    words: bytes
    hard: list[dict[str, str]]
    spellings: str

    @property
    def stamp(self) -> str:
        """Another one whenever the words file is."""
        return hashlib.sha256(self.words).hexdigest()[:10]
