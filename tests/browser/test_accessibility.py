"""Who cannot see the page, or has no mouse, reads the same paper: WCAG 2.2 AA, and a bit more."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.browser.kinds import KINDS, open_kind
from tests.browser.newsrooms import Edited
from tests.chromium import PATIENCE_MS

pytest_plugins = ["tests.browser.editions"]
pytestmark = pytest.mark.browser

NARROW = ViewportSize(width=320, height=640)
WIDE = ViewportSize(width=1440, height=900)
Scheme = Literal["light", "dark"]
# In the dark: all that a page can have wrong there which is right in the light.
RULES: dict[Scheme, dict[str, object]] = {
    "light": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
# What a keyboard can come to.
INTERACTIVE = "a[href], button, input:not([type=hidden]), select, textarea, [tabindex='0'], summary"
VISITED_BY_KEYBOARD = (
    "front",
    "section",
    "report with everything",
    "print version",
    "search with results",
    "letter with errors",
)


@pytest.fixture(scope="module")
def page(chromium: Browser, edited: Edited) -> Iterator[Page]:
    """One page for all kinds: a new one for each would take longer than what is looked at."""
    context = chromium.new_context(viewport=WIDE, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    yield page
    context.close()


@pytest.fixture(scope="module", params=KINDS)
def opened(request: pytest.FixtureRequest, edited: Edited, page: Page) -> Page:
    """The page, at each kind in its turn."""
    open_kind(request.param, edited, page)
    return page


def test_axe_finds_nothing(opened: Page) -> None:
    assert found_by_axe(opened) == []


def test_headings_are_in_order(opened: Page) -> None:
    levels = opened.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => Number(one.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [step for step in pairwise(levels) if step[1] > step[0] + 1] == []


def test_korean_words_are_marked_as_korean(opened: Page) -> None:
    unmarked = opened.evaluate(
        """() => {
          const found = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const language = walk.currentNode.parentElement.closest('[lang]').lang;
            if (/\\p{Script=Hangul}/u.test(walk.currentNode.data) && language !== 'ko')
              found.push(walk.currentNode.data.trim());
          }
          return found;
        }"""
    )
    assert unmarked == []


@pytest.mark.parametrize("opened", ["report in Korean", "print version in Korean"], indirect=True)
def test_what_is_not_korean_on_a_korean_page_is_marked(opened: Page) -> None:
    name = opened.locator(".masthead-name, .sheet-name p").first
    assert name.inner_text().startswith("The Harbour Courant")
    assert name.evaluate("one => one.closest('[lang]').lang") == "en"


def test_axe_finds_nothing_in_the_index_that_is_open(edited: Edited, page: Page) -> None:
    open_kind("front", edited, page)
    page.get_by_role("button", name="Sections").click()
    assert page.locator("#index").is_visible()
    assert found_by_axe(page) == []


@pytest.mark.parametrize("kind", VISITED_BY_KEYBOARD)
@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["narrow", "wide"])
def test_everything_can_be_reached_by_keyboard_and_left_again(
    kind: str, viewport: ViewportSize, edited: Edited, page: Page
) -> None:
    page.set_viewport_size(viewport)
    open_kind(kind, edited, page)
    bring_comments(page)
    page.evaluate("document.activeElement.blur(), scrollTo(0, 0)")
    wanted = mark_interactive(page)
    reached = tabbed_through(page, most=wanted + 2)
    assert [step["number"] for step in reached] == list(range(wanted))
    assert [step for step in reached if not step["is_focus_seen"]] == []
    assert [step for step in reached if not step["is_in_sight"]] == []
    page.set_viewport_size(WIDE)


@pytest.mark.parametrize("kind", sorted(set(VISITED_BY_KEYBOARD) - {"print version"}))
def test_the_first_step_leads_past_the_furniture(kind: str, edited: Edited, page: Page) -> None:
    open_kind(kind, edited, page)
    page.evaluate("document.activeElement.blur(), scrollTo(0, 0)")
    page.keyboard.press("Tab")
    first = page.locator(":focus")
    assert first.inner_text() == "Skip to content"
    assert first.is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, footer') !== null")


def test_the_index_opens_and_closes_by_keyboard(edited: Edited, context: BrowserContext) -> None:
    page = context.new_page()
    open_kind("front", edited, page)
    page.get_by_role("button", name="Sections").focus()
    page.keyboard.press("Enter")
    index = page.locator("#index")
    assert index.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#index') !== null")
    page.keyboard.press("Escape")
    assert index.is_hidden()
    assert page.locator(":focus").inner_text() == "Sections"


def test_what_is_wrong_with_a_letter_is_said_where_it_is(
    edited: Edited, context: BrowserContext
) -> None:
    page = context.new_page()
    open_kind("letter with errors", edited, page)
    for name in ("email", "message"):
        field = page.locator(f"form.letter [name={name}]")
        said = page.locator(f"[id='{field.get_attribute('aria-describedby')}']")
        assert field.get_attribute("aria-invalid") == "true"
        assert said.is_visible()
        assert said.inner_text()
    assert page.locator("[name=name]").get_attribute("aria-invalid") is None
    assert page.get_by_role("alert").is_visible()


def found_by_axe(page: Page) -> list[str]:
    """Every violation in light and dark, on a wide window and a narrow one, with its place."""
    found = []
    page.evaluate(AXE_SCRIPT)
    for viewport in (WIDE, NARROW):
        page.set_viewport_size(viewport)
        for scheme, rules in RULES.items():
            page.emulate_media(color_scheme=scheme)
            answer = page.evaluate(
                "rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })", rules
            )
            found += [
                f"{scheme}, {viewport['width']}: {violation['id']}: {_places(violation)}"
                for violation in answer["violations"]
            ]
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
    return found


def _places(violation: dict[str, Any]) -> str:
    return "; ".join(f"{node['html']} {node['failureSummary']}" for node in violation["nodes"][:3])


def bring_comments(page: Page) -> None:
    """Have the comments come before anybody is near: they bring what can be acted on."""
    page.evaluate(
        """async () => {
          const thread = document.querySelector('comment-thread');
          thread?.open();
          await thread?.opening;
        }"""
    )


def mark_interactive(page: Page) -> int:
    """Number everything that can be acted on, in the order in which it stands. Gives how many."""
    return int(
        page.evaluate(
            """selector => {
              const all = [...document.querySelectorAll(selector)].filter(
                one => one.checkVisibility({ visibilityProperty: true }));
              all.forEach((one, at) => { one.dataset.number = at; });
              return all.length;
            }""",
            INTERACTIVE,
        )
    )


def tabbed_through(page: Page, *, most: int) -> list[dict[str, Any]]:
    """What the focus comes to from the top of the page until it leaves it, step by step.

    A focus is seen when the outline of what has it, or of what that stands in, is not as it is
    without; it is in sight when nothing else stands at its ends and at its middle.
    """
    steps: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        step = page.evaluate(
            """() => {
              const here = document.activeElement;
              if (here === document.body || here.dataset.number === undefined) return null;
              const outlines = () => {
                const found = [];
                for (let one = here; one; one = one.parentElement) {
                  const { outlineStyle, outlineWidth } = getComputedStyle(one);
                  found.push(outlineStyle === 'none' ? 0 : parseFloat(outlineWidth));
                }
                return found;
              };
              const focused = outlines();
              const box = here.getClientRects()[0];
              const middle = box.y + box.height / 2;
              const across = [box.left + 4, box.x + box.width / 2, box.right - 4];
              const there = across.map(x => document.elementFromPoint(x, middle));
              here.blur();
              const blurred = outlines();
              here.focus({ focusVisible: true, preventScroll: true });
              return {
                number: Number(here.dataset.number),
                html: here.outerHTML.slice(0, 120),
                is_focus_seen: focused.some((width, at) => width >= blurred[at] + 2),
                is_in_sight: there.every(one => one && (here.contains(one) || one.contains(here))),
              };
            }"""
        )
        if step is None or (steps and step["number"] == 0):
            return steps
        steps.append(step)
    return steps
