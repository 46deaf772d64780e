"""A list of teasers → an RSS 2.0 feed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from email.utils import format_datetime
from html import escape

from broadsheet.feeds.address import address
from broadsheet.feeds.local_time import local_time
from broadsheet.feeds.xml_text import xml_text
from broadsheet.newspaper import Newspaper
from broadsheet.story import Photo, Teaser

_OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/">\n'
    "<channel>"
)


def rss(
    title: str,
    path: str,
    feed_path: str,
    teasers: Iterable[Teaser],
    newspaper: Newspaper,
    *,
    description: str = "",
) -> bytes:
    """The feed of the list at `path`, itself served at `feed_path`, as UTF-8.

    Items keep the order of `teasers`. The feed is as old as its newest item, so that the same
    teasers give the same bytes. Without a description the paper's tagline stands in, else the
    title. Raises ValueError for a time without a zone.

    Sources: RSS 2.0 and its Best Practices Profile (rssboard.org), Media RSS 1.5.1.
    """
    reports = tuple(teasers)
    lines = [
        _OPENING,
        _element("title", title),
        _element("link", address(path, newspaper)),
        _element("description", description or newspaper.tagline or title),
        _element("language", newspaper.language),
    ]
    if reports:
        changed = (local_time(one.updated_at or one.published_at, newspaper) for one in reports)
        # Times of one zone compare by their clocks, which go wrong in the hour that comes twice.
        newest = max(changed, key=dt.datetime.timestamp)
        lines.append(_element("lastBuildDate", format_datetime(newest)))
    href = xml_text(address(feed_path, newspaper))
    lines.append(f'<atom:link href="{href}" rel="self" type="application/rss+xml"/>')
    lines.extend(_item(one, newspaper) for one in reports)
    lines.append("</channel>\n</rss>\n")
    return "\n".join(lines).encode()


def _item(teaser: Teaser, newspaper: Newspaper) -> str:
    url = xml_text(address(teaser.path, newspaper))
    lines = [
        "<item>",
        _element("title", teaser.headline),
        f"<link>{url}</link>",
        f'<guid isPermaLink="true">{url}</guid>',
        _element("pubDate", format_datetime(local_time(teaser.published_at, newspaper))),
    ]
    lines.extend(_element("dc:creator", name) for name in teaser.writers)
    if teaser.section:
        lines.append(_element("category", teaser.section.name))
    if teaser.standfirst:
        # An item's description is HTML, so that plain text has to be escaped twice.
        lines.append(_element("description", escape(teaser.standfirst, quote=False)))
    if teaser.language != newspaper.language:
        lines.append(_element("dc:language", teaser.language))
    lines.extend(_media(teaser.photo, newspaper))
    lines.append("</item>")
    return "\n".join(lines)


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
        yield f'<media:description type="plain">{xml_text(photo.caption)}</media:description>'
    if photo.credit:
        yield _element("media:credit", photo.credit)
    if photo.rights:
        yield _element("media:copyright", photo.rights)
    yield "</media:content>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{xml_text(text)}</{name}>"
