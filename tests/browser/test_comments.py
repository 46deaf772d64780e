"""Readers under a report, in Chromium: what they write, and what they are shown of others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import Paper, wait_until
from tests.browser.newsrooms import Newsroom, make_copy_of, serving
from tests.chromium import PATIENCE_MS
from tests.talk.cast import cast
from tests.talk.hostile import hostile
from tests.talk.test_wording import COUNTED

pytestmark = pytest.mark.browser

FREELY = {
    "TALK__READER_PER_MINUTE": "1000000",
    "TALK__READER_PER_HOUR": "1000000",
    "TALK__NETWORK_PER_MINUTE": "1000000",
    "TALK__REPORT_PER_MINUTE": "1000000",
}
BEFORE = 130


@pytest.fixture(scope="module")
def newsroom(paper: Paper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    made = make_copy_of(paper, tmp_path_factory.mktemp("talk") / "newsroom", **FREELY)
    with serving(made):
        yield made


@pytest.fixture(scope="module")
def talk(newsroom: Newsroom) -> dict[str, Any]:
    """A report with comments, and the cookies of two readers; its thread is printed."""
    made = cast(BEFORE, env=newsroom.environment)
    file = newsroom.site / f"threads/{made['report']}/index.html"
    wait_until(lambda: file.exists() and f'data-total="{BEFORE}"' in file.read_text())
    return made


class Reader:
    """A browser in which somebody reads, signed in or not. Nothing may go wrong on its pages."""

    def __init__(
        self, chromium: Browser, newsroom: Newsroom, session: str = "", **more: Any
    ) -> None:
        self.context: BrowserContext = chromium.new_context(base_url=newsroom.url, **more)
        self.context.set_default_timeout(PATIENCE_MS)
        if session:
            cookies = {"sessionid": session, "csrftoken": "a" * 32}
            self.context.add_cookies(
                [
                    {"name": name, "value": value, "url": newsroom.url}
                    for name, value in cookies.items()
                ]
            )
        self.page: Page = self.context.new_page()
        self.troubles: list[str] = []
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))

    def open(self, path: str) -> Page:
        self.page.goto(path)
        self.page.locator("comment-thread").scroll_into_view_if_needed()
        expect(self.page.locator(".thread > .comment").first).to_be_visible()
        return self.page

    def close(self) -> None:
        self.context.close()
        assert self.troubles == []


def test_comments_that_cannot_be_reached_are_offered_again(
    chromium: Browser, newsroom: Newsroom, talk: dict[str, Any]
) -> None:
    reader = Reader(chromium, newsroom)
    page = reader.page
    page.goto(talk["path"])
    reader.context.set_offline(True)
    page.locator("comment-thread").scroll_into_view_if_needed()
    unreached = page.get_by_text("The comments cannot be reached just now.")
    expect(unreached).to_be_visible()
    expect(page.get_by_role("link", name="Read the comments")).to_be_visible()
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Try again").click()
    expect(unreached).to_be_visible()
    reader.context.set_offline(False)  # which the browser tells the page
    expect(page.locator(".thread > .comment").first).to_be_visible()
    expect(unreached).to_have_count(0)
    reader.close()


def said(page: Page) -> Any:
    return page.locator(".thread-said")


def test_a_reader_writes_and_another_answers(
    chromium: Browser, newsroom: Newsroom, talk: dict[str, Any]
) -> None:
    mina = Reader(chromium, newsroom, talk["mina"])
    page = mina.open(talk["path"])
    box = page.locator(".talk > .comment-box")
    expect(box.locator(".counter")).to_have_text("0/250")
    box.locator("textarea").fill("가나다 👨‍👩‍👧‍👦")
    expect(box.locator(".counter")).to_have_text("5/250")
    box.locator("textarea").fill("가" * 251)
    expect(box.locator("textarea")).to_have_attribute("aria-invalid", "true")

    # A draft outlives the page, and a post that fails keeps its text and its key.
    box.locator("textarea").fill("The ferry was late.")
    page = mina.open(talk["path"])
    expect(box.locator("textarea")).to_have_value("The ferry was late.")

    # So does one that nobody can take up just now.
    resting = newsroom.site / "unavailable.html"
    page.route("**/talk/*/", lambda route: route.fulfill(status=503, path=resting))
    box.get_by_role("button", name="Post").click()
    expect(box.locator(".comment-error")).to_contain_text("kept here")
    expect(box.locator("textarea")).to_have_value("The ferry was late.")
    page.unroute("**/talk/*/")
    keys: list[str] = []

    def lose_the_answer(route: Route) -> None:
        keys.append(route.request.post_data or "")
        route.fetch()
        route.abort()

    page.route("**/talk/*/", lose_the_answer)
    box.get_by_role("button", name="Post").click()
    expect(box.locator(".comment-error")).to_contain_text("kept here")
    expect(box.locator("textarea")).to_have_value("The ferry was late.")
    page.unroute("**/talk/*/")
    with page.expect_request("**/talk/*/") as again:
        box.get_by_role("button", name="Post").click()
    assert [again.value.post_data] == keys
    own = page.locator(".thread > .comment").first
    expect(own.locator(".comment-text")).to_have_text("The ferry was late.")
    expect(box.locator("textarea")).to_have_value("")
    assert newsroom.asked("SELECT count(*) FROM talk_comment WHERE text LIKE 'The ferry%'") == [
        (1,)
    ]

    own.get_by_role("button", name="Change").click()
    own.locator("form textarea").fill("The ferry was very late.")
    own.locator("form").get_by_role("button", name="Post").click()
    expect(own.locator(".comment-text")).to_have_text("The ferry was very late.")
    page = mina.open(talk["path"])
    expect(page.locator(".thread > .comment .comment-text").first).to_have_text(
        "The ferry was very late."
    )
    assert Axe().run(page, context="comment-thread").violations_count == 0
    number = own.get_attribute("data-id")
    wait_until(lambda: str(BEFORE + 1) in thread(newsroom, talk))

    mine = page.locator(f"#comment-{number}")
    mine.get_by_role("button", name="Delete").click()
    mine.get_by_role("button", name="Delete for good?").click()
    expect(said(page)).to_contain_text("deleted")
    expect(mine).to_have_count(0)
    wait_until(lambda: f'data-id="{number}"' not in thread(newsroom, talk))
    mina.close()


def test_a_reader_recommends_answers_and_reports(
    chromium: Browser, newsroom: Newsroom, talk: dict[str, Any]
) -> None:
    otto = Reader(chromium, newsroom, talk["otto"])
    page = otto.open(talk["path"])
    theirs = page.locator(".thread > .comment:not(.is-own)").first
    acts = theirs.locator("> .comment-acts")
    acts.get_by_role("button", name="Recommend").click()
    expect(acts.get_by_role("button", name="Recommend")).to_have_attribute("aria-pressed", "true")
    acts.get_by_role("button", name="Reply").click()
    theirs.locator("form textarea").fill("Mine was on time.")
    page.keyboard.press("Control+Enter")
    expect(theirs.locator(".replies .comment-text")).to_have_text("Mine was on time.")
    acts.get_by_role("button", name="Report").click()
    theirs.get_by_label("It gives away something private").check()
    theirs.locator("form").get_by_role("button", name="Report").click()
    expect(said(page)).to_contain_text("moderators will look")
    assert newsroom.asked("SELECT reason FROM talk_complaint") == [("privacy",)]
    wait_until(lambda: "Mine was on time." in thread(newsroom, talk))
    page = otto.open(talk["path"])
    recommended = theirs.locator("> .comment-acts").get_by_role("button", name="Recommend 1")
    expect(recommended).to_have_attribute("aria-pressed", "true")
    reply = theirs.locator(".replies .comment")
    link = reply.locator(".comment-time").get_attribute("href") or ""
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".replies .comment:focus .comment-text")).to_have_text("Mine was on time.")
    otto.close()


def test_whoever_is_not_signed_in_reads_and_is_shown_the_way_in(
    chromium: Browser, newsroom: Newsroom, talk: dict[str, Any]
) -> None:
    reader = Reader(chromium, newsroom)
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    page = reader.open(talk["path"])
    assert not [url for url in asked if "/talk/" in url or "/reader/" in url]
    expect(page.locator(".talk-locked")).to_contain_text("To write comments, please log in.")
    expect(page.locator(".thread > .comment")).to_have_count(100)
    page.get_by_role("button", name="Show a hundred more").click()
    expect(page.locator(".thread > .comment > .comment-text")).to_have_count(
        standing(newsroom, talk)
    )
    expect(page.get_by_role("button", name="Show a hundred more")).to_be_hidden()
    page.get_by_role("button", name="Most recommended").click()
    expect(page.locator(".thread > .comment").first).to_contain_text("Comment number 0.")
    page.locator(".thread > .comment").first.get_by_role("button", name="Recommend").click()
    expect(said(page)).to_contain_text("please log in")
    expect(page.get_by_role("link", name="Log in")).to_be_focused()
    way_in = page.get_by_role("link", name="Log in").get_attribute("href") or ""
    assert way_in.startswith("/reader/sign-in/?next=%2F")
    # A permanent link leads to a comment that is not among the first hundred.
    page.goto("about:blank")
    page.goto(f"{talk['path']}#comment-{talk['oldest']}")
    expect(page.locator(f"#comment-{talk['oldest']}")).to_be_in_viewport()
    assert Axe().run(page, context="comment-thread").violations_count == 0
    reader.close()


def test_without_scripts_the_thread_is_a_page(
    chromium: Browser, newsroom: Newsroom, talk: dict[str, Any]
) -> None:
    reader = Reader(chromium, newsroom, talk["otto"], java_script_enabled=False)
    page = reader.page
    page.goto(talk["path"])
    page.get_by_role("link", name="Write a comment").click()
    page.get_by_label("Your comment").fill("Written without a script.")
    page.get_by_role("button", name="Post the comment").click()
    expect(page.get_by_role("status")).to_have_text("Your comment is in the thread.")
    wait_until(lambda: "without a script" in thread(newsroom, talk))
    page.get_by_role("link", name="Read the comments").click()
    expect(page.locator(".comment-text").first).to_have_text("Written without a script.")
    page.get_by_role("link", name="Older comments").click()
    expect(page.locator(".comment-text")).to_have_count(100)
    reader.close()


def test_characters_are_counted_as_the_newsroom_counts_them(
    chromium: Browser, newsroom: Newsroom, talk: dict[str, Any]
) -> None:
    from broadsheet.paper.assets import asset_path
    from broadsheet.talk.wording import graphemes, tidied

    texts = [*COUNTED, *hostile()]
    reader = Reader(chromium, newsroom)
    reader.page.goto("/404.html")
    counted = reader.page.evaluate(
        """async ([module, texts]) => {
          const { graphemes, tidied } = await import(module);
          return texts.map((text) => [tidied(text), graphemes(tidied(text))]);
        }""",
        [asset_path("wording.js"), texts],
    )
    assert counted == [[tidied(text), graphemes(tidied(text))] for text in texts]
    reader.close()


def test_five_hundred_hostile_comments_are_shown_and_none_acts(
    chromium: Browser, newsroom: Newsroom, talk: dict[str, Any]
) -> None:
    reader = Reader(chromium, newsroom, talk["mina"])
    page = reader.open(talk["path"])
    expect(page.locator(".talk > .comment-box")).to_be_visible()
    taken = page.evaluate(
        """async ([path, texts]) => {
          const { csrf_token: token } = await (await fetch(`${path}mine.json`)).json();
          const headers = { Accept: "application/json", "X-CSRFToken": token };
          let taken = 0;
          for (const text of texts) {
            const body = new URLSearchParams({ text, key: crypto.randomUUID() });
            taken += (await fetch(path, { method: "POST", headers, body })).ok;
          }
          return taken;
        }""",
        [f"/talk/{talk['report']}/", hostile()],
    )
    assert taken > 480
    count = newsroom.asked("SELECT count(*) FROM talk_comment WHERE state = 'published'")[0][0]
    wait_until(lambda: f'data-total="{count}"' in thread(newsroom, talk))
    page = reader.open(talk["path"])
    more = page.get_by_role("button", name="Show a hundred more")
    while more.is_visible():
        before = page.locator(".thread > .comment").count()
        more.click()
        expect(page.locator(".thread > .comment")).not_to_have_count(before)
    texts = page.locator(".thread > .comment > .comment-text")
    # And beside those the reader's own that wait for a moderator.
    assert texts.count() >= standing(newsroom, talk) > 400
    inside = {
        "".join(one.split()) for one in texts.evaluate_all("all => all.map(p => p.innerHTML)")
    }
    assert not [one for one in inside if "<" in one.replace("<ahref=", "").replace("</a>", "")]
    texts.evaluate_all(
        "all => all.forEach(p => { p.click(); p.dispatchEvent(new Event('focus')) })"
    )
    assert page.evaluate("window.hit") is None
    assert page.url.startswith(newsroom.url)
    reader.close()


def thread(newsroom: Newsroom, talk: dict[str, Any]) -> str:
    return (newsroom.site / f"threads/{talk['report']}/index.html").read_text(encoding="utf-8")


def standing(newsroom: Newsroom, talk: dict[str, Any]) -> int:
    """How many comments are published under the report, without the replies to them."""
    counted = "SELECT count(*) FROM talk_comment WHERE state = 'published' AND parent_id IS NULL"
    return int(newsroom.asked(f"{counted} AND report_id = ?", talk["report"])[0][0])
