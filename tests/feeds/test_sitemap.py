from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.feeds import sitemap as sitemap_module
from broadsheet.feeds.sitemap import (
    LARGEST_NEWS_SITEMAP,
    LARGEST_SITEMAP,
    SitemapEntry,
    news_sitemap,
    robots,
    sitemap,
    sitemap_index,
)
from broadsheet.newspaper import Newspaper
from broadsheet.story import Teaser, Translation
from tests.feeds.making import (
    PUBLISHED_AT,
    hostile_paths,
    hostile_text,
    in_xml,
    make_newspaper,
    make_teaser,
    moments,
    newspapers,
    teasers,
)

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"

# https://www.w3.org/TR/NOTE-datetime, the form with seconds
W3C_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")

entries = st.builds(
    SitemapEntry,
    path=hostile_paths,
    changed_at=st.none() | moments,
    language=hostile_text,
    translations=st.lists(
        st.builds(Translation, language=hostile_text, path=hostile_paths), max_size=3
    ).map(tuple),
)


def make_entry(**changes: Any) -> SitemapEntry:
    return replace(SitemapEntry(path="/city/", changed_at=PUBLISHED_AT), **changes)


def test_a_sitemap_is_written_like_this() -> None:
    korean = Translation(language="ko", path="/ko/도시/")
    written = sitemap(
        [
            make_entry(path="/", changed_at=None),
            make_entry(path="/city/a&b/", translations=(korean,)),
        ],
        make_newspaper(),
    )
    assert written.decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        "<url><loc>https://courier.example/</loc></url>\n"
        "<url><loc>https://courier.example/city/a&#x26;b/</loc>"
        "<lastmod>2031-05-05T07:30:00+09:00</lastmod>"
        '<xhtml:link rel="alternate" hreflang="en"'
        ' href="https://courier.example/city/a&#x26;b/"/>'
        '<xhtml:link rel="alternate" hreflang="ko"'
        ' href="https://courier.example/ko/%EB%8F%84%EC%8B%9C/"/></url>\n'
        "</urlset>\n"
    )


def test_a_translated_page_names_itself_in_its_own_language_once() -> None:
    entry = make_entry(
        path="/ko/city/",
        language="ko",
        translations=(
            Translation(language="en", path="/city/"),
            Translation(language="ko", path="/elsewhere/"),
        ),
    )
    (url,) = ET.fromstring(sitemap([entry], make_newspaper()))
    assert [(one.get("hreflang"), one.get("href")) for one in url.findall(f"{XHTML}link")] == [
        ("ko", "https://courier.example/ko/city/"),
        ("en", "https://courier.example/city/"),
    ]


def test_a_sitemap_index_is_written_like_this() -> None:
    written = sitemap_index(
        [("/sitemap-1.xml", PUBLISHED_AT), ("/sitemap-news.xml", None)], make_newspaper()
    )
    assert written.decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<sitemap><loc>https://courier.example/sitemap-1.xml</loc>"
        "<lastmod>2031-05-05T07:30:00+09:00</lastmod></sitemap>\n"
        "<sitemap><loc>https://courier.example/sitemap-news.xml</loc></sitemap>\n"
        "</sitemapindex>\n"
    )


def test_a_news_sitemap_is_written_like_this() -> None:
    updated = make_teaser(updated_at=PUBLISHED_AT + dt.timedelta(hours=1))
    assert news_sitemap([updated], make_newspaper()).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
        "<url><loc>https://courier.example/city/harbour/crane-moves-again/</loc>"
        "<lastmod>2031-05-05T08:30:00+09:00</lastmod>"
        "<news:news><news:publication><news:name>The Quayside Courier</news:name>"
        "<news:language>en</news:language></news:publication>"
        "<news:publication_date>2031-05-05T07:30:00+09:00</news:publication_date>"
        "<news:title>The east crane moves again</news:title></news:news></url>\n"
        "</urlset>\n"
    )


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("ko-KR", "ko"),
        ("zh", "zh-cn"),
        ("zh-Hans-SG", "zh-cn"),
        ("zh-TW", "zh-tw"),
        ("zh-Hant", "zh-tw"),
    ],
)
def test_google_news_is_given_the_language_as_it_wants_it(language: str, written: str) -> None:
    found = news_sitemap([make_teaser(language=language)], make_newspaper()).decode()
    assert f"<news:language>{written}</news:language>" in found


def test_a_sitemap_may_be_full_and_not_fuller() -> None:
    full = [make_entry()] * LARGEST_SITEMAP
    assert sitemap(full, make_newspaper()).count(b"<url>") == 50_000
    with pytest.raises(ValueError, match=r"^urlset: 50,001 addresses, at most 50,000 fit; put the"):
        sitemap([*full, make_entry()], make_newspaper())


def test_an_index_may_be_full_and_not_fuller() -> None:
    with pytest.raises(ValueError, match=r"^sitemapindex: 50,001 addresses, at most 50,000 fit"):
        sitemap_index([("/s.xml", None)] * (LARGEST_SITEMAP + 1), make_newspaper())


