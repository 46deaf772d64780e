"""What a page tells machines of itself, against what it shows; and how they find it at all."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import brotli
import pytest
from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from tests.browser.kinds import fetch_kind, path_of
from tests.browser.newsrooms import Edited

pytest_plugins = ["tests.browser.editions"]

REPORTS = (
    "report with a lead photo",
    "report with a gallery",
    "report with corrections",
    "report with everything",
    "report in Korean",
)
WITH_CANONICAL = (
    *REPORTS,
    "front",
    "latest",
    "older list page",
    "section",
    "nested section",
    "author",
    "authors",
    "topic",
    "topics",
    "policy",
)
NOT_FOR_SEARCH_ENGINES = (
    "search with results",
    "letter",
    "letter sent",
    "my words",
    "not found",
    "unavailable",
    "print version",
)
MEDIA = "{http://search.yahoo.com/mrss/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADDRESS = re.compile(rb"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
TEXTS = {".html", ".xml", ".css", ".js", ".json", ".svg", ".txt", ".map", ".webmanifest"}
UNPACK = {".br": brotli.decompress, ".gz": gzip.decompress}


@pytest.mark.parametrize("kind", WITH_CANONICAL)
def test_a_page_names_the_address_at_which_it_stands(kind: str, edited: Edited) -> None:
    tree = read(kind, edited)
    here = f"{edited.url}{path_of(kind, edited)}"
    (canonical,) = tree.xpath("//link[@rel='canonical']/@href")
    assert unquote(canonical) == unquote(here)
    assert unquote(meta(tree, "og:url")) == unquote(here)
    assert meta(tree, "og:title") in seen(tree, "//h1") or kind == "front"
    assert tree.xpath("//meta[@name='robots']") == []


def test_a_print_version_names_the_report_as_its_address(edited: Edited) -> None:
    tree = read("print version with everything", edited)
    assert tree.xpath("//link[@rel='canonical']/@href") == [f"{edited.url}{edited.whole_report}"]


@pytest.mark.parametrize("kind", NOT_FOR_SEARCH_ENGINES)
def test_what_is_no_page_of_the_paper_is_not_offered_to_search_engines(
    kind: str, edited: Edited
) -> None:
    assert read(kind, edited).xpath("//meta[@name='robots']/@content") == ["noindex"]


@pytest.mark.parametrize("kind", REPORTS)
def test_what_machines_are_told_of_a_report_is_what_it_shows(kind: str, edited: Edited) -> None:
    tree = read(kind, edited)
    told = structured(tree, "NewsArticle")
    assert told["headline"] == seen(tree, "//h1")
    assert unquote(told["url"]) == unquote(f"{edited.url}{path_of(kind, edited)}")
    assert told["inLanguage"] == tree.get("lang")
    assert told["description"] == seen(tree, "//p[@class='standfirst']")
    times = tree.xpath("//div[@class='dates']//time/@datetime")
    assert [told["datePublished"], told["dateModified"]] == [times[0], times[-1]]
    byline = seen(tree, "//div[@class='byline']")
    people = told["author"] + [one["contributor"] for one in told.get("contributor", [])]
    assert people
    assert [one["name"] for one in people if one["name"] not in byline] == []
    assert told["keywords"] == [
        link.text_content() for link in tree.xpath("//nav[@class='topics']//a")
    ]
    corrections = seen(tree, "//section[@id='corrections']")
    assert bool(told.get("correction")) == bool(corrections)
    assert all(one["text"] in corrections for one in told.get("correction", []))


@pytest.mark.parametrize("kind", REPORTS)
def test_the_picture_that_machines_are_given_is_there_and_carries_its_credit(
    kind: str, edited: Edited
) -> None:
    tree = read(kind, edited)
    image = structured(tree, "NewsArticle")["image"]
    assert image["creditText"] in seen(tree, "//figure[contains(@class, 'photo')]")
    assert image["caption"] in seen(tree, "//figure[contains(@class, 'photo')]")
    assert {image["url"], meta(tree, "og:image")} == {meta_named(tree, "twitter:image")}
    answer = edited.ask(urlsplit(image["url"]).path)
    assert answer.status == 200
    assert answer["Content-Type"] == "image/jpeg"
    assert meta(tree, "og:image:alt") == meta_named(tree, "twitter:image:alt") != ""


@pytest.mark.parametrize("kind", [*REPORTS, "section", "nested section"])
def test_the_way_to_a_page_is_told_as_it_is_shown(kind: str, edited: Edited) -> None:
    tree = read(kind, edited)
    told = structured(tree, "BreadcrumbList")["itemListElement"]
    shown = tree.xpath("//nav[@class='breadcrumb']//a")
    assert [one["position"] for one in told] == list(range(1, len(told) + 1))
    way = [(one["name"], urlsplit(one["item"]).path) for one in told[1:]]
    links = [(link.text_content(), link.get("href")) for link in shown[1:]]
    assert links
    itself = (seen(tree, "//h1"), urlsplit(_canonical(tree)).path)
    assert way == ([*links, itself] if kind in REPORTS else links)
    assert way[-1] == itself


def test_the_front_page_says_whose_it_is(edited: Edited) -> None:
    tree = read("front", edited)
    told = structured(tree, "NewsMediaOrganization")
    assert told["name"] == seen(tree, "//h1")
    assert told["url"] == f"{edited.url}/"
    assert edited.ask(urlsplit(told["publishingPrinciples"]).path).status == 200


def test_a_translation_and_its_original_name_each_other(edited: Edited) -> None:
    korean = read("report in Korean", edited)
    versions = languages(korean)
    assert set(versions) == {"en", "ko", "x-default"}
    assert versions["ko"] == _canonical(korean)
    assert versions["x-default"] == versions["en"]
    english = parsed(edited.ask(urlsplit(versions["en"]).path).text)
    assert english.get("lang") == "en"
    assert languages(english) == versions


def test_the_feeds_that_a_report_names_list_it(edited: Edited) -> None:
    newest = parsed(edited.ask("/latest/").text).xpath("//article//h2/a/@href")[0]
    report = parsed(edited.ask(newest).text)
    feeds = report.xpath("//link[@rel='alternate'][@type='application/rss+xml']/@href")
    assert len(feeds) == 2
    for path in feeds:
        answer = edited.ask(path)
        assert "xml" in answer["Content-Type"]
        feed = etree.fromstring(answer.text.encode())
        assert _canonical(report) in feed.xpath("//item/link/text()")
        titles = feed.xpath(f"//item[link='{_canonical(report)}']/title/text()")
        assert titles == [seen(report, "//h1")]


def test_a_photo_in_a_feed_carries_its_credit(edited: Edited) -> None:
    feed = etree.fromstring(edited.ask("/feed.xml").text.encode())
    photos = feed.findall(f".//{MEDIA}content")
    assert photos
    assert [one.get("url") for one in photos if not one.findtext(f"{MEDIA}credit")] == []


def test_the_sitemap_lists_every_report_that_is_live_and_nothing_that_is_not_there(
    edited: Edited,
) -> None:
    robots = edited.ask("/robots.txt").text
    (index,) = re.findall(r"^Sitemap: (\S+/sitemap\.xml)$", robots, re.MULTILINE)
    listed = {path for part in locations(edited, index) for path in locations(edited, part)}
    live = {
        f"/{url_path.lstrip('/').partition('/')[2]}"
        for (url_path,) in edited.asked(
            "SELECT url_path FROM wagtailcore_page"
            " JOIN desk_reportpage ON page_ptr_id = id WHERE live"
        )
    }
    paths = {unquote(urlsplit(url).path) for url in listed}
    assert len(live) > 20
    assert live - paths == set()
    assert [path for path in sorted(listed) if edited.ask(urlsplit(path).path).status != 200] == []


def test_no_file_of_the_site_holds_an_e_mail_address(edited: Edited) -> None:
    addresses = edited.asked("SELECT email FROM desk_author WHERE email <> ''")
    assert addresses
    own = [address.encode() for (address,) in addresses]
    seen_files = 0
    for file, data in unpacked_files(edited.site):
        seen_files += 1
        assert [address for address in own if address in data] == [], file
        if Path(file.name.removesuffix(".br").removesuffix(".gz")).suffix in TEXTS:
            assert ADDRESS.findall(data) == [], file
    assert seen_files > 100


def read(kind: str, edited: Edited) -> HtmlElement:
    return parsed(fetch_kind(kind, edited).text)


def parsed(page: str) -> HtmlElement:
    return lxml_html.document_fromstring(page)


def structured(tree: HtmlElement, kind: str) -> dict[str, Any]:
    found = map(json.loads, tree.xpath("//script[@type='application/ld+json']/text()"))
    (told,) = [one for one in found if one["@type"] == kind]
    return dict(told)


def seen(tree: HtmlElement, xpath: str) -> str:
    return " ".join(" ".join(one.text_content().split()) for one in tree.xpath(xpath))


def meta(tree: HtmlElement, name: str) -> str:
    return str(tree.xpath(f"string(//meta[@property='{name}']/@content)"))


def meta_named(tree: HtmlElement, name: str) -> str:
    return str(tree.xpath(f"string(//meta[@name='{name}']/@content)"))


def languages(tree: HtmlElement) -> dict[str, str]:
    return {one.get("hreflang"): one.get("href") for one in tree.xpath("//link[@hreflang]")}


def locations(edited: Edited, url: str) -> list[str]:
    answer = edited.ask(urlsplit(url).path)
    assert answer.status == 200, url
    return [str(one.text) for one in etree.fromstring(answer.text.encode()).iter(f"{SITEMAP}loc")]


def unpacked_files(site: Path) -> Iterator[tuple[Path, bytes]]:
    for file in sorted(site.rglob("*")):
        if file.is_file():
            unpack = UNPACK.get(file.suffix, bytes)
            yield file, unpack(file.read_bytes())


def _canonical(tree: HtmlElement) -> str:
    return str(tree.xpath("string(//link[@rel='canonical']/@href)"))
