"""The takes of a page → which of them is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from broadsheet.wire.furniture.languages import all_phrases
from broadsheet.wire.names import is_name
from broadsheet.wire.prose import sameness
from broadsheet.wire.slip import Slip

_SITE = re.compile(r"\s+(?:[|–—·:»]|-)\s+")
_LEAST_TWIN = 4  # words: a menu repeats shorter ones
_FULL = 5
_SHORT = 3
_LONGEST = 220  # characters
_LONGEST_SENTENCE = 120
_LONGEST_NAME = 12
_LONGEST_SITE = 60
_LONGEST_PAPER = 30
_SPARE = 10  # quotation marks and signs may differ
_CUT = ("…", "...")
_NEAR = 3
_TOP = 12
_MOST = 400  # lines of menus that may stand over a report
_KICKERS = all_phrases("kickers")
_PAPERS = all_phrases("papers")
_CJK_PAPERS = tuple(word for word in _PAPERS if not word.isascii())


def find_headline(slips: Sequence[Slip], *, links: AbstractSet[int] = frozenset()) -> int | None:
    """The place of the headline, None where there is none.

    A line that is printed twice over the report is the surest; then one that the page's title
    repeats; then the line over the report that looks most like one. `links` are the places of
    headlines of other reports.
    """
    places = [at for at, slip in enumerate(slips) if not slip.furniture]
    first = next((at for at in places if slips[at].kind == "prose"), len(slips))
    head = [at for at in places if at < first and _can_be(slips[at])][:_MOST]
    for found in (
        _twin(slips, places, head),
        _in_title(slips, head),
        _most_like(slips, places, head, links),
        _below_a_caption(slips, places, first),
        _sentence(slips, head, first),
        *head,
    ):
        if found is not None:
            return found
    return None


def repeats_headline(text: str, headline: str) -> bool:
    """The headline again, alone or with the paper's name behind or before it."""
    if text.endswith(_CUT) and _is_cut(text, headline):
        return True
    if not len(headline) - _SPARE <= len(text) <= len(headline) + _LONGEST_SITE:
        return False
    wanted = sameness(headline)
    if sameness(text) == wanted:
        return True
    parts = _SITE.split(text)
    return any(
        wanted in (sameness("".join(parts[:at])), sameness("".join(parts[at:])))
        for at in range(1, len(parts))
    )


def _is_cut(text: str, headline: str) -> bool:
    start = sameness(text)
    return len(start) >= _LONGEST_NAME and sameness(headline).startswith(start)


def without_paper(title: str) -> str:
    """A page's title without the name of the paper behind it."""
    parts = _SITE.split(title)
    if len(parts) > 1 and (is_paper(parts[-1]) or len(parts[-1]) <= _LONGEST_PAPER):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·:»-")
    return title


def is_paper(text: str) -> bool:
    """The name of a newspaper, as it stands at the top of a page: The Ormsay Courier."""
    words = text.casefold().split(" ")
    return len(words) <= _FULL and (
        (words[0] == "the" and words[-1] in _PAPERS)
        or (text.istitle() and 1 < len(words) <= _SHORT and words[-1] in _PAPERS)
        or (len(words) == 1 and text.endswith(_CJK_PAPERS))
    )


def _can_be(slip: Slip) -> bool:
    return slip.kind == "title" and len(slip.text) <= _LONGEST


def _twin(slips: Sequence[Slip], places: Sequence[int], head: Sequence[int]) -> int | None:
    """A line that stands over the report twice."""
    seen: dict[str, int] = {}
    for at in head:
        if slips[at].size >= _LEAST_TWIN:
            twin = seen.setdefault(sameness(slips[at].text), at)
            if twin != at:
                return twin
    if not places or len(slips[places[0]].text) > _LONGEST:
        return None
    # A headline may end in a full stop; but a sentence twice in a row is a caption.
    wanted = sameness(slips[places[0]].text)
    again = (
        at for at in places[1:_TOP] if at > places[0] + 1 and sameness(slips[at].text) == wanted
    )
    return places[0] if len(wanted) > _LONGEST_NAME and next(again, None) is not None else None


def _in_title(slips: Sequence[Slip], head: Sequence[int]) -> int | None:
    """The page's title is the headline with the name of the paper."""
    for at in head:
        if _SITE.search(slips[at].text):
            for other in head:
                repeats = repeats_headline(slips[at].text, slips[other].text)
                if other != at and slips[other].size >= _SHORT and repeats:
                    return other
    return None


def _most_like(
    slips: Sequence[Slip], places: Sequence[int], head: Sequence[int], links: AbstractSet[int]
) -> int | None:
    order_of = {at: order for order, at in enumerate(places[: _MOST * 2])}
    best: int | None = None
    most = 0
    for at in head:
        slip = slips[at]
        if slip.size < _SHORT or is_paper(slip.text):
            continue
        order = order_of.get(at, 0)
        before = slips[places[order - 1]] if order else None
        after = [slips[next_at] for next_at in places[order + 1 : order + _NEAR]]
        score = 3 if slip.size >= _FULL else 1
        if before is None:
            score += 1
        elif before.kind == "credit":
            score -= 2  # a caption below its credit
        elif _leads_in(before) or _is_label_below_path(slips, places, order - 1):
            score += 2
        score += 2 * any(_follows_headline(near) for near in after)
        score -= 4 * (at in links)
        if score > most:
            best, most = at, score
    return best


def _leads_in(slip: Slip) -> bool:
    return slip.kind == "breadcrumb" or slip.text.casefold() in _KICKERS


def _is_label_below_path(slips: Sequence[Slip], places: Sequence[int], order: int) -> bool:
    """One or two words between the path and the headline: the section again, or a place."""
    is_label = slips[places[order]].size < _SHORT
    return order > 0 and is_label and slips[places[order - 1]].kind == "breadcrumb"


def _follows_headline(slip: Slip) -> bool:
    return slip.kind in {"byline", "dates", "email"} or (
        slip.kind == "title" and " " in slip.text and is_name(slip.text)
    )


def _below_a_caption(slips: Sequence[Slip], places: Sequence[int], first: int) -> int | None:
    """A sentence, then a line that a byline, a date or a caption follows: the sentence is the
    caption of a photo over the headline."""
    after = [at for at in places if at > first]
    if not after or not _can_be(slips[after[0]]) or slips[after[0]].size < _SHORT:
        return None
    for at in after[1:_NEAR]:
        if slips[at].kind in {"byline", "dates", "email", "caption"}:
            return after[0]
    return None


def _sentence(slips: Sequence[Slip], head: Sequence[int], first: int) -> int | None:
    """A headline with a full stop, where no other line is one."""
    if first == len(slips) or any(not _leads_in(slips[at]) for at in head):
        return None
    return first if len(slips[first].text) <= _LONGEST_SENTENCE else None
