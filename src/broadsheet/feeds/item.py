"""A teaser → an item of an RSS 2.0 feed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from email.utils import format_datetime
from html import escape

from broadsheet.feeds.address import address
from broadsheet.feeds.correction_labels import CORRECTION_LABELS
from broadsheet.feeds.local_time import local_time
from broadsheet.feeds.xml_element import xml_element
from broadsheet.feeds.xml_text import xml_text
from broadsheet.newspaper import Newspaper
from broadsheet.story import Correction, CorrectionKind, Teaser


def item(
    teaser: Teaser,
    newspaper: Newspaper,
    *,
    description: str,
    more: Iterable[str],
    labels: Mapping[CorrectionKind, str] = CORRECTION_LABELS,
) -> str:
    """What every feed says of a report, and `more` elements that only one kind of feed has.

    `description` is HTML; what the paper said of the report afterwards follows it, each under its
    kind as `labels` call it. The guid is the report's address, whatever else of it changes.
    """
    url = address(teaser.path, newspaper)
    lines = [
        "<item>",
        f"<title>{xml_text(teaser.headline)}</title>",
        xml_element("link", url),
        xml_element("guid", url, isPermaLink="true"),
        xml_element("pubDate", format_datetime(local_time(teaser.published_at, newspaper))),
    ]
    lines.extend(xml_element("dc:creator", name) for name in teaser.writers)
    if teaser.section:
        lines.append(xml_element("category", teaser.section.name))
    description += "".join(_correction(one, newspaper, labels) for one in teaser.corrections)
    if description:
        lines.append(xml_element("description", description))
    if teaser.language != newspaper.language:
        lines.append(xml_element("dc:language", teaser.language))
    lines.extend(more)
    lines.append("</item>")
    return "\n".join(lines)


def _correction(
    correction: Correction, newspaper: Newspaper, labels: Mapping[CorrectionKind, str]
) -> str:
    label = escape(labels[correction.kind], quote=False)
    day = local_time(correction.corrected_at, newspaper).date()
    text = escape(correction.text, quote=False)
    return f"<p><strong>{label}, {day}:</strong> {text}</p>"
