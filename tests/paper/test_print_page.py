from __future__ import annotations

from broadsheet.paper import pages
from broadsheet.paper.assets import asset_path
from tests.paper import making
from tests.paper.printed import one, read, words


def _page() -> str:
    return pages.print_page(making.make_full_story(), making.make_newspaper())


def test_the_print_version_has_what_was_reported() -> None:
    page = one(_page(), "//main")
    text = words(page)
    story = making.make_full_story()
    assert words(one(page, ".//h1")) == story.headline
    for part in (story.standfirst, story.dateline, story.corrections[0].text):
        assert part in text
    assert "By Ida Renn and Tomas Vail" in text
    assert "Published 2:05 p.m. KST, Oct. 14, 2031" in text
    assert "https://courier.example/city/harbour/bridge-closed/" in text
    for line in story.plain.splitlines():
        assert " ".join(line.split()) in text


def test_its_photos_have_their_credits_and_do_not_wait_to_be_scrolled_to() -> None:
    page = read(_page())
    photos = [photo for photo in making.make_full_story().photos if not photo.is_awaited]
    images = page.xpath("//img")
    assert len(images) == len(photos)
    assert not [image for image in images if image.get("loading") == "lazy"]
    assert len(page.xpath("//figure//span[@class='credit']")) == len(photos) + 1


def test_it_has_no_furniture() -> None:
    page = read(_page())
    assert not page.xpath(
        "//nav | //form | //aside | //*[@popover] | //body//header[@class='masthead']"
    )
    assert not page.xpath("//*[@class='related' or @class='topics' or @class='tools']")
    text = words(one(page, "//body"))
    for word in ("Related", "Topics", "From the archive", "Skip", "Search", "Sections"):
        assert word not in text, word


def test_its_only_button_waits_for_a_script_and_is_hidden_on_paper() -> None:
    button = one(_page(), "//button")
    assert button.getparent().tag == "print-button"
    assert button.getparent().get("hidden") is not None


def test_it_leads_search_engines_to_the_report() -> None:
    page = read(_page())
    assert one(page, "//link[@rel='canonical']/@href") == (
        "https://courier.example/city/harbour/bridge-closed/"
    )
    assert one(page, "//meta[@name='robots']/@content") == "noindex"
    assert page.xpath("//link[@rel='stylesheet']/@href") == [asset_path("sheet.css")]
