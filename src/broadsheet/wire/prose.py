"""One take of copy → whether it reads as prose or as a line that stands by itself."""

from __future__ import annotations

import re

QUOTES = "\"'“”‘’«»‹›„‚「」『』《》〈〉"
_CLOSING = QUOTES + ")]）］】"
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St|No)\.$")
_CJK = re.compile("[\u3040-\u30ff一-鿿가-힣]")
_LONG = 140  # characters; no headline of the papers looked at is longer
_LONG_CJK = 60
_ABBREVIATED_HEADLINE = 110
_SENTENCE_INSIDE = re.compile(r"[.!?。！？][”’\"')]* +\S|[。！？]\S")


def ends_sentence(text: str) -> bool:
    """A full stop at the end, behind any closing quotation marks and brackets."""
    bare = text.rstrip(_CLOSING + " ")
    if bare.endswith(("。", "…", "...")):
        return True
    if not bare.endswith("."):
        return False
    return len(bare) > _ABBREVIATED_HEADLINE or not _ABBREVIATION.search(bare)


def is_prose(text: str) -> bool:
    """A sentence or more. Questions and cries of one sentence are not: headlines are both."""
    if ends_sentence(text):
        return size(text) > 1
    if len(text) >= (_LONG_CJK if is_cjk(text) else _LONG):
        return True
    bare = text.rstrip(_CLOSING + " ")
    if bare.endswith(("!", "?", ":", "！", "？", "：", ";", ",")):
        return size(text) > 4 and bool(_SENTENCE_INSIDE.search(text) or bare[-1] in ":：;,")
    return text.startswith(tuple(QUOTES)) and bool(_SENTENCE_INSIDE.search(text))


def size(text: str) -> int:
    """Words, or what a reader would take for as many where they are written without spaces."""
    words = text.count(" ") + 1
    return max(words, len(_CJK.findall(text)) // 3) if _CJK.search(text) else words


def is_cjk(text: str) -> bool:
    """Written for the most part in Chinese, Japanese or Korean letters."""
    return _CJK.search(text) is not None and len(_CJK.findall(text)) * 2 > len(text)


def sameness(text: str) -> str:
    """What two printings of one line have in common, whatever their quotation marks and case."""
    return "".join(char for char in text.casefold() if char.isalnum())
