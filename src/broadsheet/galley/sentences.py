"""A line of text → where its sentences are.

News English is full of periods that end nothing: `U.S. President`, `Nov. 3`, `Mr. Kim`,
`“Why?” he asked`. Libraries that were tried either give no offsets back or end a sentence after
each of these, so the rules stand here, few and in the order in which they are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.galley.abbreviations import INITIALISM, NUMBERED, OTHERS, TITLES

_CLOSERS = "\"'”’»)\\]」』"
_OPENERS = "\"'“‘«(\\[「『"

# Where a sentence may end: the marks, what closes behind them, and the space before the next.
# Chinese and Japanese put no space there.
_END = re.compile(
    rf"(?P<mark>[.!?…]+|[。！？]+)(?P<closers>[{_CLOSERS}]*)(?P<space>\s+|(?<=[。！？])|(?<=[。！？][」』”]))"
)
_NEXT = re.compile(rf"(?P<openers>[{_OPENERS}]*)(?P<word>\S*)")
_BARRIER = frozenset(" \t\n\u00a0—–\"'“‘«([「『")
_LONGEST_ABBREVIATION = 12
_LIST_NUMBER = re.compile(r"\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\.?")

# Capitalised words that begin a sentence and hardly ever follow an abbreviation within one.
_STARTERS = frozenset(
    """A After Again All Also Although Among An And Another Any As At Because Before Both But By
    Despite During Each Earlier Even Every Few For From Had Has Have He Her Here His How However
    I If In Instead Is It Its Last Later Less Like Many Meanwhile More Most Much My Neither Never
    Next No Nobody None Nor Not Now Of On Once One Only Or Other Others Our Out Over People Perhaps
    She Since So Some Still Such That The Their Then There These They This Those Though Three
    Through Thus To Today Two Under Unlike Until We What When Where Whether Which While Who Why With
    Without Would Yet You Your""".split()
)
# What may follow a time of day without beginning a sentence: `3 p.m. Monday`, `9 a.m. KST`.
_TIME = re.compile(r"(?i)[ap]\.m\.")
_DAY_OR_ZONE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,5}\b|Eastern|Pacific|Central|Greenwich|"
    r"January|February|March|April|May|June|July|August|September|October|November|December"
)
# `“Why now?” Kim said.` is one sentence.
_SAYING = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+|[a-z]{1,4}\s+){0,4}?"
    r"(?:said|says|asked|asks|wrote|writes|added|adds|told|replied|cried|shouted|answered|recalled)\b"
)


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, in order and without a gap: together they are the line."""
    start = 0
    for end in _END.finditer(text):
        if end.end() < len(text) and _ends(text, start, end):
            yield start, end.end()
            start = end.end()
    if start < len(text):
        yield start, len(text)


def _ends(text: str, start: int, end: re.Match[str]) -> bool:
    following = _NEXT.match(text, end.end())
    if following is None or not following["word"]:
        return False
    word, mark = following["word"], end["mark"]
    if mark[0] in "。！？":
        return True
    if word[0].islower():
        return False
    if end["closers"] and mark != "." and _SAYING.match(text, following.start("word")):
        return False
    if mark != ".":
        return True
    if _LIST_NUMBER.fullmatch(text, start, end.start()):
        return False
    return bool(end["closers"]) or _period_ends(_before(text, end), word, following["openers"])


def _before(text: str, end: re.Match[str]) -> str:
    """The word that the period stands behind, or its end where it is too long to be short."""
    start = end.start()
    while start > max(0, end.start() - _LONGEST_ABBREVIATION) and text[start - 1] not in _BARRIER:
        start -= 1
    return text[start : end.start()]


def _period_ends(token: str, word: str, openers: str) -> bool:
    begins = word.rstrip(",;:") in _STARTERS or any(mark in openers for mark in '"“«')
    if token in TITLES:
        return False
    if token in NUMBERED:
        return begins or not (word[0].isdigit() or word[0] in "$€£¥₩#" or token[0].isupper())
    if _TIME.fullmatch(f"{token}."):
        return not _DAY_OR_ZONE.match(word)
    if token in OTHERS or INITIALISM.fullmatch(f"{token}."):
        return begins
    return True
