"""A period, and what stands around it → whether it ends a sentence."""

from __future__ import annotations

import re

from broadsheet.galley.abbreviations import (
    INITIALISM,
    MONTHS,
    NEVER_LAST,
    NUMBERED,
    OTHERS,
)
from broadsheet.galley.starters import begins_sentence
from broadsheet.galley.stops import Stop

# `1. The first`, `iv. The fourth`, `Q. Why?` belong to the sentence that follows.
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})")
_NUMBER = re.compile(r"[#$€£¥₩₹]?\d")
_NUMERAL = re.compile(r"[IVXLC]+\b|[A-Z]\b|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b")

# `3 p.m.`, `3p.m.`, but not `the P.M.`
_TIME = re.compile(r"\d\s?[ap]\.m$", re.IGNORECASE)
_ZONE = r"(?:KST|JST|GMT|UTC|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|CES?T|BST|IST|AE[SD]T|SGT|HKT|MSK|WIB)"
# `3 p.m. Monday`, `9 a.m. KST`, `9 a.m. (0000 GMT)`, `7 a.m. Seoul time`.
_OF_TIME = re.compile(
    rf"(?:\d{{1,2}}:?\d\d )?{_ZONE}\b|Eastern|Pacific|Central|Mountain|Greenwich|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.|[A-Z]\w{1,20}(?: [A-Z]\w{1,20})? time\b"
)
# `At 5 p.m. Kim left.`
_AT_TIME = re.compile(
    r"(?:At|By|Around|About|Until|From|Before|After|Since) (?:about |around |exactly )?"
    r"(?:\d{1,2}(?::\d\d)?\s?)?"
)

# `Plan B. Korea`, `an A. Korea`, `on X. Korea`: the letter is a name by itself and no initial.
_LETTERED = re.compile(
    r"(?:^|\W)(?i:plan|group|vitamin|hepatitis|influenza|type|class|grade|part|section|appendix|"
    r"exhibit|team|block|zone|line|phase|category|annex|war|malcolm|division|level|building|an?)\s$"
)
_ON_X = re.compile(r"(?:^|\s)[a-z]+\s$")

# `2024. 11. 27.` in Korean, `am 3. Oktober` in German.
_KOREAN_DATE = re.compile(r"\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.")
_GERMAN_MONTH = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    r"Jahrhundert)\b"
)
_DAY_OF_MONTH = re.compile(r"\d{1,2}")


def ends_after_period(stop: Stop, first: int, *, is_title: bool) -> bool:
    """Whether a sentence ends there that has its first letter at `first`.

    In a title every word is capital, so that none tells that a sentence begins.
    """
    word = stop.last_word
    if word in NEVER_LAST or _LIST_NUMBER.fullmatch(stop.text, first, stop.at):
        return False
    if word[-1:].isdigit():
        return not _is_of_date(stop)
    if _last_part(word) in MONTHS or word in NUMBERED:
        return _ends_after_numbered(stop, first)
    if _is_time(stop, first):
        return _ends_after_time(stop, first)
    if word in OTHERS or INITIALISM.fullmatch(f"{_last_part(word)}."):
        is_start = begins_sentence(stop) and not is_title
        return is_start or _is_letter_by_itself(stop, first)
    return True


def _is_of_date(stop: Stop) -> bool:
    if _DAY_OF_MONTH.fullmatch(stop.last_word) and _GERMAN_MONTH.match(stop.next_word):
        return True
    around = _KOREAN_DATE.finditer(stop.text, max(0, stop.at - 14), stop.at + 10)
    return any(date.start() < stop.at < date.end() for date in around)


def _ends_after_numbered(stop: Stop, first: int) -> bool:
    word = stop.last_word
    if _NUMBER.match(stop.next_word):
        return False
    if word == "No":
        # `the No. One choice`, but `No. One of them left.`
        return stop.at - first == len(word) or not _NUMERAL.match(stop.next_word)
    if _last_part(word) in MONTHS or word.islower():
        return True
    return begins_sentence(stop) and not _NUMERAL.match(stop.next_word)


def _is_time(stop: Stop, first: int) -> bool:
    return _TIME.search(f"{stop.before(first, 2)}{stop.last_word}") is not None


def _ends_after_time(stop: Stop, first: int) -> bool:
    if _OF_TIME.match(stop.text, stop.end + len(stop.openers)):
        return False
    return not _AT_TIME.fullmatch(stop.before(first, 24))


def _is_letter_by_itself(stop: Stop, first: int) -> bool:
    word, before = stop.last_word, stop.before(first, 16)
    if len(word) != 1 or not word.isupper():
        return False
    return bool(_LETTERED.search(before) or (word == "X" and _ON_X.search(before)))


def _last_part(word: str) -> str:
    """`pro-U.S` → `U.S`, `30-Oct` → `Oct`."""
    return re.split(r"[-‑/]", word)[-1]
