"""The standards policy as it is published → the clauses that a decision may cite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from broadsheet.desk import richtext
from broadsheet.desk.models import PolicyPage
from broadsheet.story import Text

_LONGEST = 290
# “4.1 Stay with the report. Write about …” and “1. Accuracy”.
_WITHIN = re.compile(r"(\d+(?:\.\d+)+)\.?\s+(.+)", re.DOTALL)
_NUMBERED = re.compile(r"(\d+)[.)]\s+(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Clause:
    """`number` as it stands on the page, `name` in few words where the page has them in bold, and
    `text`, which is all of it. Plain text. The log cites the `label`."""

    number: str
    name: str
    text: str

    @property
    def label(self) -> str:
        stop = "" if "." in self.number else "."
        whole = f"{self.number}{stop} {self.name}"
        return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1]}…"


def clauses() -> tuple[Clause, ...]:
    """Those of the policy's last part that numbers them: a numbered list, or paragraphs that begin
    with a number such as 4.1. Where nothing is numbered, its headings.

    Empty while the paper has no standards policy. One query.
    """
    standards = PolicyPage.objects.live().filter(kind=PolicyPage.Kind.STANDARDS)
    page = standards.order_by("path").first()
    if page is None:
        return ()
    parts = [part for part in _parts(page.body) if part]
    return parts[-1] if parts else _headings(page.body)


def _parts(body: Iterable[Any]) -> Iterator[tuple[Clause, ...]]:
    """The clauses under each heading, or in each numbered list."""
    under: list[Clause] = []
    for child in body:
        if child.block_type == "paragraph":
            under += filter(None, map(_paragraph, _texts(child.value.source)))
        else:
            yield tuple(under)
            under = []
        if child.block_type == "listing" and child.value["is_ordered"]:
            items = [text for item in child.value["items"] for text in _texts(item.source)]
            yield tuple(_clause(str(n), one.plain, one) for n, one in enumerate(items, start=1))
    yield tuple(under)


def _paragraph(text: Text) -> Clause | None:
    found = _WITHIN.match(text.plain)
    return _clause(found[1], found[2], text) if found else None


def _clause(number: str, words: str, text: Text) -> Clause:
    """The name is what stands in bold at the beginning, else all of it."""
    bold = next((one for one in text.marks if one.kind == "strong" and one.start == 0), None)
    name = text.plain[: bold.end].removeprefix(number).strip(" .") if bold else ""
    return Clause(number, f"{name}." if name else words, words)


def _headings(body: Iterable[Any]) -> tuple[Clause, ...]:
    made = []
    for n, child in enumerate((one for one in body if one.block_type == "heading"), start=1):
        found = _NUMBERED.match(str(child.value))
        number, words = (found[1], found[2]) if found else (str(n), str(child.value))
        made.append(Clause(number, words, words))
    return tuple(made)


def _texts(html: str) -> tuple[Text, ...]:
    return richtext.paragraphs(html, lambda _page: "")
