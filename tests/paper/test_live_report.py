"""The page of a live report, and how it gets what is new while somebody reads it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from broadsheet.live_story import Entry, LiveNews
from broadsheet.paper import pages
from broadsheet.paper.live_file import live_file
from tests.paper import making
from tests.paper.making import make_entry, make_live_story, make_newspaper
from tests.paper.printed import one, read, words
from tests.paper.site import HOST, Site, opened

FILE = "/live-updates/20.json"


def news(*changed: Entry, is_running: bool = True, since: dt.datetime | None = None) -> LiveNews:
    return LiveNews(
        language="en",
        latest_at=max(one.changed_at for one in changed),
        changed_at=max(one.changed_at for one in changed),
        is_running=is_running,
        changed=changed,
        keys=tuple(one for one in changed if one.is_key),
        since=since,
    )


def told(what: LiveNews) -> tuple[bytes, str]:
    return live_file(what, make_newspaper()), "application/json"


def test_the_newest_entry_stands_first_under_its_own_address() -> None:
    page = read(pages.report_page(make_live_story(), make_newspaper()))
    entries = page.xpath("//ol[@class='entries']/li")
    assert [entry.get("id") for entry in entries] == ["entry-4", "entry-3", "entry-2", "entry-1"]
    assert one(page, "//section[@class='live-keys']//a/@href") == "#entry-4"
    assert "This entry was taken down at" in words(entries[2])
    assert "boat number 2" not in words(entries[2]).lower()
    assert words(one(page, "//header/p[@class='live-label']")) == "Live"


def test_no_word_of_an_entry_is_a_line_of_the_galley() -> None:
    for story in (make_live_story(), make_live_story(ended_at=making.UPDATED_AT)):
        page = read(pages.report_page(story, make_newspaper()))
        assert page.xpath("//ol[@class='entries']/li")
        assert not page.xpath("//ol[@class='entries']//*[@data-line]")


def test_one_that_has_ended_asks_for_nothing_and_its_wrap_comes_first() -> None:
    html = pages.report_page(make_live_story(ended_at=making.UPDATED_AT), make_newspaper())
    assert "live-report" not in html
    assert html.index('class="report-body"') < html.index("As it happened")


def test_the_printed_page_has_the_entries_too() -> None:
    page = read(pages.print_page(make_live_story(), make_newspaper()))
    assert len(page.xpath("//section[@class='sheet-entries']//li")) == 4
    assert not page.xpath("//section[@class='sheet-entries']//li//a[starts-with(@href, '#')]")


def test_the_file_has_nobodys_address_and_nothing_of_what_is_gone() -> None:
    gone = make_entry(2, withdrawn_at=making.UPDATED_AT, body=())
    said = make_entry(1, headline="Write to ida@courier" + ".example")
    file = json.loads(told(news(gone, said))[0])
    assert file["entries"][0] == {"place": "entry-2", "html": ""}
    assert "ida@courier" not in file["entries"][1]["html"]


@pytest.fixture
def site() -> Site:
    story = make_live_story(tuple(make_entry(number) for number in range(30, 0, -1)))
    page = pages.report_page(story, make_newspaper())
    return Site({"report": page}, files={FILE: told(news(*story.entries))})


@pytest.fixture
def open_page(chromium: Browser, site: Site) -> Iterator[Page]:
    context, page, said = opened(chromium, site, viewport={"width": 390, "height": 800})
    page.clock.install()
    with page.expect_response(re.compile(FILE)):  # it asks at once
        page.goto(f"{HOST}/report")
    yield page
    assert [line for line in said if "404" not in line] == []  # one test takes the file away
    context.close()


def look(page: Page) -> None:
    """Let the time pass after which the page asks again."""
    with page.expect_response(re.compile(FILE)):
        page.clock.run_for(20_000)


@pytest.mark.browser
def test_new_entries_wait_for_a_click_and_move_nothing(open_page: Page, site: Site) -> None:
    page = open_page
    reading = page.locator("#entry-20")
    reading.evaluate('entry => entry.scrollIntoView({ behavior: "instant" })')
    before = reading.bounding_box()
    later = making.UPDATED_AT
    corrected = make_entry(
        25, changed_at=later, corrections=(making.make_correction(corrected_at=later),) * 3
    )
    fresh = [make_entry(number, posted_at=later, changed_at=later) for number in (33, 32, 31)]
    site.files[FILE] = told(news(*fresh, corrected, make_entry(24, withdrawn_at=later)))
    look(page)
    button = page.get_by_role("button", name="3 new entries")
    expect(button).to_be_in_viewport()
    expect(page.locator(".live-new [role=status]")).to_have_text("3 new entries")
    expect(page.locator("#entry-25 .entry-correction")).to_have_count(3)
    expect(page.locator("#entry-24")).to_have_count(0)
    after = reading.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) < 1
    expect(page.locator("#entry-33")).to_have_count(0)
    button.click()
    expect(page.locator(".entries > li").first).to_have_attribute("id", "entry-33")
    expect(page.locator("#entry-33")).to_be_focused()
    expect(button).to_be_hidden()


@pytest.mark.browser
def test_after_a_long_absence_the_whole_page_is_asked(open_page: Page, site: Site) -> None:
    page, later = open_page, making.UPDATED_AT
    entries = [make_entry(n, posted_at=later, changed_at=later) for n in range(80, 31, -1)]
    whole = make_live_story((*entries, make_entry(1)))
    site.pages["report"] = pages.report_page(whole, make_newspaper())
    site.files[FILE] = told(news(*entries[:30], since=later - dt.timedelta(seconds=1)))
    look(page)
    expect(page.get_by_role("button", name="49 new entries")).to_be_visible()
    expect(page.locator(".entries > li")).to_have_count(1)


@pytest.mark.browser
def test_it_asks_politely_and_no_more_when_it_has_ended(open_page: Page, site: Site) -> None:
    page = open_page
    asked = lambda: sum(FILE in url for url in site.asked)  # noqa: E731  # three words, used here
    assert asked() == 1
    site.gone.add(FILE)
    look(page)
    page.clock.run_for(20_000)
    assert asked() == 2  # the next try is further off
    site.gone.clear()
    last = replace(make_entry(30), changed_at=making.UPDATED_AT)
    site.files[FILE] = told(news(last, is_running=False))
    with page.expect_response(re.compile(FILE)):
        page.clock.run_for(40_000)
    expect(page.locator(".live-latest a")).to_have_text("This live report has ended.")
    count = asked()
    page.clock.run_for(600_000)
    assert asked() == count
