"""A captured page → the slips of its report, the furniture dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from broadsheet.wire.foot import Foot, find_foot
from broadsheet.wire.furniture.languages import all_phrases
from broadsheet.wire.furniture.verdict import verdict
from broadsheet.wire.headline import is_paper, repeats_headline
from broadsheet.wire.ledger import Ledger
from broadsheet.wire.links import Link, find_links
from broadsheet.wire.slip import Slip, headline_of

_MENU = 3  # so many short lines over the headline are a menu
_MENU_WORDS = 4
_LONGEST_STRAY = 8  # characters
_KICKERS = all_phrases("kickers")
_END_MARKS = all_phrases("end_marks")
# What was read out of these is worth more than the words that they are made of.
_NEVER_FURNITURE = frozenset({"headline", "embed", "breadcrumb", "topics", "correction", "dates"})


def clear(slips: Sequence[Slip], ledger: Ledger) -> list[Slip]:
    """Drop from a judged page, whose headline is found, what is clearly none of its report."""
    headline = headline_of(slips)
    links = _without(find_links(slips), headline)
    page = _Page(slips, headline, links, find_foot(slips, headline))
    kept: list[Slip] = []
    for at, slip in enumerate(slips):
        if at == headline:
            kept.append(slip)
        elif why := page.why_dropped(at):
            ledger.drop(slip.take.lines, why)
        else:
            kept.append(replace(slip, doubt=slip.doubt or page.doubt(at)))
    return kept


def judged(slips: Sequence[Slip]) -> list[Slip]:
    """The slips, each with the reason why it is furniture, if it is."""
    return [slip if slip.furniture else replace(slip, furniture=_furniture(slip)) for slip in slips]


def _furniture(slip: Slip) -> str:
    """Why a slip is furniture by its words alone, "" if it is not."""
    if slip.kind in _NEVER_FURNITURE:
        return ""
    if slip.text.casefold() in _END_MARKS:
        return "end mark"
    if slip.kind == "rule":
        return "rule"
    return verdict(slip.text) or ("stray sign" if _is_stray(slip.text) else "")


def _is_stray(text: str) -> bool:
    """One or two letters, or a number of up to three digits: a torn button, a place in a list."""
    if len(text) > _LONGEST_STRAY:
        return False
    bare = "".join(filter(str.isalnum, text))
    return (
        len(bare) == 1 or (len(bare) == 2 and bare.isascii()) or (len(bare) == 3 and bare.isdigit())
    )


def _without(links: dict[int, Link], headline: int | None) -> dict[int, Link]:
    """The lists of other reports, cut short where the headline of this one stands in them."""
    if headline is None or headline not in links:
        return links
    cut = links[headline].head
    return {at: link for at, link in links.items() if link.head != cut or at < headline}


class _Page:
    """A page whose headline, foot and lists of links are known."""

    def __init__(
        self, slips: Sequence[Slip], headline: int | None, links: dict[int, Link], foot: Foot
    ) -> None:
        self._slips = slips
        self._headline = headline
        self._links = links
        self._foot = foot
        self._menu = self._find_menu()

    def why_dropped(self, at: int) -> str:
        slip = self._slips[at]
        if slip.furniture:
            return slip.furniture
        if at in self._links and not self._links[at].doubt:
            return self._links[at].why
        if at in self._menu:
            return "menu"
        if self._headline is not None and at < self._headline and is_paper(slip.text):
            return "name of the paper"
        if self._headline is not None:
            headline = self._slips[self._headline].text
            if slip.kind in {"title", "prose"} and repeats_headline(slip.text, headline):
                return "the headline again"
        return self._foot.why_dropped(at, slip)

    def doubt(self, at: int) -> str:
        return self._links[at].doubt if at in self._links else self._foot.doubt(at)

    def _find_menu(self) -> frozenset[int]:
        end = self._headline or 0
        path = (at for at in range(end) if self._slips[at].kind == "breadcrumb")
        over = [
            at
            for at, slip in enumerate(self._slips[: next(path, end)])
            if slip.kind in {"title", "item"}
            and not slip.furniture
            and slip.size <= _MENU_WORDS
            and slip.text.casefold() not in _KICKERS
        ]
        return frozenset(over if len(over) >= _MENU else ())
