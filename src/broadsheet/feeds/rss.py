"""A list of teasers → an RSS 2.0 feed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from broadsheet.feeds.address import address
from broadsheet.feeds.channel import channel
from broadsheet.feeds.correction_labels import CORRECTION_LABELS
from broadsheet.feeds.item import item
from broadsheet.feeds.local_time import local_time
from broadsheet.feeds.xml_element import xml_element
from broadsheet.feeds.xml_text import xml_text
from broadsheet.live_story import Entry, LiveTeaser
from broadsheet.newspaper import Newspaper
from broadsheet.story import CorrectionKind, Photo, Teaser, plain


def rss(
    title: str,
    path: str,
    feed_path: str,
    teasers: Iterable[Teaser],
    newspaper: Newspaper,
    *,
    description: str = "",
    labels: Mapping[CorrectionKind, str] = CORRECTION_LABELS,
) -> bytes:
    """The feed of the list at `path`, itself served at `feed_path`, as UTF-8.

    Items keep the order of `teasers`. The feed is as old as its newest item, so that the same
    teasers give the same bytes. Without a description the paper's tagline stands in, else the
    title. `labels` name the kinds of corrections. Raises ValueError for a time without a zone.

    Sources: RSS 2.0 and its Best Practices Profile (rssboard.org), Media RSS 1.5.1.
    """
    reports = tuple(teasers)
    return channel(
        title,
        path,
        feed_path,
        reports,
        newspaper,
        description=description or newspaper.tagline or title,
        items=(_item(one, newspaper, labels) for one in reports),
        namespaces={"media": "http://search.yahoo.com/mrss/"},
    )


def _item(teaser: Teaser, newspaper: Newspaper, labels: Mapping[CorrectionKind, str]) -> str:
    # An item's description is HTML, so that plain text has to be escaped twice.
    standfirst = escape(teaser.standfirst, quote=False)
    latest = teaser.latest if isinstance(teaser, LiveTeaser) else ()
    description = standfirst + "".join(_entry(one, newspaper) for one in latest)
    more = _media(teaser.photo, newspaper)
    return item(teaser, newspaper, description=description, more=more, labels=labels)


def _entry(entry: Entry, newspaper: Newspaper) -> str:
    """An entry of a report that runs: feeds show the newest of them."""
    head = f"{local_time(entry.posted_at, newspaper):%H:%M %Z} {entry.headline}".strip()
    said = " ".join(plain(entry.body).split())
    return f"<p><strong>{escape(head, quote=False)}</strong> {escape(said, quote=False)}</p>"


def _media(photo: Photo | None, newspaper: Newspaper) -> Iterable[str]:
    picture = photo and (photo.card or photo.widest)
    if not photo or not picture:
        return
    yield (
        f'<media:content url="{xml_text(address(picture.path, newspaper))}" medium="image"'
        f' type="{xml_text(picture.media_type)}"'
        f' width="{picture.width}" height="{picture.height}">'
    )
    if photo.caption:
        yield xml_element("media:description", photo.caption, type="plain")
    if photo.credit:
        yield xml_element("media:credit", photo.credit)
    if photo.rights:
        yield xml_element("media:copyright", photo.rights)
    yield "</media:content>"
