"""A name → what it looks like, so that two names that look alike are the same.

After Unicode's UTS #39 (skeletons and restriction levels), for the letters that a person may have
in a display name. A name keeps to one script, or to those that are written together; what can
still be mistaken for Latin within one script is folded by the table below.
"""

from __future__ import annotations

import unicodedata

import regex

# Written together: UTS #39, 5.2, "highly restrictive".
_TOGETHER = (
    frozenset({"Latin", "Han", "Hiragana", "Katakana"}),
    frozenset({"Latin", "Han", "Bopomofo"}),
    frozenset({"Latin", "Han", "Hangul"}),
)
_SCRIPTS = sorted(
    {
        *("Latin", "Han", "Hiragana", "Katakana", "Bopomofo", "Hangul", "Greek", "Cyrillic"),
        *(
            "Armenian",
            "Georgian",
            "Hebrew",
            "Arabic",
            "Ethiopic",
            "Thai",
            "Lao",
            "Khmer",
            "Myanmar",
        ),
        *("Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada"),
        *("Malayalam", "Sinhala", "Tibetan", "Mongolian"),
    }
)
_SCRIPT_OF = regex.compile("|".join(rf"(?P<{name}>\p{{Script={name}}})" for name in _SCRIPTS))

# What looks like these Latin letters once case is folded: Cyrillic, Greek, Armenian and Latin ones.
_LOOKS_LIKE = {
    "a": "аαɑ",
    "b": "ьвβ",
    "c": "сϲ",
    "d": "ԁɗ",
    "e": "еєεҽɛ",
    "f": "ғƒϝ",
    "g": "ɡցǥ",
    "h": "һհнη",
    "i": "іıιɩ1l|ӏǀ",
    "j": "јյϳ",
    "k": "кκҝқĸ",
    "m": "мʍ",
    "n": "пηոռп",
    "o": "оοσօ0ө٥ѳθ",
    "p": "рρϸƿ",
    "q": "ԛզգ",
    "r": "гɾяռ",
    "s": "ѕꜱʂ",
    "t": "тτ",
    "u": "υսцʋμ",
    "v": "ѵνν",
    "w": "ԝωшщɯա",
    "x": "хχҳ×",
    "y": "уγүყ",
    "z": "ʐȥᴢ",
}
_FOLDED = {letter: latin for latin, letters in reversed(_LOOKS_LIKE.items()) for letter in letters}
# Two letters that together look like one.
_LIGATURES = (("rn", "m"), ("vv", "w"))


def look(name: str) -> str:
    """What `name` looks like: names with the same look cannot be told apart at a glance.

    Case, accents, spaces and punctuation are left out; letters and digits that look alike become
    one. Empty where nothing of the name can be seen.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    seen = "".join(
        _FOLDED.get(sign, sign) for sign in folded if unicodedata.category(sign)[0] in "LN"
    )
    for two, one in _LIGATURES:
        seen = seen.replace(two, one)
    # Hangul that NFKD took apart is put together again, so that the key stays short.
    return unicodedata.normalize("NFC", seen)


def keeps_to_its_script(name: str) -> bool:
    """Whether the letters of `name` are of one script, or of those that are written together."""
    scripts: set[str] = set()
    for sign in name:
        if not sign.isalpha():
            continue
        found = _SCRIPT_OF.match(sign)
        # A letter of a script that is not in the list may stand with its own kind alone.
        script = found.lastgroup if found else None
        scripts.add(script or unicodedata.name(sign, "").split(" ")[0])
    return len(scripts) <= 1 or any(scripts <= together for together in _TOGETHER)
