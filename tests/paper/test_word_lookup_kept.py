"""My words: kept in the browser, listed, given away as files, asked for; and never sent."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Locator, Page

from tests.paper.looking_up import look_up, make_site, turn_on
from tests.paper.site import HOST, Site, opened, until

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SENTENCE = (
    "The harbour bridge was closed to all traffic on Tuesday morning, two hours after engineers "
    "reported cracks in the pier on which its northern span rests."
)
HEADLINE = "Harbour bridge closed after cracks are found in its northern pier"


def test_a_kept_word_is_listed_given_away_asked_for_and_taken_out(chromium: Browser) -> None:
    site = make_site()
    context, page, said = opened(chromium, site, accept_downloads=True)
    turn_on(page)
    for place, word in (("body.0", "cracks"), ("body.1", "drawer"), ("body.2", "masonry")):
        look_up(page, place, word)
        button = page.get_by_role("button", name="Keep this word")
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
    button.click()  # not masonry after all
    assert button.get_attribute("aria-pressed") == "false"
    look_up(page, "body.2", "cracks")  # the same word in another sentence
    assert button.get_attribute("aria-pressed") == "true"

    page.goto(f"{HOST}/my-words", wait_until="networkidle")
    site.asked.clear()
    assert page.get_by_role("heading", level=2).all_inner_texts() == ["2 words"]
    words = page.locator(".kept")
    assert words.first.locator(".kept-base").inner_text() == "drawer"
    _assert_listed(words.nth(1))

    _assert_given_as_csv(_download(page, "CSV"))
    _assert_given_to_anki(_download(page, "Anki"))
    _assert_asked_for(page)

    page.get_by_role("button", name="Take out crack").click()
    assert page.get_by_role("heading", level=2).all_inner_texts() == ["1 word"]
    assert page.evaluate("document.activeElement.textContent").strip() == "Take out drawer"
    page.get_by_role("button", name="Take out drawer").click()
    assert page.get_by_text("You have kept no word yet").is_visible()
    assert page.get_by_role("button", name="Quiz me").count() == 0
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('kept'))") == []
    assert site.asked == []
    assert said == []
    context.close()


def test_what_a_spreadsheet_would_reckon_is_given_as_text(chromium: Browser) -> None:
    context, page, _ = opened(chromium, make_site(), accept_downloads=True)
    page.add_init_script(
        """localStorage.setItem("kept-word:en:a", JSON.stringify({
          base: "=1+1", language: "en", printed: '@SUM("A1")', glosses: [{ gloss: "-2\\n+3" }],
        }));
        localStorage.setItem("kept-word:en:b", "{");
        localStorage.setItem("kept-word:en:c", '{"base": 7}');"""
    )
    page.goto(f"{HOST}/my-words", wait_until="load")
    assert page.locator(".kept").count() == 1
    rows = list(csv.reader(io.StringIO(_download(page, "CSV").removeprefix("\ufeff"))))
    assert rows[1][:2] == ['\'@SUM("A1")', "'=1+1"]
    assert rows[1][5] == "'-2\n+3"
    context.close()


def test_when_there_is_no_room_the_reader_is_told(chromium: Browser) -> None:
    context, page, _ = opened(chromium, make_site())
    turn_on(page)
    page.evaluate(
        """() => {
          for (let at = 0; at < 2000; at++) localStorage.setItem(`kept-word:en:${at}`, "{}");
        }"""
    )
    look_up(page, "body.0", "bridge")
    button = page.get_by_role("button", name="Keep this word")
    button.click()
    assert page.get_by_role("status").filter(has_text="There is no more room").is_visible()
    assert button.get_attribute("aria-pressed") == "false"
    page.evaluate("localStorage.clear()")
    page.evaluate(
        """() => {
          Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); };
        }"""
    )
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_on_the_page_of_kept_words(chromium: Browser, width: int) -> None:
    site: Site = make_site()
    context, page, _ = opened(chromium, site, viewport={"width": width, "height": 900})
    page.goto(f"{HOST}/my-words", wait_until="load")
    found = _found_by_axe(page)
    turn_on(page)
    for word in ("bridge", "cracks", "pier"):
        look_up(page, "body.0", word)
        page.get_by_role("button", name="Keep this word").click()
    page.goto(f"{HOST}/my-words", wait_until="load")
    found += _found_by_axe(page)
    page.get_by_role("button", name="Quiz me").click()
    page.get_by_role("button", name="Show the meaning").click()
    found += _found_by_axe(page)
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def _assert_listed(crack: Locator) -> None:
    assert crack.locator(".kept-sentence").inner_text() == SENTENCE
    assert crack.locator("mark").inner_text() == "cracks"
    assert crack.locator(".kept-form").inner_text() == "plural of crack"
    assert crack.get_by_role("link", name=HEADLINE).get_attribute("href") == "/report"


def _assert_given_as_csv(text: str) -> None:
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[0][:3] == ["Word", "Base form", "Form"]
    assert rows[2][:5] == ["cracks", "crack", "plural of crack", "noun", "kɹæks"]
    assert rows[2][5:9] == [
        "a thin line where something has broken",
        SENTENCE,
        HEADLINE,
        f"{HOST}/report",
    ]


def _assert_given_to_anki(text: str) -> None:
    notes = text.splitlines()
    assert notes[:3] == ["#separator:Tab", "#html:false", "#columns:Front\tBack\tSource"]
    fields = next(csv.reader(io.StringIO("\n".join(notes[6:])), delimiter="\t"))
    assert fields == [
        f"cracks\n\n{SENTENCE}",
        "plural of crack /kɹæks/\na thin line where something has broken",
        HEADLINE,
    ]


def _assert_asked_for(page: Page) -> None:
    page.get_by_role("button", name="Quiz me").click()
    asked = []
    for knows in (True, False):
        asked.append(page.locator(".quiz-word").inner_text())
        assert page.locator(".quiz-answer").is_hidden()
        page.get_by_role("button", name="Show the meaning").click()
        assert page.locator(".quiz-answer").inner_text()
        page.get_by_role("button", name="I knew it" if knows else "Not yet").click()
    assert sorted(asked) == ["cracks", "drawer"]
    assert page.get_by_text("You knew 1 of 2").is_visible()
    page.get_by_role("button", name="Another round").click()
    assert page.locator(".quiz-word").inner_text() == asked[1]  # what was not known comes first
    page.get_by_role("button", name="Stop").click()


def _download(page: Page, name: str) -> str:
    with page.expect_download() as downloading:
        page.get_by_role("button", name=name).click()
    return Path(downloading.value.path()).read_bytes().decode()


def _found_by_axe(page: Page) -> list[object]:
    until(page, "document.querySelector('my-words').hidden === false")
    page.evaluate(AXE_SCRIPT)
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its literals
        answer = page.evaluate(
            "rules => axe.run(document, { runOnly: { type: 'tag', values: rules } })", RULES
        )
        found += [
            (scheme, one["id"], [node["html"] for node in one["nodes"]])
            for one in answer["violations"]
        ]
    return found
