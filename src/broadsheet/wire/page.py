"""An HTML page → its report, by what an extractor takes for the text of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from broadsheet.wire.breadcrumb import breadcrumb, section_names, without_headline
from broadsheet.wire.bylines import joined_bylines
from broadsheet.wire.captions import joined_captions, once
from broadsheet.wire.clear import clear, judged
from broadsheet.wire.copy import Copy, CopyError
from broadsheet.wire.extract import Extract
from broadsheet.wire.forme import Forme
from broadsheet.wire.headline import without_paper
from broadsheet.wire.language import language
from broadsheet.wire.ledger import Ledger
from broadsheet.wire.lines import Line
from broadsheet.wire.makeup import check_prose, make_up
from broadsheet.wire.manuscript import Manuscript
from broadsheet.wire.page_facts import Facts, facts
from broadsheet.wire.page_pieces import Piece, pieces
from broadsheet.wire.page_slips import page_slips
from broadsheet.wire.reading import Kind, Reading
from broadsheet.wire.slip import Slip, headline_of
from broadsheet.wire.take import Take

_LONGEST = 3_000_000  # characters; the front page of a large paper has 1,500,000
# Beyond these the extractor takes minutes: 20,000 spans in one element took it 31 s (2.3.1).
_MOST_ELEMENTS = 30_000
_MOST_CHILDREN = 3_000
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


def read_page(manuscript: Manuscript) -> Copy:
    """Read the HTML of a report's page. Raises CopyError where there is no report in it.

    In the account the blocks of the page are counted instead of lines.
    """
    root = _tree(manuscript)
    told = facts(root)
    found = pieces(root)
    tag = told.language or language(" ".join(piece.text.plain for piece in found))
    extract = Extract(manuscript.text)
    slips = page_slips(found, extract, headline=told.headline, language=tag)
    if all(slip.furniture for slip in slips) and extract.has_prose:
        slips += _from_extract(extract, begins=len(slips) + 1)
    ledger = Ledger(line for slip in slips for line in slip.take.lines)
    forme = Forme(ledger, language=tag)
    _set_head(forme, told)
    rest = _without_roles(forme, slips, found)
    report = joined_bylines(once(joined_captions(clear(judged(rest), ledger)), ledger))
    if headline_of(report) is None:
        forme.headline = without_paper(told.headline)
    make_up(forme, report, name=manuscript.name)
    check_prose(forme, name=manuscript.name)
    _fill(forme, told)
    return forme.copy(manuscript, shape="html")


def _tree(manuscript: Manuscript) -> HtmlElement:
    name, html = manuscript.name, _DECLARATION.sub("", manuscript.text, count=1)
    if len(html) > _LONGEST:
        raise CopyError(
            f"{name}: the page has {len(html):,} characters; save it without its pictures inside, "
            f"so that it has at most {_LONGEST:,}"
        )
    parser = HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = document_fromstring(html, parser=parser)
    except etree.LxmlError:
        raise CopyError(f"{name}: this is no HTML that can be read; save the page again") from None
    most = max((len(element) for element in root.iter(etree.Element)), default=0)
    if most > _MOST_CHILDREN or sum(1 for _ in root.iter(etree.Element)) > _MOST_ELEMENTS:
        raise CopyError(
            f"{name}: the page has more than {_MOST_ELEMENTS:,} elements, or {_MOST_CHILDREN:,} in "
            "one, which no page of a report has; hand in the text of the report"
        )
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise CopyError(
            f"{name}: the page nests its elements more than 255 deep, which no page of a "
            "newspaper does; hand in the text of the report"
        )
    return root


def _from_extract(extract: Extract, *, begins: int) -> list[Slip]:
    """The extractor also knows reports that a page keeps in its scripts. Nothing of that text is
    on the page, so that it is taken as the extractor gives it."""
    slips = []
    for number, (kind, text) in enumerate(extract.blocks, start=begins):
        line = Line(number, text, text, is_after_blank=True)
        read = Reading(kind=_KINDS.get(kind, "prose"), text=text)
        slips.append(Slip(Take(text, (line,)), read))
    return slips


def _without_roles(forme: Forme, slips: Sequence[Slip], found: Sequence[Piece]) -> list[Slip]:
    """Take what the page itself calls breadcrumb, kicker or standfirst; the slips that are left."""
    path: list[Slip] = []
    rest: list[Slip] = []
    roles = [piece.role for piece in found] + [""] * (len(slips) - len(found))
    places = [piece.place for piece in found] + [""] * (len(slips) - len(found))
    for slip, role, place in zip(slips, roles, places, strict=True):
        if place.startswith("breadcrumb"):
            path.append(slip)
        elif role == "kicker" and not slip.furniture and not forme.kicker:
            forme.kicker = slip.text
            forme.ledger.enter(slip.take.lines, "kicker")
        elif role == "standfirst" and not slip.furniture and not forme.standfirst:
            forme.standfirst = slip.text
            forme.ledger.enter(slip.take.lines, "standfirst")
        else:
            rest.append(slip)
    _set_path(forme, path)
    return rest


def _set_path(forme: Forme, path: Sequence[Slip]) -> None:
    names = [name for slip in path for name in breadcrumb(slip.text) or (slip.text,)]
    sections = section_names(names)
    lines = tuple(line for slip in path for line in slip.take.lines)
    if sections:
        forme.set_sections(sections, lines)
    else:
        forme.ledger.drop(lines, "breadcrumb without a section")


def _set_head(forme: Forme, told: Facts) -> None:
    if told.dates:
        forme.set_dates(told.dates, ())
        forme.ledger.remark("the date is the one that the page gives in its head")


def _fill(forme: Forme, told: Facts) -> None:
    """What the page does not print its head may tell."""
    if not forme.has_byline and told.writers:
        forme.add_writers(told.writers)
        forme.ledger.remark("the byline is the one that the page gives in its head")
    sections = without_headline(section_names(told.sections), forme.headline)
    if not forme.sections and sections:
        forme.sections = sections
        forme.ledger.remark("the section is the one that the page gives in its head")
    if not forme.topics and told.topics:
        forme.topics = told.topics
        forme.ledger.remark("the topics are those that the page gives in its head")


_KINDS: dict[str, Kind] = {"head": "heading", "item": "item", "quote": "pull quote"}
