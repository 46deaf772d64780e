"""Text → where its words are.

A word is made of runs of letters and digits. What stands between two runs, the gap, joins them
(`don't`, `U.S`, `1,200`, `President-elect`) or parts them; its ends may belong to the word before
it (`50%`) and to the word after it (`$3`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from broadsheet.galley.abbreviations import (
    LONGEST_ABBREVIATION,
    has_own_period,
    is_also_a_word,
)

_CHUNK = re.compile(r"\S+")
_RUN = re.compile(r"[^\W_]+")
# Its lengths are bounded, so that a megabyte without a space costs no more than one with.
_ADDRESS = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]{1,15}://|www\.|(?>(?:[A-Za-z0-9-]{1,63}\.){1,7})[a-z]{2,24}/)"
    r"[^\s\"“”‘’«»<>「」『』（）、。]+"
)

_MONEY = "$¢€£¥₩₹₽₺₪฿₫₱₦＄￦￥"
_HYPHENS = "‐‑‒-"  # the last one stands for itself in a set only at its end
_INVISIBLE = "\u00ad\u200c\u200d\u2060"
# Joins letters and digits alike: well-known, don't, U.N, AT&T, snake_case, A$AP, F**k, 50%p, 37°C.
_SOFT = re.compile(rf"['’ʼ.&_·‧・+@#%‰٪％°′″*=~×÷^™®©\\{_INVISIBLE}{_MONEY}{_HYPHENS}]+")
_HARD = re.compile(r"--|\.\.|''|’’")
# Between digits: 1,200, 7:30, 24/7, 2017–2021, 3%–5%, $3–$5.
_OF_NUMBERS = re.compile(rf"[%‰°]?[,:/–−{_HYPHENS}][{_MONEY}]?")
_HEBREW = re.compile(r"[\u05d0-\u05ea][\"'׳״”’][\u05d0-\u05ea]")
# `‘한류’가`: scripts that know no apostrophe set particles behind a closing quotation mark.
_EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f]")

_OPENING = re.compile(
    rf"(?<![\w.–—−-])[+\-−±~≈≤≥<>](?=[{_MONEY}]?\.?\d)[{_MONEY}]?(?:\.(?=\d))?"
    rf"|[{_MONEY}](?:(?<!\.)\.(?=\d))?|(?<![.…])\.(?=\d)|[#@§№](?=[^\W_])|[#@]_{{1,2}}|°(?=[CFK]\b)"
    r"|['’](?=\d\ds?\b)|‘(?=\d0s\b)|['’‘](?=(?i:tis|twas|em|til|cause|n|bout|round)\b)"
)
_LONGEST_OPENING = 3
_CLOSING = re.compile(
    rf"(?:[%‰٪％°′″]|[{_MONEY}](?![^\W_]))\+?|\+{{1,2}}|(?<=\b[A-G])#|(?<=['’‘]n)['’]"
)


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each word of a sentence, in order.

    A word is what a reader would point at: `U.S.`, `$1.2`, `President-elect`, `2017-2021`,
    `don't`. Dashes, dots and slashes between words part them; quotation marks and the punctuation
    around a word are none of it, the apostrophe of `the workers’` with them. The period of an
    abbreviation is. Each letter and each digit (`str.isalnum`) is in exactly one word.
    """
    for chunk in _CHUNK.finditer(text):
        yield from _in_chunk(text, chunk.start(), chunk.end())


def _in_chunk(text: str, free: int, limit: int) -> Iterator[tuple[int, int]]:
    """The words of a stretch without a space. `free` is where the last word has ended."""
    run = _RUN.search(text, free, limit)
    while run:
        start = _opened(text, free, run.start())
        end = _run_end(text, run, limit, is_first=True)
        run = _RUN.search(text, end, limit)
        while run and _joins(text, end, run.start()):
            end = _run_end(text, run, limit, is_first=False)
            run = _RUN.search(text, end, limit)
        free = _closed(text, start, end, limit)
        yield start, free


def _run_end(text: str, run: re.Match[str], limit: int, *, is_first: bool) -> int:
    """Where a run ends, the marks over its last letter included, or the address that it begins."""
    end = run.end()
    address = _ADDRESS.match(text, run.start(), limit) if is_first else None
    if address:
        end = address.end()
        while not text[end - 1].isalnum():
            end -= 1
    while end < limit and text[end] > "\u02ff" and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end


def _joins(text: str, start: int, end: int) -> bool:
    """Whether the gap between two runs makes one word of them."""
    if start == end:
        return True
    before, after = text[start - 1], text[end]
    are_digits = before.isdigit() and after.isdigit()
    if are_digits and _OF_NUMBERS.fullmatch(text, start, end):
        return True
    if not _SOFT.fullmatch(text, start, end) or _HARD.search(text, start, end):
        return _HEBREW.fullmatch(text, start - 1, end + 1) is not None
    gap = text[start:end]
    if gap[0] in "'’":
        return not _EAST_ASIAN.match(after)
    if gap == ".":
        return not _is_jammed(text, start)
    # 9 a.m.-5 p.m.
    return not (gap[0] == "." and gap[1] in _HYPHENS and after.isdigit())


def _is_jammed(text: str, period: int) -> bool:
    """`he said.The`, `Mr.Kim`: a space is missing."""
    before, first, second = text[period - 1], text[period + 1], text[period + 2 : period + 3]
    return before.islower() and first.isupper() and second.islower()


def _opened(text: str, free: int, start: int) -> int:
    """Where a word begins whose first run begins at `start`."""
    for first in range(max(free, start - _LONGEST_OPENING), start):
        opening = _OPENING.match(text, first)
        if opening and opening.end() == start:
            return first
    return start


def _closed(text: str, start: int, end: int, limit: int) -> int:
    """Where a word ends whose last run ends at `end`."""
    if text.startswith(".", end):
        return end + 1 if _owns_period(text, start, end) else end
    closing = _CLOSING.match(text, end, limit)
    return closing.end() if closing else end


def _owns_period(text: str, start: int, end: int) -> bool:
    """Whether the period at `end` is part of the word before it, whatever else it may do."""
    if text.startswith("..", end) or end - start > LONGEST_ABBREVIATION:
        return False
    written = text[start : end + 1]
    return has_own_period(written) and not (
        is_also_a_word(written) and _RUN.search(text, end) is None
    )
