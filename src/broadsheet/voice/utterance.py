"""What is to be said, before any voice has said it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# A pause that is heard after a token, by the mark that asks for it; "" for none.
Pause = Literal["", ",", ";", ":", "—", "…"]
Ending = Literal[".", "?", "!", ",", ";", ":", "…"]


@dataclass(frozen=True, slots=True)
class Token:
    """One spoken word: `$1.2 billion` is five of them, one, point, two, billion and dollars.

    `text` is a plain word of letters, an apostrophe or a hyphen at most, as an engine's own
    reading of spelling wants it; an initialism that is spelled has its letters apart: `U N`.
    `words` are the numbers of the galley words that it came from, in order; a spoken word may come
    from several (the dollars of `$1.2 billion`), and several from one. `ipa` says how it is said
    where the spelling would mislead an engine: IPA with stress marks, without slashes.
    """

    text: str
    words: tuple[int, ...]
    ipa: str = ""
    pause: Pause = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What an engine says in one go: a sentence, or a part of one that is very long.

    `line` and `sentence` are numbers of the galley. `ending` tells the melody of its end: a part
    that is gone on with ends in a comma. `pause_after_ms` is the silence before the next one.
    """

    line: int
    sentence: int
    tokens: tuple[Token, ...]
    ending: Ending = "."
    pause_after_ms: int = 0

    @property
    def text(self) -> str:
        """The words to be said with the marks that shape them, for engines that read text."""
        said = " ".join(f"{token.text}{token.pause}" for token in self.tokens)
        return f"{said.rstrip(',;:—…')}{self.ending}"


@dataclass(frozen=True, slots=True)
class Script:
    """A whole report as it is to be read, in the order in which it is read."""

    language: str
    utterances: tuple[Utterance, ...]
