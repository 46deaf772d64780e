"""`SEOUL, Nov. 27 (Yonhap) — The …` → the dateline and the paragraph without it."""

from __future__ import annotations

import re

from broadsheet.wire.furniture.languages import all_phrases, any_of

_AGENCY = any_of(all_phrases("agencies"))
_MONTH = (
    r"(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
    r"\.? \d{1,2}(?:, \d{4})?"
)
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}"
_REGION = r"(?:, (?!\d)[^\W\d_a-z][\w.' -]{1,24}){0,2}"
_DASH = r"\s*(?:—|–|--)\s*|\s+-\s+"
_SHOUTED = re.compile(
    rf"(?P<dateline>{_PLACE}{_REGION}?(?:, {_MONTH})?(?: \([^()]{{2,30}}\))?)(?:{_DASH})(?=\S)"
)
_WITH_AGENCY = re.compile(
    rf"(?P<dateline>[^\W\d_a-z][\w.'’ -]{{1,30}}{_REGION}(?:, {_MONTH})? \((?i:{_AGENCY})\))"
    rf"(?:{_DASH})(?=\S)"
)
_KOREAN = re.compile(r"[(\[](?P<dateline>[^()\[\]=\s]{1,20}=[^()\[\]=]{1,20})[)\]]\s*(?=\S)")
_KOREAN_WRITERS = re.compile(r"(?P<writers>[^=]{2,60}?(?:기자|특파원))\s*=\s*(?=\S)")
_NO_PLACE = all_phrases("kickers")


def dateline(text: str) -> tuple[str, str, str]:
    """The dateline of a first paragraph, the writers that stand in it as some agencies put them,
    and the paragraph that is left. A paragraph without a dateline is left whole."""
    for form in (_SHOUTED, _WITH_AGENCY):
        found = form.match(text)
        if found and found["dateline"].casefold() not in _NO_PLACE:
            return found["dateline"], "", text[found.end() :]
    found = _KOREAN.match(text)
    if not found:
        return "", "", text
    rest = text[found.end() :]
    writers = _KOREAN_WRITERS.match(rest)
    if writers:
        return found["dateline"], writers["writers"], rest[writers.end() :]
    return found["dateline"], "", rest
