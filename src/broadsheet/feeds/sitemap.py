"""Paths of the site → sitemaps, their index, the news sitemap, robots.txt.

Sources: the protocol at sitemaps.org, Google's extensions for languages and for news.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from broadsheet.feeds.address import address
from broadsheet.feeds.local_time import local_time
from broadsheet.feeds.xml_text import xml_text
from broadsheet.headers import DYNAMIC_PATHS
from broadsheet.newspaper import Newspaper
from broadsheet.story import Teaser, Translation

# What one file may hold. Whoever has more writes several and names them in an index.
LARGEST_SITEMAP = 50_000
LARGEST_NEWS_SITEMAP = 1_000
LARGEST_BYTES = 50 * 1024 * 1024

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_PROTOCOL = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapEntry:
    """One page of the site. `language` is "" for the paper's own; it counts with translations."""

    path: str
    changed_at: dt.datetime | None = None
    language: str = ""
    translations: tuple[Translation, ...] = ()


def sitemap(entries: Iterable[SitemapEntry], newspaper: Newspaper) -> bytes:
    """A sitemap of `entries` in their order, as UTF-8. Translated pages name all their versions.

    Raises ValueError for more than LARGEST_SITEMAP entries or LARGEST_BYTES, and for a time
    without a zone.
    """
    urls = [
        f"<url>{_place(one.path, one.changed_at, newspaper)}{_versions(one, newspaper)}</url>"
        for one in entries
    ]
    return _file(f"urlset {_PROTOCOL} {_XHTML}", urls, most=LARGEST_SITEMAP)


def sitemap_index(
    sitemaps: Iterable[tuple[str, dt.datetime | None]], newspaper: Newspaper
) -> bytes:
    """The index of several sitemaps: the path of each, and when it last changed if that is known.

    Raises ValueError for more than LARGEST_SITEMAP files, and for a time without a zone.
    """
    places = [
        f"<sitemap>{_place(path, changed_at, newspaper)}</sitemap>" for path, changed_at in sitemaps
    ]
    return _file(f"sitemapindex {_PROTOCOL}", places, most=LARGEST_SITEMAP)


def news_sitemap(teasers: Iterable[Teaser], newspaper: Newspaper) -> bytes:
    """The reports of the last two days for Google News; the caller chooses which they are.

    Raises ValueError for more than LARGEST_NEWS_SITEMAP reports, and for a time without a zone.
    """
    name = xml_text(newspaper.name)
    urls = [
        f"<url>{_place(one.path, one.updated_at or one.published_at, newspaper)}"
        "<news:news><news:publication>"
        f"<news:name>{name}</news:name>"
        f"<news:language>{xml_text(_news_language(one.language))}</news:language>"
        "</news:publication>"
        f"<news:publication_date>{_time(one.published_at, newspaper)}</news:publication_date>"
        f"<news:title>{xml_text(one.headline)}</news:title></news:news></url>"
        for one in teasers
    ]
    return _file(f"urlset {_PROTOCOL} {_NEWS}", urls, most=LARGEST_NEWS_SITEMAP)


def robots(newspaper: Newspaper, *, sitemap_path: str) -> bytes:
    """robots.txt (RFC 9309): everything but what Django answers, and where the sitemap is."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in DYNAMIC_PATHS),
        "",
        f"Sitemap: {address(sitemap_path, newspaper)}",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _place(path: str, changed_at: dt.datetime | None, newspaper: Newspaper) -> str:
    place = f"<loc>{xml_text(address(path, newspaper))}</loc>"
    if changed_at is None:
        return place
    return f"{place}<lastmod>{_time(changed_at, newspaper)}</lastmod>"


def _versions(entry: SitemapEntry, newspaper: Newspaper) -> str:
    if not entry.translations:
        return ""
    # Google takes the links of a page only where the page is among them.
    paths = {entry.language or newspaper.language: entry.path}
    for one in entry.translations:
        paths.setdefault(one.language, one.path)
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{xml_text(language)}"'
        f' href="{xml_text(address(path, newspaper))}"/>'
        for language, path in paths.items()
    )


def _news_language(tag: str) -> str:
    """Google News wants ISO 639 alone, but for Chinese, where it wants to know the script."""
    language, *rest = tag.lower().split("-")
    if language != "zh":
        return language
    return "zh-cn" if {"hant", "tw", "hk", "mo"}.isdisjoint(rest) else "zh-tw"


def _time(moment: dt.datetime, newspaper: Newspaper) -> str:
    return local_time(moment, newspaper).isoformat(timespec="seconds")


def _file(root: str, rows: list[str], *, most: int) -> bytes:
    name = root.split(" ", 1)[0]
    advice = "put the rest into another file"
    if len(rows) > most:
        raise ValueError(f"{name}: {len(rows):,} addresses, at most {most:,} fit; {advice}")
    written = "\n".join((_DECLARATION, f"<{root}>", *rows, f"</{name}>\n")).encode()
    if len(written) > LARGEST_BYTES:
        raise ValueError(f"{name}: {len(written):,} bytes, at most {LARGEST_BYTES:,} fit; {advice}")
    return written
