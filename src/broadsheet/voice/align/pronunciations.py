"""A word as it is written → how it may be said, in the phones of the CMU dictionary."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from broadsheet.voice.align.arpabet import arpabet
from broadsheet.voice.espeak import Phonemizer

_PARTS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*['’]?")


def pronunciations(
    word: str, *, listed: Callable[[str], Sequence[str]], phonemize: Phonemizer
) -> tuple[str, ...]:
    """Each way in which it may be said, the likeliest first; none for what has no sound.

    `listed` gives what the dictionary has for a word in small letters. A word of several parts,
    such as `re-elected` or `U N`, is said as its parts are. eSpeak's way comes in addition: it has
    one for every name.
    """
    parts = [listed(part.replace("’", "'").lower()) for part in _PARTS.findall(word)]
    ways: list[str] = []
    if len(parts) == 1:
        ways.extend(parts[0])
    elif all(parts):
        ways.append(" ".join(part[0] for part in parts))
    ways.append(arpabet(phonemize(word)))
    return tuple(way for way in dict.fromkeys(ways) if way)
