"""Files that belong to the paper as a whole."""

from __future__ import annotations

from broadsheet.desk.translate import Translator
from broadsheet.feeds.sitemap import robots
from broadsheet.paper import pages
from broadsheet.paper.assets import assets
from broadsheet.paper.places import MY_WORDS_PATH, PODCAST_ARTWORK_PATH
from broadsheet.paper.podcast_artwork import podcast_artwork
from broadsheet.press.models import Listed, Output
from broadsheet.press.recipes.made import Made, Round, page

NEWEST_ON_NOT_FOUND = 6


def make_assets(_key: str, _now: Round) -> Made:
    """`assets` → styles, elements, fonts and icons, each named by its content.

    Those of an earlier version stay while pages wait to be printed anew: these still name them.
    """
    waiting = Output.objects.filter(is_stale=True, key__contains=":")
    files = {asset.path.lstrip("/"): asset.body for asset in assets()}
    return Made(files, keeps_others=waiting.exists())


def make_podcast_artwork(_key: str, _now: Round) -> Made:
    return Made({PODCAST_ARTWORK_PATH.lstrip("/"): podcast_artwork()})


def make_my_words(_key: str, now: Round) -> Made:
    return Made(page(MY_WORDS_PATH, pages.my_words_page(now.newspaper)))


def make_not_found(_key: str, now: Round) -> Made:
    newest = Listed.objects.in_list("latest").newest_first()[:NEWEST_ON_NOT_FOUND]
    translator = Translator(now.sections, now=now.at)
    teasers = translator.teasers(row.report_id for row in newest)
    html = pages.not_found_page(teasers, now.newspaper)
    return Made({"404.html": html.encode()}, frozenset(translator.read))


def make_unavailable(_key: str, now: Round) -> Made:
    return Made({"unavailable.html": pages.unavailable_page(now.newspaper).encode()})


def make_robots(_key: str, now: Round) -> Made:
    return Made({"robots.txt": robots(now.newspaper, sitemap_path="/sitemap.xml")})