def test_a_news_sitemap_may_be_full_and_not_fuller() -> None:
    full = [make_teaser()] * LARGEST_NEWS_SITEMAP
    assert news_sitemap(full, make_newspaper()).count(b"<news:news>") == 1_000
    with pytest.raises(ValueError, match=r"^urlset: 1,001 addresses, at most 1,000 fit"):
        news_sitemap([*full, make_teaser()], make_newspaper())


def test_a_sitemap_with_too_many_bytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap_module, "LARGEST_BYTES", 1_000)
    with pytest.raises(ValueError, match=r"^urlset: 1,\d{3} bytes, at most 1,000 fit; put the"):
        sitemap([make_entry()] * 10, make_newspaper())


def test_a_time_without_a_zone_is_refused() -> None:
    naive = PUBLISHED_AT.replace(tzinfo=None)
    with pytest.raises(ValueError, match="has no zone"):
        sitemap([make_entry(changed_at=naive)], make_newspaper())
    with pytest.raises(ValueError, match="has no zone"):
        sitemap_index([("/sitemap-1.xml", naive)], make_newspaper())
    with pytest.raises(ValueError, match="has no zone"):
        news_sitemap([make_teaser(published_at=naive)], make_newspaper())


def test_robots_may_read_everything_but_what_django_answers() -> None:
    written = robots(make_newspaper(), sitemap_path="/sitemap.xml").decode()
    rules = RobotFileParser()
    rules.parse(written.splitlines())
    assert rules.site_maps() == ["https://courier.example/sitemap.xml"]
    assert rules.can_fetch("Anybot", "https://courier.example/city/harbour/")
    for closed in ("/desk/", "/desk/pages/3/", "/search/?q=crane", "/letters/ida-brandt/"):
        assert not rules.can_fetch("Anybot", f"https://courier.example{closed}")


@given(path=hostile_paths)
def test_no_path_can_add_a_rule_to_robots(path: str) -> None:
    plain = robots(make_newspaper(), sitemap_path="/sitemap.xml").decode().splitlines()
    assert len(robots(make_newspaper(), sitemap_path=path).decode().splitlines()) == len(plain)


@given(pages=st.lists(entries, max_size=4), newspaper=newspapers)
def test_hostile_paths_still_make_a_sitemap_that_keeps_the_protocol(
    pages: list[SitemapEntry], newspaper: Newspaper
) -> None:
    written = sitemap(pages, newspaper)
    assert written == sitemap(pages, newspaper)
    root = ET.fromstring(written)
    assert root.tag == f"{MAP}urlset"
    for url, page in zip(root, pages, strict=True):
        _keeps_the_protocol(url, "url")
        links = url.findall(f"{XHTML}link")
        assert bool(links) == bool(page.translations)
        if links:
            assert links[0].get("href") == url.findtext(f"{MAP}loc")
            assert links[0].get("hreflang") == in_xml(page.language or newspaper.language)


@given(files=st.lists(st.tuples(hostile_paths, st.none() | moments), max_size=3))
def test_hostile_paths_still_make_an_index_that_keeps_the_protocol(
    files: list[tuple[str, dt.datetime | None]],
) -> None:
    root = ET.fromstring(sitemap_index(files, make_newspaper()))
    assert root.tag == f"{MAP}sitemapindex"
    for place, (_, changed_at) in zip(root, files, strict=True):
        _keeps_the_protocol(place, "sitemap")
        assert (place.find(f"{MAP}lastmod") is None) == (changed_at is None)


@given(reports=st.lists(teasers, max_size=3), newspaper=newspapers)
def test_hostile_copy_still_makes_a_news_sitemap_that_holds_it(
    reports: list[Teaser], newspaper: Newspaper
) -> None:
    root = ET.fromstring(news_sitemap(reports, newspaper))
    for url, report in zip(root, reports, strict=True):
        _keeps_the_protocol(url, "url")
        news = url.find(f"{NEWS}news")
        assert news is not None
        assert [one.tag for one in news] == [
            f"{NEWS}publication",
            f"{NEWS}publication_date",
            f"{NEWS}title",
        ]
        assert news.findtext(f"{NEWS}publication/{NEWS}name") == in_xml(newspaper.name)
        assert news.findtext(f"{NEWS}title") == in_xml(report.headline)
        assert W3C_TIME.fullmatch(news.findtext(f"{NEWS}publication_date", ""))


def _keeps_the_protocol(place: Element, name: str) -> None:
    """sitemap.xsd 0.9: loc, then lastmod, then elements of other namespaces."""
    assert place.tag == f"{MAP}{name}"
    tags = [one.tag for one in place]
    assert tags[0] == f"{MAP}loc"
    assert f"{MAP}lastmod" not in tags[2:]
    assert all(one == f"{MAP}lastmod" or not one.startswith(MAP) for one in tags[1:])
    assert re.fullmatch(r"https://courier\.example/[!-~]*", place.findtext(f"{MAP}loc", ""))
    changed_at = place.findtext(f"{MAP}lastmod")
    assert changed_at is None or W3C_TIME.fullmatch(changed_at)
