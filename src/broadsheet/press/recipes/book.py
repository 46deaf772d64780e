"""Which recipe makes which kind of output."""

from __future__ import annotations

from collections.abc import Callable

from broadsheet.press.recipes import (
    corrections,
    feed,
    front,
    furniture,
    indexes,
    listing,
    live,
    moved,
    photo,
    podcast,
    policy,
    report,
    sitemaps,
    sound,
    talk_figures,
    thread,
    words,
)
from broadsheet.press.recipes.made import Made, Round

_RECIPES: dict[str, Callable[[str, Round], Made | None]] = {
    "assets": furniture.make_assets,
    "authors": indexes.make_authors,
    "corrections": corrections.make,
    "feed": feed.make,
    "front": front.make,
    "list": listing.make,
    "live": live.make,
    "moved": moved.make,
    "moved-map": moved.make_map,
    "my-words": furniture.make_my_words,
    "news-sitemap": sitemaps.make_news,
    "not-found": furniture.make_not_found,
    "photo": photo.make,
    "podcast": podcast.make,
    "podcast-artwork": furniture.make_podcast_artwork,
    "policy": policy.make,
    "report": report.make,
    "robots": furniture.make_robots,
    "sitemap": sitemaps.make_index,
    "sound": sound.make,
    "talk-figures": talk_figures.make,
    "thread": thread.make,
    "topics": indexes.make_topics,
    "unavailable": furniture.make_unavailable,
    "words": words.make,
}

# What stands on a page as files of its own: it goes out before the page, and leaves the site when
# no page shows it any more.
ENCLOSURES: dict[str, Callable[[str, Round], Made | None]] = {
    "photo": photo.renditions,
    "sound": sound.files,
    "words": words.files,
}


# What is made again and again while somebody writes is not worth a close packing.
NOT_PACKED = frozenset({"live", "thread"})


def make(key: str, now: Round) -> Made | None:
    """The output called `key` as it ought to be now, or None where it ought not to be."""
    kind, colon, _ = key.partition(":")
    if kind == "sitemap" and colon:
        return sitemaps.make(key, now)
    return _RECIPES[kind](key, now)
