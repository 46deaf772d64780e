from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from broadsheet.copydesk.checks.date import date
from broadsheet.copydesk.checks.link import link
from broadsheet.copydesk.checks.name import name
from broadsheet.copydesk.checks.sentence import sentence
from broadsheet.copydesk.checks.topic import topic
from broadsheet.copydesk.proof import Proof
from broadsheet.copydesk.remark import Kind, Remark

_CHECKS: dict[Kind, Callable[[Proof], Iterator[Remark]]] = {
    "topic": topic,
    "link": link,
    "name": name,
    "date": date,
    "sentence": sentence,
}


def look_over(proof: Proof, kinds: Container[Kind]) -> tuple[Remark, ...]:
    """All remarks of those kinds, what is graver first."""
    return tuple(
        remark for kind, check in _CHECKS.items() if kind in kinds for remark in check(proof)
    )
