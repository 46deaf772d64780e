"""Which recipe makes which kind of output."""

from __future__ import annotations

from collections.abc import Callable

from broadsheet.press.recipes import (
    feed,
    front,
    furniture,
    indexes,
    listing,
    moved,
    photo,
    policy,
    report,
    sitemaps,
)
from broadsheet.press.recipes.made import Made, Round

_RECIPES: dict[str, Callable[[str, Round], Made | None]] = {
    "assets": furniture.make_assets,
    "authors": indexes.make_authors,
    "feed": feed.make,
    "front": front.make,
    "list": listing.make,
    "moved": moved.make,
    "moved-map": moved.make_map,
    "news-sitemap": sitemaps.make_news,
    "not-found": furniture.make_not_found,
    "photo": photo.make,
    "policy": policy.make,
    "report": report.make,
    "robots": furniture.make_robots,
    "sitemap": sitemaps.make_index,
    "topics": indexes.make_topics,
    "unavailable": furniture.make_unavailable,
}


def make(key: str, now: Round) -> Made | None:
    """The output called `key` as it ought to be now, or None where it ought not to be."""
    kind, colon, _ = key.partition(":")
    if kind == "sitemap" and colon:
        return sitemaps.make(key, now)
    return _RECIPES[kind](key, now)
