"""The paper as a browser shows it: elements, widths, requests. Pages are handed to it directly."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from broadsheet.newspaper import Link
from broadsheet.paper import pages
from tests.paper.fronts import make_front
from tests.paper.making import make_full_story, make_newspaper, make_teaser
from tests.paper.printed import every_page
from tests.paper.site import HOST, Site, opened

pytestmark = pytest.mark.browser

ARTICLE = f"{HOST}/report"
LIMIT_REQUESTS = 6


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(every_page() | _crowded_pages())


def _crowded_pages() -> dict[str, str]:
    """More sections than there is room for, and words that are longer than a narrow window."""
    links = tuple(Link(name=f"Section {number}", path=f"/{number}/") for number in range(20))
    paper = make_newspaper(name="Donaudampfschifffahrtsgesellschaftszeitung", sections=links)
    long = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    lead = make_teaser(headline=long, kicker=long, standfirst=long)
    return {
        "crowded front": pages.front_page(make_front(lead=lead, top=(lead,) * 7), paper),
        "crowded report": pages.report_page(make_full_story(headline=long, standfirst=long), paper),
    }


def test_an_article_asks_for_little_and_for_nothing_elsewhere(
    chromium: Browser, site: Site
) -> None:
    context, page, said = opened(chromium, site)
    page.goto(ARTICLE, wait_until="networkidle")
    context.close()
    assert all(url.startswith(f"{HOST}/") for url in site.asked)
    counted = [url for url in site.asked if not re.search(r"/photos/|\.woff2$", url)]
    assert len(counted) == len(set(counted)) <= LIMIT_REQUESTS
    assert said == []  # the content security policy among others has found nothing to say


def test_the_text_size_is_changed_and_remembered(chromium: Browser, site: Site) -> None:
    context, page, _ = opened(chromium, site)
    page.goto(ARTICLE)
    before = _text_size(page)
    page.get_by_role("button", name="Larger text").click()
    larger = _text_size(page)
    assert larger > before
    assert page.locator("text-size [role=status]").inner_text() == "Text size: 115 per cent"
    page.reload()
    page.locator("html[data-text-size='115']").wait_for()
    assert _text_size(page) == larger
    page.get_by_role("button", name="Smaller text").click()
    page.get_by_role("button", name="Smaller text").click()
    assert _text_size(page) < before
    smaller = page.get_by_role("button", name="Smaller text")
    assert smaller.get_attribute("aria-disabled") == "true"
    smaller.click(force=True)
    assert page.evaluate("document.documentElement.dataset.textSize") == "90"
    context.close()


def test_a_spoilt_memory_of_the_text_size_does_no_harm(chromium: Browser, site: Site) -> None:
    context, page, said = opened(chromium, site)
    page.add_init_script("localStorage.setItem('text-size', '<b>7')")
    page.goto(ARTICLE)
    page.locator("html[data-text-size='100']").wait_for()
    assert said == []
    context.close()


def test_the_link_is_copied_and_that_is_said(chromium: Browser, site: Site) -> None:
    context, page, _ = opened(chromium, site, permissions=["clipboard-read", "clipboard-write"])
    page.goto(ARTICLE)
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Link copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{HOST}/city/harbour/bridge-closed/"
    context.close()


def test_a_link_that_cannot_be_copied_is_owned_up_to(chromium: Browser, site: Site) -> None:
    context, page, _ = opened(chromium, site)
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto(ARTICLE)
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("The link could not be passed on").wait_for()
    context.close()


def test_the_report_is_shared_where_the_system_can(chromium: Browser, site: Site) -> None:
    context, page, _ = opened(chromium, site)
    page.add_init_script("navigator.share = async (what) => { window.shared = what; }")
    page.goto(ARTICLE)
    page.get_by_role("button", name="Share").click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == f"{HOST}/city/harbour/bridge-closed/"
    assert shared["title"].startswith("Harbour bridge closed")
    context.close()


def test_the_print_button_opens_the_print_dialog(chromium: Browser, site: Site) -> None:
    context, page, _ = opened(chromium, site)
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"{HOST}/print")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed") is True
    context.close()


def test_without_scripts_nothing_is_offered_that_does_nothing(
    chromium: Browser, site: Site
) -> None:
    context, page, _ = opened(chromium, site, java_script_enabled=False)
    page.goto(ARTICLE)
    tools = page.locator(".tools")
    assert tools.locator("a:visible").all_inner_texts() == ["Print", "Link"]
    assert tools.locator("button:visible").count() == 0
    page.get_by_role("button", name="Sections").click()
    page.locator("#index").get_by_role("link", name="Schools").wait_for()
    page.goto(f"{HOST}/print")
    assert page.locator("button:visible").count() == 0
    context.close()


def test_the_index_is_closed_by_the_keyboard(chromium: Browser, site: Site) -> None:
    context, page, _ = opened(chromium, site)
    page.goto(ARTICLE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    index = page.locator("#index")
    index.wait_for(state="visible")
    page.keyboard.press("Escape")
    index.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.textContent").strip() == "Sections"
    context.close()


@pytest.mark.parametrize("width", [320, 768, 1440, 2560])
def test_no_page_is_wider_than_its_window(chromium: Browser, site: Site, width: int) -> None:
    # 320 px is also what 1280 px become at 400 % (WCAG 2.2, 1.4.10).
    context, page, _ = opened(chromium, site, viewport={"width": width, "height": 900})
    for name in site.pages:
        if name != "moved":  # it leaves at once
            page.goto(f"{HOST}/{name.replace(' ', '-')}", wait_until="load")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    context.close()


@pytest.mark.parametrize("width", [768, 1100, 1440, 2560])
def test_a_line_of_text_is_60_to_75_characters_long(
    chromium: Browser, site: Site, width: int
) -> None:
    context, page, _ = opened(chromium, site, viewport={"width": width, "height": 900})
    page.goto(ARTICLE, wait_until="load")
    page.evaluate("document.fonts.ready")
    assert 60 <= page.evaluate(_CHARACTERS_OF_A_LINE) <= 75
    context.close()


def test_what_can_be_pressed_is_large_enough(chromium: Browser, site: Site) -> None:
    """24 by 24 px, except within a sentence (WCAG 2.2, 2.5.8)."""
    context, page, _ = opened(chromium, site, viewport={"width": 320, "height": 800})
    for name in set(site.pages) - {"moved", "print"}:
        page.goto(f"{HOST}/{name.replace(' ', '-')}", wait_until="load")
        assert page.evaluate(_TOO_SMALL) == [], name
    context.close()


def _text_size(page: Page) -> float:
    style = "getComputedStyle(document.querySelector('.report-body')).fontSize"
    return float(page.evaluate(style).removesuffix("px"))


# The full lines of the paragraphs that stand beside nothing; the last line of each is short.
_CHARACTERS_OF_A_LINE = """() => {
  let characters = 0, lines = 0;
  for (const paragraph of document.querySelectorAll(".report-body > p")) {
    const tops = [];
    const range = document.createRange();
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (let place = 0; place < walker.currentNode.length; place++) {
        range.setStart(walker.currentNode, place);
        range.setEnd(walker.currentNode, place + 1);
        const box = range.getClientRects()[0];
        if (box) tops.push(Math.round(box.bottom / 12));
      }
    }
    const last = tops.at(-1);
    const full = tops.filter((top) => top < last);
    characters += full.length;
    lines += new Set(full).size;
  }
  return characters / lines;
}"""

_TOO_SMALL = """() => [...document.querySelectorAll("a, button, input, textarea")]
  .filter((one) => one.checkVisibility() && !one.closest(".skip, .teaser, .report-body p, .byline"))
  .map((one) => [one.textContent.trim(), one.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
  .map(([text, box]) => `${text}: ${box.width} by ${box.height}`)"""
