"""The paper as whoever opens it has it: light, whole on a telephone, with scripts or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
)

from tests.browser.kinds import KINDS, open_kind
from tests.browser.newsrooms import Edited
from tests.chromium import PATIENCE_MS

pytest_plugins = ["tests.browser.editions"]
pytestmark = pytest.mark.browser

LIMIT_REQUESTS = 6
LIMIT_BYTES = 40_000
NARROW = ViewportSize(width=320, height=640)
WIDE = ViewportSize(width=1440, height=900)
PICTURED = (
    "front",
    "latest",
    "older list page",
    "section",
    "search with results",
    "authors",
    "author",
    "report with a lead photo",
    "report with a gallery",
    "report with everything",
    "report in Korean",
    "print version",
    "print version with everything",
)


@pytest.fixture
def bare(chromium: Browser) -> Iterator[Page]:
    """A page of a browser that runs no scripts."""
    context = chromium.new_context(java_script_enabled=False)
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


@dataclass
class Visit:
    """A page that a reader has looked at to its end, and what the browser did for it."""

    page: Page
    asked: list[Request] = field(default_factory=list)
    asked_at_first: list[Request] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda one: self.asked.append(one))  # noqa: PLW0108  # append itself is no Python function
        self.page.on("requestfailed", lambda one: self.said.append(f"{one.url} failed"))
        self.page.on("pageerror", lambda one: self.said.append(str(one)))
        self.page.on("console", self._hear)

    def _hear(self, message: ConsoleMessage) -> None:
        # That a page was not found or a letter not good is said here too.
        if message.location["url"] != self.page.url:
            self.said.append(message.text)


@pytest.fixture(scope="module", params=KINDS)
def visit(request: pytest.FixtureRequest, edited: Edited, chromium: Browser) -> Iterator[Visit]:
    context = chromium.new_context(viewport=WIDE)
    context.set_default_timeout(PATIENCE_MS)
    made = Visit(context.new_page())
    open_kind(request.param, edited, made.page)
    made.asked_at_first = [*made.asked]
    show_every_photo(made.page)
    yield made
    context.close()


def test_a_page_asks_nobody_else_and_has_nothing_to_complain_of(
    visit: Visit, edited: Edited
) -> None:
    hosts = {urlsplit(one.url).netloc for one in visit.asked if not one.url.startswith("data:")}
    assert hosts == {urlsplit(edited.url).netloc}
    assert len(visit.asked) > 2
    assert visit.said == []


@pytest.mark.parametrize(
    "visit", ["report with a lead photo", "report with everything", "front"], indirect=True
)
def test_the_first_view_is_light(visit: Visit) -> None:
    # The comments come when a reader comes near them.
    counted = [one for one in visit.asked_at_first if not re.search(r"/photos/|\.woff2$", one.url)]
    assert {one.resource_type for one in counted} >= {"document", "stylesheet"}
    assert len(counted) <= LIMIT_REQUESTS
    sizes = [one.sizes()["responseBodySize"] for one in counted]
    assert min(sizes) > 0, "what comes from the browser's own cache has no size"
    assert sum(sizes) < LIMIT_BYTES


@pytest.mark.parametrize("visit", PICTURED, indirect=True)
def test_a_photo_has_its_credit_beside_it(visit: Visit) -> None:
    photos = visit.page.locator("img").evaluate_all(
        """all => all.map(one => {
          const credit = one.closest('figure')?.querySelector('.credit');
          return [one.src, credit?.checkVisibility() ? credit.innerText.trim() : ''];
        })"""
    )
    assert photos
    without = [src for src, credit in photos if not credit.removeprefix("Photo:").strip()]
    assert without == []


def test_nothing_is_wider_than_the_narrowest_telephone(visit: Visit) -> None:
    visit.page.set_viewport_size(NARROW)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    visit.page.set_viewport_size(WIDE)


def test_a_photo_that_has_not_come_has_its_caption_and_its_credit(
    edited: Edited, context: BrowserContext
) -> None:
    page = context.new_page()
    open_kind("report with everything", edited, page)
    awaited = page.locator("figure.awaited")
    assert awaited.locator("img").count() == 0
    assert awaited.locator(".caption").inner_text() == "The mayor at the pier."
    assert "OTTO RIIS" in awaited.locator(".credit").inner_text()


def test_without_scripts_one_reads_on_from_the_front_to_a_report_and_back(
    edited: Edited, bare: Page
) -> None:
    bare.goto(edited.url)
    section = bare.locator(".strip a").first
    name = section.inner_text()
    section.click()
    assert bare.locator("h1").inner_text() == name
    headline = bare.locator(".teaser :is(h2, h3) a").first.inner_text()
    bare.locator(".teaser :is(h2, h3) a").first.click()
    assert bare.locator("h1").inner_text() == headline
    trail = bare.get_by_role("navigation", name="Breadcrumb")
    assert trail.locator("a").first.inner_text() == "Home"
    trail.get_by_role("link", name=name, exact=True).click()
    assert bare.locator("h1").inner_text() == name


def test_without_scripts_nothing_stands_there_that_does_nothing(edited: Edited, bare: Page) -> None:
    open_kind("report with everything", edited, bare)
    tools = bare.locator(".tools")
    assert tools.get_by_role("button").count() == 0
    assert [link.inner_text() for link in tools.get_by_role("link").all()] == ["Print", "Link"]
    tools.get_by_role("link", name="Print").click()
    assert urlsplit(bare.url).path == f"{edited.whole_report}print/"
    assert bare.get_by_role("button").count() == 0


def test_without_scripts_the_index_opens_and_leads_to_a_nested_section(
    edited: Edited, bare: Page
) -> None:
    bare.goto(edited.url)
    index = bare.locator("#index")
    assert index.is_hidden()
    bare.get_by_role("button", name="Sections").click()
    nested = index.locator("li li a").first
    name = nested.inner_text()
    nested.click()
    assert bare.locator("h1").inner_text() == name


def test_without_scripts_a_report_is_found_by_its_words(edited: Edited, bare: Page) -> None:
    bare.goto(f"{edited.url}/search/")
    bare.locator("main input[name=q]").fill("everything council pier")
    bare.locator("main form button").click()
    found = bare.locator(".teaser h2 a")
    assert [link.inner_text() for link in found.all()] == ["A report with everything in it"]
    found.click()
    assert urlsplit(bare.url).path == edited.whole_report


def show_every_photo(page: Page) -> None:
    """Go down the page, so that what is loaded when it comes near is loaded."""
    for photo in page.locator("img").all():
        photo.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
