"""A text → the language that it is most likely written in."""

from __future__ import annotations

import re

from broadsheet.wire.furniture.languages import LANGUAGES, phrases

_SAMPLE = 2500  # characters; enough for the shares to settle
_EAST_ASIAN = re.compile("[ぁ-ヿ一-鿿가-힣]")
_LETTER = re.compile(r"[^\W\d_]")
_HANGUL = re.compile("[가-힣]")
_KANA = re.compile("[ぁ-ヿ]")
_HAN = re.compile("[一-鿿]")
_WORD = re.compile(r"[^\W\d_]+")
_EVERYDAY = {words.language: frozenset(phrases(words.everyday)) for words in LANGUAGES.values()}
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def language(text: str) -> str:
    """A BCP 47 tag from the letters and, for Latin letters, from the everyday words.

    Korean, Japanese, Chinese, Spanish, French and German are told apart; all else is "en".
    """
    sample = text[:_SAMPLE]
    if _EAST_ASIAN.search(sample) and (east_asian := _east_asian(sample)):
        return east_asian
    words = _WORD.findall(sample.casefold())
    counts = {tag: sum(map(own.__contains__, words)) for tag, own in _EVERYDAY.items()}
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] > counts["en"] * 2 and counts[best] * 20 > len(words) else "en"


def _east_asian(sample: str) -> str:
    letters = len(_LETTER.findall(sample)) or 1
    if len(_HANGUL.findall(sample)) * 10 > letters * 3:
        return "ko"
    kana = len(_KANA.findall(sample))
    if (kana + len(_HAN.findall(sample))) * 10 > letters * 3:
        return "ja" if kana * 20 > letters else "zh"
    return ""


def language_tag(written: str) -> str:
    """A tag as the copy writes it, in its usual form: `en_GB` → `en-GB`; "" if it is none."""
    written = written.strip()
    if not _TAG.fullmatch(written):
        return ""
    first, *rest = re.split("[-_]", written)
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
