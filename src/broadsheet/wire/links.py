"""`Related Article` and what stands below it → the places of links to other reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from broadsheet.wire.furniture.verdict import MOST_READ, RELATED
from broadsheet.wire.slip import Slip

_LINK_WORDS = 5  # a line below "Related" that has fewer may be a heading of this report
_MOST_LINKS = 20
_LONGEST_LINK = 200
_CUT = ("…", "...")


@dataclass(frozen=True, slots=True)
class Link:
    """One line of a list of other reports; `head` is the place of the line over the list.

    `doubt` is "" where the line is clearly one of the list.
    """

    head: int
    why: str
    doubt: str = ""


def find_links(slips: Sequence[Slip]) -> dict[int, Link]:
    """The lines of every list of other reports, by their places."""
    found: dict[int, Link] = {}
    for head, slip in enumerate(slips):
        if slip.furniture in {RELATED, MOST_READ}:
            found.update(_list_below(slips, head))
    return found


def _list_below(slips: Sequence[Slip], head: int) -> Iterator[tuple[int, Link]]:
    why = slips[head].furniture
    is_one_run = True
    links = 0
    for at in range(head + 1, min(len(slips), head + 1 + 2 * _MOST_LINKS)):
        slip = slips[at]
        is_one_run = is_one_run and not slip.take.is_after_blank
        if slip.furniture == "stray sign" or (links and slip.kind == "dates"):
            yield at, Link(head, why)
        elif slip.furniture or links == _MOST_LINKS or not _can_be_link(slip):
            return
        elif why == MOST_READ or is_one_run or slip.size >= _LINK_WORDS:
            links += 1
            yield at, Link(head, why)
        else:
            if not links:
                doubt = f"stands below “{slips[head].text}” and may be a link to another report"
                yield at, Link(head, why, doubt)
            return


def _can_be_link(slip: Slip) -> bool:
    if len(slip.text) > _LONGEST_LINK:
        return False
    return slip.kind in {"title", "item"} or slip.text.endswith(_CUT)
