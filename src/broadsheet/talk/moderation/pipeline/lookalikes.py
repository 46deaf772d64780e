"""Characters that pass for a letter: other scripts', and the digits and marks of those who dodge.

Only what the eye takes for the letter in running text; Unicode's own table of confusables
(UTS 39) holds thousands more and takes `rn` for `m`.
"""

from __future__ import annotations

_OF_OTHER_SCRIPTS = {
    "a": "аαａɑ",
    "b": "ьвβ",
    "c": "сϲᴄ",
    "d": "ԁ",
    "e": "еєεҽᴇ",
    "f": "ƒ",
    "g": "ɡɢ",
    "h": "һнʜ",
    "i": "іιıɪ",
    "j": "јʝ",
    "k": "кκᴋ",
    "l": "ӏⅼʟ",
    "m": "мᴍ",
    "n": "пηɴ",
    "o": "оοσөᴏ",
    "p": "рρᴘ",
    "q": "ԛ",
    "r": "гʀ",
    "s": "ѕꜱ",
    "t": "тτᴛ",
    "u": "υսᴜ",
    "v": "νѵᴠ",
    "w": "ѡԝωᴡ",
    "x": "хχ",
    "y": "уγʏ",
    "z": "ᴢ",
    # Between Hangul a stroke is a vowel.
    "ㅣ": "ilӏі",
    "ㅡ": "ー一",
    "ㅇ": "oо",
}

LOOKALIKES: dict[str, str] = {}
for _letter, _others in _OF_OTHER_SCRIPTS.items():
    for _other in _others:
        LOOKALIKES[_other] = LOOKALIKES.get(_other, "") + _letter

# A digit or a mark, and the letters for which it is put.
SIGNS: dict[str, str] = {
    "0": "oㅇ",
    "1": "ilㅣ",
    "2": "z",
    "3": "e",
    "4": "a",
    "5": "s",
    "6": "b",
    "7": "t",
    "8": "b",
    "9": "g",
    "@": "a",
    "$": "s",
    "!": "iㅣ",
    "|": "ilㅣ",
    "€": "e",
    "£": "l",
    "+": "t",
}
