"""Any characters → letters that a voice can read."""

from __future__ import annotations

import re
import unicodedata

from broadsheet.voice.script.numbers import cardinal, digits, figure

_RUN = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)*|.", re.DOTALL)
_MOST = 30  # letters of one spoken word, so that no word alone fills an engine's memory


def in_letters(written: str) -> list[str]:
    """Spoken words of letters, apostrophes and hyphens for whatever `written` is.

    Digits of every script are read as numbers, fractions and Roman numerals of one character by
    their value; signs are left out.
    """
    words: list[str] = []
    for run in _RUN.findall(unicodedata.normalize("NFC", written)):
        if run.isdecimal():
            words.extend(figure(run).split())
        elif run[0].isalpha():
            words.extend(_letters(run))
        else:
            words.extend(_of_value(run))
    return words


def _letters(run: str) -> list[str]:
    kept = "".join(one for one in run.replace("’", "'") if one.isalpha() or one == "'")
    return [kept[at : at + _MOST].strip("'") or "s" for at in range(0, len(kept), _MOST)]


def _of_value(sign: str) -> list[str]:
    """½ → one over two… is said by the rules for fractions; here are ² and ㊿ and the like."""
    value = unicodedata.numeric(sign, None)
    if value is None:
        return []
    if value == int(value) and value >= 0:
        return cardinal(int(value)).split()
    return (
        ["minus", *digits(str(abs(value))).split()] if value < 0 else figure(f"{value:.3f}").split()
    )
