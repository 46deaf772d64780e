"""The captured text of a newspaper's page → its report without the furniture."""

from __future__ import annotations

from broadsheet.wire.bylines import joined_bylines
from broadsheet.wire.captions import joined_captions, joined_labels, once
from broadsheet.wire.clear import clear, judged
from broadsheet.wire.copy import Copy
from broadsheet.wire.forme import Forme
from broadsheet.wire.headline import find_headline
from broadsheet.wire.language import language
from broadsheet.wire.ledger import Ledger
from broadsheet.wire.lines import lines
from broadsheet.wire.links import find_links
from broadsheet.wire.makeup import check_prose, make_up
from broadsheet.wire.manuscript import Manuscript
from broadsheet.wire.slip import joined_breadcrumbs, slips
from broadsheet.wire.take import takes


def read_capture(manuscript: Manuscript) -> Copy:
    """Read the plain text of a web page. Raises CopyError where there is no report in it."""
    found = lines(manuscript.text)
    ledger = Ledger(found)
    forme = Forme(ledger, language=language(manuscript.text))
    page = joined_labels(joined_breadcrumbs(slips(takes(found), language=forme.language)))
    page = judged(page)
    headline = find_headline(page, links=find_links(page).keys())
    if headline is not None:
        page[headline] = page[headline].as_headline()
    report = joined_bylines(once(joined_captions(clear(page, ledger)), ledger))
    make_up(forme, report, name=manuscript.name)
    check_prose(forme, name=manuscript.name)
    return forme.copy(manuscript, shape="capture")
