"""Whether an amount stands before a noun that it belongs to: a five million dollar deal."""

from __future__ import annotations

import re

from broadsheet.voice.script.passage import Passage

_DETERMINERS = frozenset(
    """a an the its his her their our your my this that another each every one no any""".split()
)
# What may stand between the article and the amount.
_BETWEEN = frozenset(
    """new record proposed planned additional initial massive further separate combined potential
    estimated fresh similar second first third final annual extra single whopping modest nearly
    roughly multiyear reported second-hand single-day""".split()
)
# No noun that an amount could belong to.
_OTHERS = frozenset(
    """a about above across after against ago all alone also among an and annually are as at
    away because before behind below between but by can could did do does down during each
    either else even ever every extra for from had has have he her here high him his how i
    if in into is it its last late later less long lower may might more most much must my
    next no nor north not now of off on once only or our out over own per she should short
    since so some south still such tall than that the their them then there these they this
    those through to today tomorrow too toward under until up upon was we were what when
    where which while who whom whose why wide will with within without worth would yesterday
    yet you your deep east west apart spent paid set left given lost made sent won""".split()
)
_MEASURE = re.compile(r"(?:\d[\d.,]*|multi|[a-z]+)-[a-z]+")  # a 3-year, $9 million contract
_NEXT = re.compile(r"\s(?P<noun>[a-z]+)")


def is_attributive(passage: Passage, start: int, end: int) -> bool:
    """Whether what is written from `start` to `end` describes the noun behind it."""
    if re.match(r"[-–](?!a[n]?-)[a-z]", passage.text[end : end + 5]):
        return True
    following = _NEXT.match(passage.text, end)
    if not following:
        return False
    noun = following["noun"]
    if noun in _OTHERS or noun.endswith(("ed", "ly")):
        return False
    before, two_before = passage.before(start).lower(), passage.two_before(start).lower()
    if before in _DETERMINERS or before.endswith(("'s", "’s")):
        return True
    return two_before in _DETERMINERS and (
        before in _BETWEEN or _MEASURE.fullmatch(before) is not None
    )
