"""What is typed and pasted at the desk is neither lost nor littered, and is looked over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.browser.conftest import Paper, wait_until
from tests.browser.newsrooms import Newsroom, make_copy_of, serving
from tests.browser.pasted import GOOGLE_DOCS, WORD
from tests.browser.test_desk import Desk

pytestmark = pytest.mark.browser

_PASTE = """(html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", "plain");
  const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(paste);
}"""


@pytest.fixture(scope="module")
def newsroom(paper: Paper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    copied = make_copy_of(paper, tmp_path_factory.mktemp("writing") / "newsroom")
    with serving(copied):
        yield copied


@pytest.fixture
def desk(newsroom: Newsroom, context: BrowserContext) -> Desk:
    found = Desk(newsroom, context.new_page())
    found.sign_in("editor", newsroom.password)
    return found


def sign_out(context: BrowserContext) -> None:
    """As it is when a session has ended meanwhile."""
    kept = [one for one in context.cookies() if one.get("name") != "sessionid"]
    context.clear_cookies()
    context.add_cookies(kept)  # type: ignore[arg-type]  # what it gives it takes


def test_what_is_typed_outlives_the_session_the_line_and_the_window(
    desk: Desk, context: BrowserContext
) -> None:
    desk.begin_report("The mole goes dark")
    form = desk.keep()
    headline = desk.page.get_by_role("textbox", name="Headline")
    told, saved = desk.page.locator("kept-draft"), desk.page.get_by_text("Saved", exact=True)

    sign_out(context)
    headline.fill("The mole goes dark early")
    expect(told.get_by_text("You are signed out.")).to_be_visible()
    again = Desk(desk.newsroom, context.new_page())
    again.sign_in("editor", desk.newsroom.password)
    again.page.close()
    expect(told).to_be_hidden()
    expect(saved).to_be_visible()

    context.set_offline(True)
    headline.fill("The mole goes dark at six")
    expect(told.get_by_text("The line is down.")).to_be_visible()
    desk.page.close()
    context.set_offline(False)

    back = Desk(desk.newsroom, context.new_page())
    back.go(form)
    headline = back.page.get_by_role("textbox", name="Headline")
    expect(headline).to_have_value("The mole goes dark early")
    back.page.get_by_role("button", name="Put it back").click()
    expect(headline).to_have_value("The mole goes dark at six")
    expect(back.page.locator("kept-draft")).to_be_hidden()


def test_a_button_that_is_pressed_while_the_form_keeps_itself_makes_no_second_report(
    desk: Desk,
) -> None:
    held: list[Route] = []
    posts: list[str] = []

    def handle(route: Route) -> None:
        if route.request.method != "POST":
            return route.continue_()
        posts.append(route.request.url)
        return held.append(route) if len(posts) == 1 else route.continue_()

    desk.page.route(re.compile(r"/desk/pages/(\d+/edit|add/desk/reportpage/\d+)/$"), handle)
    desk.begin_report("A lamp is lit twice")
    # The browser's word of a request comes while it is asked something.
    wait_until(lambda: bool(desk.page.evaluate("true") and held))
    desk.page.get_by_role("button", name="Save draft").click()
    expect(desk.page.get_by_role("button", name="Saving…")).to_be_visible()
    with desk.page.expect_response(lambda told: told.request.is_navigation_request()):
        held[0].continue_()
    expect(desk.page.locator(".messages .success").last).to_be_visible()
    assert ["/add/" in url for url in posts] == [True, False]
    made = "SELECT count(*) FROM wagtailcore_page WHERE draft_title = 'A lamp is lit twice'"
    assert desk.newsroom.asked(made) == [(1,)]


@pytest.mark.parametrize("html", [WORD, GOOGLE_DOCS], ids=["word", "google docs"])
def test_a_paste_becomes_paragraphs_headings_bold_italic_and_links(desk: Desk, html: str) -> None:
    desk.begin_report(f"Pasted, {len(html)}")
    block = desk.add_block("Paragraph")
    block.locator("[contenteditable=true]").click()
    desk.page.evaluate(_PASTE, html)
    kept = block.locator("input[name$=-value]")
    wait_until(lambda: "Boats" in kept.input_value())
    raw = json.loads(kept.input_value())
    assert [one["text"] for one in raw["blocks"]] == [
        "What it cost",
        "The pier opens on Monday.",
        "See the plan in red.",
        "Boats first",
    ]
    assert [one["type"] for one in raw["blocks"]] == ["header-two", *["unstyled"] * 3]
    marks = [(one["style"], one["offset"]) for one in raw["blocks"][1]["inlineStyleRanges"]]
    assert sorted(marks) == [("BOLD", 4), ("ITALIC", 18)]
    assert raw["blocks"][2]["inlineStyleRanges"] == []
    assert [one["data"]["url"] for one in raw["entityMap"].values()] == [
        "https://plan.example/pier"
    ]


def test_a_remark_stands_under_the_text_as_it_is_typed_and_leads_to_its_place(desk: Desk) -> None:
    desk.begin_report("Lamps are to be lit")
    desk.add_paragraph("The new lamps will be lit on 3 March 2024, the harbour says.")
    remark = desk.page.locator("proof-remarks li").filter(has_text="That day is over")
    expect(remark).to_contain_text("will be lit on 3 March 2024")
    remark.get_by_role("button", name="Go there").click()
    expect(desk.body.locator("[contenteditable=true]")).to_be_focused()
