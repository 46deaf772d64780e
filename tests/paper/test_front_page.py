from __future__ import annotations

from broadsheet.newspaper import Front, River
from broadsheet.paper import pages
from tests.paper import fronts, making
from tests.paper.printed import one, read, structured, words


def _page(front: Front | None = None) -> str:
    return pages.front_page(front or fronts.make_front(), making.make_newspaper())


def test_the_lead_comes_first_with_its_photo() -> None:
    first = read(_page()).xpath("//main//article")[0]
    assert words(one(first, ".//h2")).startswith("Harbour bridge closed")
    assert one(first, ".//img").get("fetchpriority") == "high"
    assert words(one(first, ".//p[@class='teaser-facts']")) == "Ida Renn, Tomas Vail"


def test_every_story_of_the_front_is_announced_once_where_it_stands() -> None:
    front = fronts.make_front(top=making.make_teasers(9))
    found = read(_page(front)).xpath("//main//article//a/@href")
    expected = [teaser.path for teaser in front.top]
    expected += [teaser.path for river in front.rivers for teaser in river.teasers]
    assert front.lead
    assert found == [front.lead.path, *expected]


def test_a_river_runs_under_the_name_of_its_section() -> None:
    river = read(_page()).xpath("//section[@class='river']")[0]
    assert one(river, "./h2/a").get("href") == "/city/"
    assert len(river.xpath(".//h3")) == 4


def test_each_column_shows_the_first_photo_that_has_come() -> None:
    teasers = (
        making.make_teaser(path="/a/", photo=None),
        making.make_teaser(path="/b/", photo=making.make_awaited_photo()),
        making.make_teaser(path="/c/"),
        making.make_teaser(path="/d/"),
    )
    front = fronts.make_front(rivers=(River(section=making.CITY, teasers=teasers),))
    river = one(_page(front), "//section[@class='river']")
    shown = one(river, ".//article[.//img]")
    assert shown.xpath(".//a/@href") == ["/c/"]


def test_an_empty_front_says_so() -> None:
    page = read(_page(Front(lead=None)))
    assert "Nothing has been published yet." in page.text_content()
    assert not page.xpath("//main//section")


def test_a_front_without_a_lead_still_shows_its_stories() -> None:
    page = read(_page(fronts.make_front(lead=None)))
    assert len(page.xpath("//section[@aria-label='Top stories']//article")) == 4


def test_the_papers_name_is_the_heading_of_the_front() -> None:
    assert words(one(_page(), "//h1")) == "The Ellery Courier"


def test_social_cards_show_the_photo_of_the_lead() -> None:
    photo = "//meta[@property='og:image']/@content"
    assert one(_page(), photo) == "https://courier.example/photos/ferry-card.jpg"
    lead = making.make_teaser(photo=making.make_awaited_photo())
    assert not read(_page(fronts.make_front(lead=lead))).xpath(photo)


def test_a_long_name_is_set_smaller() -> None:
    paper = making.make_newspaper(name="The Ellery and Outer Islands Evening Gazette")
    page = pages.front_page(fronts.make_front(), paper)
    assert "is-long" in one(page, "//div[contains(@class, 'masthead-name')]").get("class")
    assert "is-long" not in _page()


def test_the_front_tells_machines_whose_paper_it_is() -> None:
    (paper,) = structured(_page())
    assert paper["@type"] == "NewsMediaOrganization"
    assert paper["name"] == "The Ellery Courier"
