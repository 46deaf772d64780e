"""The standards policy as it is published → the clauses that a decision may cite."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.desk import richtext
from broadsheet.desk.models import PolicyPage

_LONGEST = 290


@dataclass(frozen=True, slots=True)
class Clause:
    """`number` as it stands on the page; `text` is plain. Written together they are `label`."""

    number: str
    text: str

    @property
    def label(self) -> str:
        whole = f"{self.number}. {self.text}"
        return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1]}…"


def clauses() -> tuple[Clause, ...]:
    """The items of the policy's last numbered list; without such a list, its headings.

    Empty while the paper has no standards policy. One query.
    """
    standards = PolicyPage.objects.live().filter(kind=PolicyPage.Kind.STANDARDS)
    page = standards.order_by("path").first()
    if page is None:
        return ()
    lists = [
        [_plain(item.source) for item in child.value["items"]]
        for child in page.body
        if child.block_type == "listing" and child.value["is_ordered"]
    ]
    headings = [str(child.value) for child in page.body if child.block_type == "heading"]
    texts = lists[-1] if lists else headings
    return tuple(Clause(str(n), text) for n, text in enumerate(texts, start=1) if text)


def _plain(html: str) -> str:
    return " ".join(text.plain for text in richtext.paragraphs(html, lambda _page: ""))
