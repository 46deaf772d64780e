"""The slips of a report, its headline among them → the report in a forme."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.story import Listing, Paragraph, PullQuote
from broadsheet.wire.body import set_body
from broadsheet.wire.breadcrumb import without_headline
from broadsheet.wire.copy import CopyError
from broadsheet.wire.forme import Forme
from broadsheet.wire.head import set_over, set_under
from broadsheet.wire.prose import is_prose
from broadsheet.wire.slip import Slip, headline_of

_STAND_IN = 80  # characters
_SENTENCE = 20


def make_up(forme: Forme, slips: Sequence[Slip], *, name: str) -> None:
    """Set a report. Raises CopyError where there is no text in it."""
    headline = headline_of(slips)
    if headline is not None:
        forme.headline = slips[headline].text
        forme.ledger.enter(slips[headline].take.lines, "headline")
        set_over(forme, slips[:headline])
    under = slips[0 if headline is None else headline + 1 :]
    set_body(forme, under[set_under(forme, under) :])
    check_text(forme, name=name)


def check_text(forme: Forme, *, name: str) -> None:
    """Raises CopyError where no text is set under the headline.

    Where there is no headline the first words of the text stand in for it, and the editor is
    told.
    """
    texts = [text for block in forme.blocks if (text := _text(block))]
    if not texts:
        raise _no_report(forme, name)
    if not forme.headline:
        forme.headline = _cut(texts[0])
        forme.ask("the copy has no headline; its first words stand in for it")
    forme.sections = without_headline(forme.sections, forme.headline)


def check_prose(forme: Forme, *, name: str) -> None:
    """Raises CopyError where a page holds lines but no sentence: a menu, a list of headlines."""
    texts = (_text(block) for block in forme.blocks)
    if not any(len(text) >= _SENTENCE and is_prose(text) for text in texts):
        raise _no_report(forme, name)


def _no_report(forme: Forme, name: str) -> CopyError:
    found = f"the headline “{_cut(forme.headline)}” and " if forme.headline else ""
    return CopyError(
        f"{name}: there is no report in it, only {found}lines that are no text of one; "
        "hand in the page or the text of one report"
    )


def _text(block: object) -> str:
    match block:
        case Paragraph(text):
            return text.plain
        case Listing():
            return block.items[0].plain
        case PullQuote():
            return block.text
        case _:
            return ""


def _cut(text: str) -> str:
    """The first words of a text, as many as a headline has."""
    if len(text) <= _STAND_IN:
        return text
    return text[:_STAND_IN].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
