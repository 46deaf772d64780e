"""The breaking line goes by itself, from a page that stays open and from one that came late."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Browser

from broadsheet.newspaper import Breaking
from broadsheet.paper import pages
from tests.paper.fronts import make_front
from tests.paper.making import make_newspaper
from tests.paper.site import HOST, Site, opened

pytestmark = pytest.mark.browser

UNTIL = dt.datetime(2031, 10, 14, 14, 30, tzinfo=dt.UTC)
# So long a page may take to load, until when its clock runs by itself.
PATIENCE = dt.timedelta(minutes=10)


@pytest.fixture
def site() -> Site:
    line = Breaking(text="The northern pier is shut", until=UNTIL, path="/city/pier/")
    return Site({"front": pages.front_page(make_front(breaking=line), make_newspaper())})


@pytest.mark.parametrize("hours", [1, 24 * 40])
def test_a_page_that_stays_open_loses_the_line_at_its_end(
    chromium: Browser, site: Site, hours: int
) -> None:
    context, page, said = opened(chromium, site)
    begin = UNTIL - dt.timedelta(hours=hours)
    page.clock.install(time=begin - PATIENCE)
    page.goto(f"{HOST}/front", wait_until="load")
    page.clock.pause_at(begin)
    line = page.locator(".breaking")
    page.clock.run_for((hours * 3600 - 1) * 1000)
    assert line.count() == 1
    page.clock.run_for(1000)
    assert line.count() == 0
    assert said == []
    context.close()


def test_a_page_that_came_late_shows_no_line_that_is_over(chromium: Browser, site: Site) -> None:
    context, page, _ = opened(chromium, site)
    page.clock.install(time=UNTIL)
    page.goto(f"{HOST}/front", wait_until="load")
    assert page.locator(".front-lead").count() == 1
    assert page.locator(".breaking").count() == 0
    context.close()


def test_the_line_stands_there_and_leads_to_its_report_without_scripts(
    chromium: Browser, site: Site
) -> None:
    context, page, _ = opened(chromium, site, java_script_enabled=False)
    page.goto(f"{HOST}/front", wait_until="load")
    link = page.get_by_role("link", name="The northern pier is shut")
    assert link.get_attribute("href") == "/city/pier/"
    context.close()
