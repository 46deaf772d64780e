from __future__ import annotations

import datetime as dt
from collections import defaultdict

from broadsheet.desk.models import Author, PolicyPage, ReportPage, SectionPage, Topic
from broadsheet.desk.models.printed import path_on_site
from broadsheet.desk.translate import Translator
from broadsheet.feeds.sitemap import (
    LARGEST_NEWS_SITEMAP,
    SitemapEntry,
    news_sitemap,
    sitemap,
    sitemap_index,
)
from broadsheet.paper.places import CORRECTIONS_PATH
from broadsheet.press import lists
from broadsheet.press.models import Listed, ListLength
from broadsheet.press.recipes.made import Made, Round
from broadsheet.story import Translation

LENGTH = 1000
NEWS_AGE = dt.timedelta(days=2)
STANDING = 0


def make(key: str, now: Round) -> Made | None:
    """`sitemap:4` → its thousand reports, counted from the oldest; `sitemap:0` → standing pages."""
    number = int(key.partition(":")[2])
    entries = _standing() if number == STANDING else _reports(number)
    if not entries:
        return None
    return Made({_file(number): sitemap(entries, now.newspaper)})


def make_index(_key: str, now: Round) -> Made:
    """`sitemap` → the index of them all."""
    total = ListLength.of("latest")
    last = lists.page_at(total - 1, length=LENGTH) if total else STANDING
    places = [(f"/{_file(number)}", None) for number in range(last + 1)]
    return Made({"sitemap.xml": sitemap_index(places, now.newspaper)})


def make_news(_key: str, now: Round) -> Made:
    """`news-sitemap` → the reports of the last two days."""
    newest = Listed.objects.in_list("latest").filter(published_at__gt=now.at - NEWS_AGE)
    ids = [row.report_id for row in newest.newest_first()[:LARGEST_NEWS_SITEMAP]]
    teasers = Translator(now.sections, now=now.at).teasers(ids)
    return Made({"news-sitemap.xml": news_sitemap(teasers, now.newspaper)})


def _file(number: int) -> str:
    return f"sitemap-{number}.xml"


def _standing() -> list[SitemapEntry]:
    sections = SectionPage.objects.live().order_by("path")
    policies = PolicyPage.objects.live().order_by("path")
    with_reports = set(ListLength.objects.values_list("list", flat=True))
    people = [one for one in Author.objects.order_by("pk") if f"author:{one.pk}" in with_reports]
    topics = [one for one in Topic.objects.order_by("pk") if f"topic:{one.pk}" in with_reports]
    paths = [
        "/",
        CORRECTIONS_PATH,
        *(page.path_on_site for page in sections),
        *(page.path_on_site for page in policies),
        *(author.path for author in people),
        *(topic.path for topic in topics),
    ]
    return [SitemapEntry(path=path) for path in paths]


def _reports(number: int) -> list[SitemapEntry]:
    cut = lists.numbered(number, length=LENGTH)
    total = ListLength.of("latest")
    ids = Listed.objects.between("latest", cut.start, cut.stop, total=total)
    pages = ReportPage.objects.filter(pk__in=ids).values_list(
        *("pk", "url_path", "last_published_at", "language", "translation_of"),
        "live_report__latest_at",
    )
    found = {row[0]: row for row in pages}
    families = _families([row[4] or row[0] for row in pages if row[4]])
    entries = []
    for pk in ids:
        if pk in found:
            _, url_path, published_at, language, original, entered_at = found[pk]
            family = families.get(original or pk, ())
            entries.append(
                SitemapEntry(
                    path=path_on_site(url_path),
                    changed_at=max(filter(None, (published_at, entered_at)), default=None),
                    language=language,
                    translations=tuple(t for t in family if t.path != path_on_site(url_path)),
                )
            )
    return entries


def _families(originals: list[int]) -> dict[int, tuple[Translation, ...]]:
    """Reports that exist in several languages: the original's id → all its versions."""
    members: dict[int, list[Translation]] = defaultdict(list)
    live = ReportPage.objects.live().order_by("language", "pk")
    family = live.filter(pk__in=originals) | live.filter(translation_of__in=originals)
    for pk, original, language, url_path in family.values_list(
        "pk", "translation_of", "language", "url_path"
    ):
        members[original or pk].append(Translation(language=language, path=path_on_site(url_path)))
    return {original: tuple(versions) for original, versions in members.items()}
