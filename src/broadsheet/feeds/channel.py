"""The items of a list → the RSS 2.0 document around them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from email.utils import format_datetime

from broadsheet.feeds.address import address
from broadsheet.feeds.local_time import local_time
from broadsheet.feeds.xml_element import xml_element
from broadsheet.feeds.xml_text import xml_text
from broadsheet.newspaper import Newspaper
from broadsheet.story import Teaser

_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def channel(
    title: str,
    path: str,
    feed_path: str,
    reports: Sequence[Teaser],
    newspaper: Newspaper,
    *,
    description: str,
    items: Iterable[str],
    namespaces: Mapping[str, str],
    about: Iterable[str] = (),
) -> bytes:
    """The feed of `reports` as UTF-8, given an `item` for each.

    It is as old as the newest of them, so that the same reports give the same bytes. `about` are
    elements that say more of the whole, in the `namespaces` that are given with their prefixes.
    """
    declared = "".join(
        f' xmlns:{prefix}="{name}"' for prefix, name in {**_NAMESPACES, **namespaces}.items()
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<rss version="2.0"{declared}>',
        "<channel>",
        f"<title>{xml_text(title)}</title>",
        f"<link>{xml_text(address(path, newspaper))}</link>",
        f"<description>{xml_text(description)}</description>",
        f"<language>{xml_text(newspaper.language)}</language>",
        *_built(reports, newspaper),
        xml_element(
            "atom:link",
            href=address(feed_path, newspaper),
            rel="self",
            type="application/rss+xml",
        ),
        *about,
        *items,
        "</channel>",
        "</rss>\n",
    ]
    return "\n".join(lines).encode()


def _built(reports: Sequence[Teaser], newspaper: Newspaper) -> Iterable[str]:
    if not reports:
        return
    changed = (local_time(one.updated_at or one.published_at, newspaper) for one in reports)
    # Times of one zone compare by their clocks, which go wrong in the hour that comes twice.
    newest = max(changed, key=dt.datetime.timestamp)
    yield xml_element("lastBuildDate", format_datetime(newest))
