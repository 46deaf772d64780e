from __future__ import annotations

import pytest

from broadsheet.newspaper import ListPage
from broadsheet.paper import pages
from broadsheet.story import Person, Photo
from tests.paper import fronts, making
from tests.paper.printed import one, read, structured, words


def _page(what: ListPage | None = None) -> str:
    return pages.list_page(what or fronts.make_list(), making.make_newspaper())


def test_a_section_front_names_the_section_and_those_below_it() -> None:
    page = read(_page())
    head = one(page, "//header[@class='list-head']")
    assert words(one(head, ".//h1")) == "Harbour"
    assert "The docks, the ferries, the sea" in words(head)
    assert {"/city/harbour/ferries/", "/city/harbour/feed.xml"} <= set(head.xpath(".//a/@href"))
    assert len(page.xpath("//section[@class='rows']/article")) == 8


def test_its_way_is_told_to_people_and_to_machines_alike() -> None:
    trail = one(_page(), "//nav[@aria-label='Breadcrumb']")
    assert trail.xpath(".//a/@href") == ["/", "/city/", "/city/harbour/"]
    (data,) = structured(_page())
    assert [step["name"] for step in data["itemListElement"]][1:] == ["City", "Harbour"]


def test_the_lists_own_section_is_not_repeated_on_each_report() -> None:
    own = making.make_teaser(section=making.HARBOUR)
    other = making.make_teaser(path="/b/", section=making.CULTURE)
    kickers = read(_page(fronts.make_list(teasers=(own, other)))).xpath("//p[@class='kicker']")
    assert [words(kicker) for kicker in kickers] == ["Culture"]


def test_the_list_is_turned_towards_older_and_newer_reports() -> None:
    newest = read(_page())
    assert newest.xpath("//nav[@class='pager']//a/@href") == ["/city/harbour/page/3/"]
    older = read(_page(fronts.make_list(number=3, newer="/newer/", older="/older/")))
    assert one(older, "//nav[@class='pager']/a[@rel='prev']").get("href") == "/newer/"
    assert one(older, "//nav[@class='pager']/a[@rel='next']").get("href") == "/older/"
    assert one(older, "//link[@rel='next']").get("href") == "/older/"


def test_a_list_of_one_page_has_no_pager() -> None:
    assert not read(_page(fronts.make_list(older=""))).xpath("//nav[@class='pager']")


def test_an_older_page_is_itself_and_not_the_newest() -> None:
    page = read(_page(fronts.make_list(number=3)))
    canonical = one(page, "//link[@rel='canonical']/@href")
    assert canonical == "https://courier.example/city/harbour/page/3/"
    assert one(page, "//title").text.startswith("Harbour, page 3 ·")


def test_an_author_is_introduced() -> None:
    head = one(_page(fronts.make_author_list()), "//header[contains(@class, 'list-head')]")
    assert words(one(head, ".//h1")) == "Ida Renn"
    assert words(one(head, ".//p[@class='list-role']")) == "Harbour correspondent"
    assert len(head.xpath(".//div[@class='list-about']/p")) == 2
    assert "/letters/ida-renn/" in head.xpath(".//a/@href")
    portrait = one(head, ".//figure")
    assert one(portrait, ".//img").get("alt") == "Ida Renn"
    assert words(portrait) == "Photo: Kesi Lund / Courier"


@pytest.mark.parametrize("portrait", [None, making.make_awaited_photo()])
def test_an_author_without_a_portrait_needs_no_frame(portrait: Photo | None) -> None:
    author = fronts.make_author_list(person=Person(name="Ida Renn", portrait=portrait))
    assert not read(_page(author)).xpath("//header//figure")


def test_the_latest_are_told_to_the_minute() -> None:
    latest = fronts.make_list(kind="latest", name="Latest", breadcrumb=(), path="/latest/")
    assert "2:05 p.m. KST, Oct. 14, 2031" in words(read(_page(latest)).xpath("//article")[0])
    assert "2:05 p.m." not in words(read(_page()).xpath("//article")[0])


def test_an_empty_list_says_so() -> None:
    page = read(_page(fronts.make_list(teasers=(), older="")))
    assert "Nothing has been published here yet." in page.text_content()
