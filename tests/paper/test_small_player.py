"""The player's small form, which stays at the bottom of the window while the report is read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.paper.hearing import AUDIO, play, scroll_to_the_end
from tests.paper.site import HOST, Site, opened, until
from tests.paper.sounding import read_aloud

pytestmark = pytest.mark.browser


@pytest.fixture
def site() -> Site:
    return read_aloud().site


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    context, page, said = opened(chromium, site)
    page.goto(f"{HOST}/report", wait_until="load")
    yield page
    context.close()
    assert said == []


def test_the_small_player_stays_while_the_report_is_read(page: Page) -> None:
    small = page.locator("audio-report[data-small]")
    scroll_to_the_end(page)
    assert small.count() == 0  # nobody has played it yet
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    height = page.evaluate("document.documentElement.scrollHeight")
    play(page)
    # The end of the page can be scrolled above the bar, and could before it came.
    longer = page.evaluate("document.documentElement.scrollHeight")
    assert longer > height
    scroll_to_the_end(page)
    small.wait_for(state="attached")
    bar = page.locator(".audio-controls").bounding_box()
    assert bar
    assert bar["y"] + bar["height"] == 900
    assert page.evaluate("document.documentElement.scrollHeight") == longer
    page.get_by_role("button", name="Pause").click()
    until(page, f"{AUDIO}.paused")
    assert small.count() == 1
    page.get_by_role("button", name="Close the player").click()
    small.wait_for(state="detached")
    assert page.evaluate(f"{AUDIO}.paused")
    assert page.evaluate("CSS.highlights.size") == 0
    assert page.evaluate("document.activeElement.dataset.do") == "toggle"


def test_the_small_player_goes_when_the_report_is_at_its_end(page: Page) -> None:
    play(page)
    scroll_to_the_end(page)
    page.locator("audio-report[data-small]").wait_for(state="attached")
    page.evaluate("document.querySelector('audio-report').seek(118)")
    until(page, f"{AUDIO}.ended")
    page.locator("audio-report[data-small]").wait_for(state="detached")


@pytest.mark.parametrize("width", [320, 1440])
def test_the_small_player_covers_nothing_that_has_the_focus(
    chromium: Browser, site: Site, width: int
) -> None:
    context, page, _ = opened(
        chromium, site, viewport={"width": width, "height": 640}, reduced_motion="reduce"
    )
    page.goto(f"{HOST}/report", wait_until="load")
    play(page)
    page.get_by_role("button", name="Pause").click()
    scroll_to_the_end(page)
    page.locator("audio-report[data-small]").wait_for(state="attached")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("scrollTo({ top: 1200, behavior: 'instant' })")
    page.locator(".report-body a").first.focus()
    covered = []
    for _ in range(30):
        page.keyboard.press("Tab")
        covered += page.evaluate(COVERED)
    assert covered == []
    context.close()


def test_what_gets_the_focus_is_not_covered_by_the_small_player_that_this_brings_up(
    chromium: Browser, site: Site
) -> None:
    context, page, _ = opened(
        chromium, site, viewport={"width": 320, "height": 640}, reduced_motion="reduce"
    )
    page.goto(f"{HOST}/report", wait_until="load")
    page.evaluate("document.querySelector('audio-report').seek(100)")
    play(page)
    page.get_by_role("button", name="Pause").click()
    small = page.locator("audio-report[data-small]")
    link = page.locator(".report-body a").nth(1)
    player_end, link_start = page.evaluate(
        """() => [
          document.querySelector("audio-report").getBoundingClientRect().bottom + scrollY,
          document.querySelectorAll(".report-body a")[1].getBoundingClientRect().top + scrollY,
        ]"""
    )
    # The last 20 pixels of the player are at the upper edge. Of the link that is next the first 10
    # are at the lower edge, then where the small player will end.
    top = player_end - 20
    for below in (10, 90):
        page.set_viewport_size({"width": 320, "height": round(link_start + below - top)})
        page.evaluate("top => scrollTo({ top, behavior: 'instant' })", top)
        small.wait_for(state="detached")
        page.locator(".report-body a").first.evaluate("one => one.focus({ preventScroll: true })")
        page.keyboard.press("Tab")
        small.wait_for(state="attached")
        assert link.evaluate("link => link === document.activeElement")
        assert page.evaluate(COVERED) == []
        page.get_by_role("button", name="Back to the spoken place").wait_for()
        assert page.evaluate(COVERED) == []
    context.close()


# What has the focus and lies under the small player or the way back, in whole or in part, once the
# player has been told of the last scroll.
COVERED = """async () => {
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
  const here = document.activeElement;
  if (here === document.body || here.closest("audio-report")) return [];
  if (!document.querySelector("audio-report[data-small]")) return [];
  const [bar, back] = [".audio-controls", '[data-do="return"]']
    .map((one) => document.querySelector(one).getBoundingClientRect());
  const { top, bottom } = here.getBoundingClientRect();
  const from = back.height ? back.top : bar.top;
  return bottom > from && top < innerHeight ? [here.outerHTML.slice(0, 80)] : [];
}"""
