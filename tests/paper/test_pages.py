"""The smaller pages; report, print, front, lists and letters have tests of their own."""

from __future__ import annotations

import pytest

from broadsheet.newspaper import SearchPage
from broadsheet.paper import pages
from tests.paper import fronts, making
from tests.paper.printed import one, read, structured, words

PAPER = making.make_newspaper()


def test_a_search_shows_what_was_asked_and_found() -> None:
    page = read(pages.search_page(fronts.make_search(), PAPER))
    assert one(page, "//main//input[@name='q']").get("value") == "bridge"
    assert "45 reports with “bridge”" in words(one(page, "//main"))
    assert len(page.xpath("//main//article")) == 5
    pager = one(page, "//nav[@class='pager']")
    assert pager.xpath("./a/@href") == ["/search/?q=bridge&page=1", "/search/?q=bridge&page=3"]
    assert "Page 2 of 9" in words(pager)


@pytest.mark.parametrize(("number", "turns"), [(1, ["next"]), (9, ["prev"])])
def test_a_search_ends_where_it_ends(number: int, turns: list[str]) -> None:
    page = read(pages.search_page(fronts.make_search(number=number), PAPER))
    assert page.xpath("//nav[@class='pager']/a/@rel") == turns


def test_a_search_carries_any_query_to_the_next_page() -> None:
    page = pages.search_page(fronts.make_search(query='a&b="c" <d> 다리', number=1), PAPER)
    assert one(page, "//nav[@class='pager']/a").get("href") == (
        "/search/?q=a%26b%3D%22c%22+%3Cd%3E+%EB%8B%A4%EB%A6%AC&page=2"
    )


def test_a_search_that_finds_nothing_helps() -> None:
    page = pages.search_page(SearchPage(query="zeppelin", teasers=(), total=0), PAPER)
    assert "No report has “zeppelin”. Try fewer words" in words(one(page, "//main"))


def test_a_search_for_nothing_just_asks() -> None:
    page = read(pages.search_page(SearchPage(query="", teasers=(), total=0), PAPER))
    one(page, "//main//form[@role='search'][@action='/search/']")
    assert "No report" not in page.text_content()


def test_a_page_not_found_helps() -> None:
    page = read(pages.not_found_page(making.make_teasers(3), PAPER))
    one(page, "//main//form[@role='search']")
    main = one(page, "//main")
    links = main.xpath(".//a/@href")
    assert {"/city/", "/culture/", "/city/report-0/"} <= set(links)
    assert len(main.xpath(".//article")) == 3


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/city/new/", "https://courier.example/city/new/"),
        ("/문화/", "https://courier.example/%EB%AC%B8%ED%99%94/"),
        ("https://other.example/a/", "https://other.example/a/"),
    ],
)
def test_a_moved_page_leads_to_the_new_one_in_every_way(path: str, address: str) -> None:
    page = read(pages.moved_page(path, PAPER))
    assert one(page, "//meta[@http-equiv='refresh']").get("content") == f"0; url={address}"
    assert one(page, "//link[@rel='canonical']").get("href") == address
    assert one(page, "//main//a").get("href") == address


def test_a_policy_has_its_title_its_text_and_its_date() -> None:
    page = read(pages.policy_page(fronts.make_policy(), PAPER))
    main = one(page, "//main")
    assert words(one(main, ".//h1")) == "Standards policy"
    assert "Last changed Oct. 14, 2031" in words(main)
    assert len(main.xpath(".//h2")) == 2
    assert (
        structured(pages.policy_page(fronts.make_policy(), PAPER))[0]["@type"] == "BreadcrumbList"
    )


def test_topics_are_counted() -> None:
    main = one(pages.topics_page(fronts.make_topic_counts(), PAPER), "//main")
    assert "Bridges 12 reports" in words(main)
    assert "The council 1 report Seven seats" in words(main)


def test_everybody_with_a_byline_is_listed() -> None:
    main = one(pages.authors_page([making.IDA, making.KESI], PAPER), "//main")
    assert [words(name) for name in main.xpath(".//h2")] == ["Ida Renn", "Kesi Lund"]
    assert "/letters/ida-renn/" in main.xpath(".//a/@href")


@pytest.mark.parametrize(
    "page", [pages.topics_page([], PAPER), pages.authors_page([], PAPER)], ids=["topics", "authors"]
)
def test_an_empty_index_says_so(page: str) -> None:
    assert " yet." in words(one(page, "//main"))


def test_a_paper_that_is_resting_says_what_can_still_be_read() -> None:
    main = one(pages.unavailable_page(PAPER), "//main")
    assert "can be read as always" in words(main)
    assert "/" in main.xpath(".//a/@href")
