"""Word help: glosses over the rarest words, on a layer of their own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.paper.looking_up import look_up, make_site, turn_on
from tests.paper.site import HOST, opened, until

pytestmark = pytest.mark.browser

# Every gloss that can be seen, and where.
GLOSSES = """(() => {
  return [...document.querySelectorAll(".word-help span")]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.textContent, one.getBoundingClientRect().toJSON()]);
})()"""
LINES = """[...document.querySelectorAll("[data-line]")].map((one) =>
  [one.dataset.line, one.textContent])"""
PLACES = """[...document.querySelectorAll("[data-line], .report-foot, .related")].map((one) =>
  Math.round(one.getBoundingClientRect().top + scrollY))"""


def test_it_glosses_the_rarest_words_as_much_as_the_reader_wants(chromium: Browser) -> None:
    context, page, said = opened(chromium, make_site(is_help_offered=True))
    page.goto(f"{HOST}/report", wait_until="load")
    lines = page.evaluate(LINES)
    help_ = page.get_by_label("Word help")
    assert help_.input_value() == ""
    help_.select_option("A little")
    until(page, f"{GLOSSES}.length > 0")
    few = len(page.evaluate(GLOSSES))
    help_.select_option("Much")
    until(page, f"{GLOSSES}.length > {few}")
    glosses = page.evaluate(GLOSSES)
    assert "coins and notes" in [text for text, _ in glosses]
    assert all(len(text) <= 32 for text, _ in glosses)
    assert page.evaluate(LINES) == lines
    # None touches another, and all stand within the text.
    width = page.evaluate("document.querySelector('.report-body').getBoundingClientRect().right")
    for at, (_, box) in enumerate(glosses):
        assert box["right"] <= width + 1
        for _, other in glosses[at + 1 :]:
            assert (
                box["right"] < other["left"]
                or other["right"] < box["left"]
                or box["bottom"] <= other["top"]
                or other["bottom"] <= box["top"]
            )
    assert page.locator(".word-help[aria-hidden=true]").count() == 1
    assert said == []
    # It is remembered, and its lines are set apart before its glosses come.
    page.reload(wait_until="commit")
    until(page, "document.documentElement.hasAttribute('data-word-help')")
    page.wait_for_load_state("load")
    before = page.evaluate(PLACES)
    until(page, f"{GLOSSES}.length === {len(glosses)}")
    assert page.evaluate(PLACES) == before
    # A word under a gloss is looked up as ever, whatever is set over it.
    turn_on(page)
    look_up(page, "body.2", "masonry")
    assert page.get_by_role("dialog", name="masonry").is_visible()
    page.get_by_label("Word help").select_option("None")
    assert page.locator(".word-help").count() == 0
    assert not page.evaluate("document.documentElement.hasAttribute('data-word-help')")
    context.close()
