"""What is true of every page that the paper prints."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from broadsheet import paper
from broadsheet.paper.assets import assets
from broadsheet.paper.withhold_addresses import withhold_addresses
from tests.paper import making
from tests.paper.printed import every_page, one, read, structured, with_words

NAMES = list(every_page())
HOSTILE = (
    "</script></title><script>alert(1)</script><img src=x onerror=alert(2)>'\"]]>--><!-- {{ 7 }}"
)

# Attributes that make a browser ask for something as the page opens.
_LOADING = (
    "//img/@src | //script/@src | //iframe/@src | //source/@src | //audio/@src | //video/@src"
    " | //form/@action | //link[not(@rel='canonical' or @rel='alternate')]/@href"
)


@pytest.fixture(scope="module")
def printed() -> dict[str, str]:
    return every_page()


@pytest.fixture(scope="module")
def spoilt() -> dict[str, str]:
    return every_page(with_words(HOSTILE))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_values_give_the_same_bytes(name: str, printed: dict[str, str]) -> None:
    assert every_page()[name].encode() == printed[name].encode()


@pytest.mark.parametrize("name", NAMES)
def test_it_has_one_title_one_heading_one_main(name: str, printed: dict[str, str]) -> None:
    page = read(printed[name])
    assert one(page, "//title").text.endswith("The Ellery Courier") or name in {
        "front",
        "empty front",
    }
    one(page, "//h1")
    one(page, "//main")
    assert page.get("lang") == "en"


@pytest.mark.parametrize("name", NAMES)
def test_headings_skip_no_level(name: str, printed: dict[str, str]) -> None:
    levels = [int(heading.tag[1]) for heading in read(printed[name]).iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_no_id_stands_twice(name: str, printed: dict[str, str]) -> None:
    ids = read(printed[name]).xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NAMES)
def test_there_is_no_script_or_style_in_the_page(name: str, spoilt: dict[str, str]) -> None:
    page = read(spoilt[name])
    elements = {asset.path for asset in assets() if asset.name.endswith(".js")}
    for script in page.xpath("//script"):
        if script.get("type") == "application/ld+json":
            continue
        assert dict(script.attrib) == {"type": "module", "src": script.get("src")}
        assert script.get("src") in elements
        assert not script.text
    assert not page.xpath("//style | //@style | //base | //object | //embed | //iframe")
    assert not [name for name in page.xpath("//@*") if _attribute(name).startswith("on")]


@pytest.mark.parametrize("name", NAMES)
def test_it_asks_no_other_host_for_anything(name: str, printed: dict[str, str]) -> None:
    page = read(printed[name])
    asked = page.xpath(_LOADING)
    asked += [part.split()[0] for value in page.xpath("//@srcset") for part in value.split(",")]
    assert asked
    assert not [address for address in asked if not re.match(r"/(?!/)", address)]


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_written_is_text(name: str, spoilt: dict[str, str]) -> None:
    page = read(spoilt[name])
    assert not page.xpath("//img[@src='x']")
    assert not page.xpath("//comment()")
    assert "{{ 7 }}" in page.text_content()  # nothing that was written is run as a template
    for data in structured(spoilt[name]):
        assert data["@context"] == "https://schema.org"


def test_hostile_words_arrive_whole(spoilt: dict[str, str]) -> None:
    page = read(spoilt["report"])
    headline = HOSTILE + making.make_story().headline
    assert one(page, "//h1").text_content() == headline
    assert one(page, "//meta[@property='og:title']/@content") == headline
    assert one(page, "//title").text.startswith(headline)
    assert structured(spoilt["report"])[0]["headline"] == headline


@pytest.mark.parametrize("name", NAMES)
def test_no_address_of_anybody_is_in_the_page(name: str) -> None:
    said = "Write to ida.renn" + "@" + "courier.example! "
    page = every_page(with_words(said))[name]
    assert withhold_addresses(page, instead="") == page
    assert "courier.example!" not in page
    assert "[address withheld]" in page


@pytest.mark.parametrize("name", NAMES)
def test_the_credit_shows_wherever_the_photo_does(name: str, printed: dict[str, str]) -> None:
    for image in read(printed[name]).iter("img"):
        figure = next(image.iterancestors("figure"))
        assert "Courier" in one(figure, ".//span[@class='credit']").text_content() or (
            "Harbour Authority" in one(figure, ".//span[@class='credit']").text_content()
        )


@pytest.mark.parametrize("name", NAMES)
def test_photos_hold_their_place_while_they_load(name: str, printed: dict[str, str]) -> None:
    images = list(read(printed[name]).iter("img"))
    for image in images:
        assert int(image.get("width")) > 0
        assert int(image.get("height")) > 0
        assert image.get("alt") is not None
        assert image.get("sizes")
        assert " 400w, " in image.get("srcset")
    eager = [image for image in images if image.get("loading") != "lazy"]
    assert len(eager) <= 1 or name == "print"
    assert all(image.get("fetchpriority") == "high" for image in eager)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"print"}))
def test_the_furniture_stands_around_it(name: str, printed: dict[str, str]) -> None:
    page = read(printed[name])
    first = page.xpath("//body//a")[0]
    assert first.get("href") == "#content"
    assert one(page, "//main").get("id") == "content"
    sections = one(page, "//nav[@aria-label='All sections']")
    assert _hrefs(sections)[:3] == ["/city/", "/city/harbour/", "/city/schools/"]
    assert one(sections, "./ul[1]/li[1]/ul/li[1]/a").text == "Harbour"
    footer = one(page, "//footer[contains(@class, 'imprint')]")
    assert "4 Ropewalk, Port Ellery" in footer.text_content()
    assert {"/policies/standards/", "/policies/privacy/", "/feed.xml"} <= set(_hrefs(footer))
    assert "/feed.xml" in page.xpath("//link[@type='application/rss+xml']/@href")
    assert len(page.xpath("//meta[@name='theme-color']")) == 2


@pytest.mark.parametrize(
    "name", ["search", "empty search", "letter", "letter sent", "my words", "not found"]
)
def test_what_is_no_page_of_the_paper_is_kept_from_search_engines(
    name: str, printed: dict[str, str]
) -> None:
    assert one(printed[name], "//meta[@name='robots']/@content") == "noindex"


@pytest.mark.parametrize("name", ["report", "front", "section", "author", "policy"])
def test_a_page_of_the_paper_is_announced(name: str, printed: dict[str, str]) -> None:
    page = read(printed[name])
    canonical = one(page, "//link[@rel='canonical']/@href")
    assert canonical.startswith("https://courier.example/")
    assert one(page, "//meta[@property='og:url']/@content") == canonical
    assert one(page, "//meta[@property='og:locale']/@content") == "en"
    one(page, "//meta[@name='twitter:card']")
    assert not page.xpath("//meta[@name='robots']")


_IN_TEMPLATES: list[tuple[str, str]] = [
    (r"\{% comment %\}.*?\{% endcomment %\}", ""),
    (r"\{% blocktranslate.*?\{% endblocktranslate %\}", ""),
    (r"\{% block kind %\}.*?\{% endblock %\}", ""),  # class names
    (r"\{%.*?%\}|\{\{.*?\}\}", ""),
    (r"<!DOCTYPE html>|<[^<>]*>", ""),
]


def test_every_word_of_the_interface_goes_through_gettext() -> None:
    folder = Path(paper.__file__).parent / "templates/paper"
    templates = sorted(folder.rglob("*.html"))
    assert len(templates) > 30
    for file in templates:
        source = file.read_text(encoding="utf-8")
        for pattern, instead in _IN_TEMPLATES:
            source = re.sub(pattern, instead, source, flags=re.DOTALL)
        assert not re.findall(r"[^\W\d_]+", source), file.name


def _attribute(value: object) -> str:
    return str(getattr(value, "attrname", ""))


def _hrefs(element: HtmlElement) -> list[str]:
    return [str(href) for href in element.xpath(".//a/@href")]
