"""A word as written → the spelling under which it is looked up."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_QUOTES = str.maketrans({"’": "'", "‘": "'", "_": " ", "‐": "-", "‑": "-"})


# A report asks for the same thousand words some fifty thousand times.
@lru_cache(maxsize=50_000)
def folded(written: str) -> str:
    """Lower case, one space between words, straight quotes, no marks over Latin letters."""
    text = written.translate(_QUOTES).casefold()
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        bare = "".join(one for one in apart if not "\u0300" <= one <= "\u036f")
        text = unicodedata.normalize("NFC", bare)
    return " ".join(text.split())
