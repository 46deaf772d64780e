"""The dictionary on the page, in Chromium: the switch, the ways to a word, and its card."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from broadsheet.paper import pages
from tests.paper import making
from tests.paper.looking_up import (
    CARD,
    WORDS_PATH,
    look_up,
    make_site,
    make_story_with_words,
    places,
    turn_on,
)
from tests.paper.printed import one
from tests.paper.site import HOST, Site, opened, until

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
ON = "document.documentElement.hasAttribute('data-dictionary')"
# Twenty words of the body by their place, in the order of the text.
TWENTY = [
    *(("body.0", word) for word in ("harbour", "bridge", "closed", "traffic", "engineers")),
    *(("body.0", word) for word in ("cracks", "pier", "span", "people", "working")),
    *(("body.1", word) for word in ("Halvorsen", "tickets", "drawer")),
    *(("body.2", word) for word in ("cracks", "found", "diver", "anchor", "masonry")),
    *(("body.4", word) for word in ("ferry", "apology")),
]
ELSEWHERE = (
    "//elsewhere.example/",
    "javascript:alert(1)",
    "/\t/elsewhere.example/",
    "/\\else.where/",
)
WHOLE = {"working": "working day", "Halvorsen": "Ruta Halvorsen"}


@pytest.fixture
def site() -> Site:
    return make_site()


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    context, page, said = opened(chromium, site, reduced_motion="reduce")
    yield page
    context.close()
    assert said == []


def test_a_report_without_words_has_no_switch() -> None:
    page = pages.report_page(making.make_full_story(), making.make_newspaper())
    assert "word-lookup" not in page
    assert "hard-words" not in page
    paper = making.make_newspaper()
    switch = one(pages.report_page(make_story_with_words(), paper), "//word-lookup")
    assert switch.get("data-words") == WORDS_PATH
    assert not switch.xpath(".//select")  # the newsroom has not turned word help on


def test_it_is_off_until_it_is_turned_on_and_then_stays_on(page: Page, site: Site) -> None:
    page.goto(f"{HOST}/report", wait_until="networkidle")
    switch = page.get_by_role("button", name="Dictionary")
    assert switch.get_attribute("aria-pressed") == "false"
    point = places(page, "body.0", "bridge")
    page.mouse.click(point["x"], point["y"])
    assert not [url for url in site.asked if "/words/" in url or "dictionary" in url]
    switch.click()
    until(page, ON)
    look_up(page, "body.0", "bridge")
    page.reload(wait_until="load")
    until(page, ON)
    assert switch.get_attribute("aria-pressed") == "true"
    look_up(page, "body.0", "bridge")
    switch.click()
    until(page, f"!{ON} && !document.querySelector('.word-card')")
    page.mouse.click(point["x"], point["y"])
    page.reload(wait_until="networkidle")
    assert switch.get_attribute("aria-pressed") == "false"
    assert page.locator(".word-card").count() == 0


@pytest.mark.parametrize("hand", ["mouse", "touch", "keyboard"])
def test_twenty_words_are_looked_up_with_the_network_cut(
    chromium: Browser, site: Site, hand: str
) -> None:
    context, page, said = opened(chromium, site, **(NARROW if hand == "touch" else {}))
    turn_on(page)
    site.asked.clear()
    context.set_offline(True)
    if hand == "keyboard":
        found = _looked_up_by_keyboard(page)
    else:
        found = []
        for place, word in TWENTY:
            look_up(page, place, word, touch=hand == "touch")
            found.append(page.evaluate(CARD))
            page.keyboard.press("Escape")
    assert [card["title"] for card in found] == [WHOLE.get(word, word) for _, word in TWENTY]
    assert [card for card in found if card["covered"] or not card["inSight"]] == []
    assert [card["lit"] for card in found] == [card["title"] for card in found]
    assert [url for url in site.asked if "/photos/" not in url] == []
    assert [one for one in said if "ERR_INTERNET_DISCONNECTED" not in one] == []
    context.close()


def test_the_first_look_up_costs_one_request_and_no_other_any(page: Page, site: Site) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    page.goto(f"{HOST}/report", wait_until="load")
    page.get_by_role("button", name="Dictionary").click()
    until(page, ON)
    page.wait_for_load_state("networkidle")
    site.asked.clear()
    look_up(page, "body.0", "bridge")
    look_up(page, "body.0", "cracks")
    look_up(page, "body.2", "masonry")
    asked = [url for url in site.asked if "/photos/" not in url]
    assert asked == [f"{HOST}{WORDS_PATH}"]


def test_the_card_says_what_there_is_to_say(page: Page) -> None:
    turn_on(page)
    look_up(page, "body.0", "bridge")
    page.get_by_role("dialog", name="bridge").wait_for()
    card = page.locator(".word-card")
    senses = card.locator(".word-sense")
    assert senses.nth(0).inner_text().splitlines()[0].startswith("something built across water")
    assert "“the bridge was closed for a year”" in senses.nth(0).inner_text()
    assert senses.nth(1).inner_text() == "the upper part of the nose"
    assert senses.nth(3).is_hidden()
    card.get_by_text("More meanings").click()
    assert senses.nth(3).is_visible()
    assert card.locator(".word-ipa").inner_text() == "/bɹɪdʒ/"
    assert card.get_by_text("One of the 2,000 most common words").is_visible()
    assert card.get_by_text("다리").count() == 0  # no reader of Korean
    look_up(page, "body.0", "cracks")
    assert page.locator(".word-form").inner_text() == "plural of crack · noun"
    look_up(page, "body.2", "found")
    assert page.locator(".word-form").inner_text().endswith(" of find · verb")
    look_up(page, "body.0", "pier")
    assert (
        senses.nth(0).inner_text() == "a long landing place\nChosen by our editors for this report"
    )
    assert page.locator(".word-pinned").count() == 1
    look_up(page, "body.2", "masonry")
    assert page.get_by_text("A rare word").is_visible()
    look_up(page, "body.1", "Ruta")
    assert page.locator(".word-form").inner_text() == "person · from our glossary"
    assert "sells the tickets" in page.locator(".word-entries").inner_text()
    link = page.get_by_role("link", name="Our reports about Ruta Halvorsen")
    assert link.get_attribute("href") == "/topics/bridges/"
    look_up(page, "body.0", "working")
    assert page.get_by_role("dialog", name="working day").is_visible()
    alone = page.locator(".word-alone")
    assert alone.locator("ol").is_hidden() if alone.count() else True
    look_up(page, "body.0", "the")
    assert "no entry" in page.locator(".word-card").inner_text()
    assert page.get_by_role("button", name="Keep this word").count() == 0


def test_a_reader_sees_the_dictionaries_that_were_chosen(chromium: Browser, site: Site) -> None:
    context, page, said = opened(chromium, site, locale="ko-KR")
    turn_on(page)
    look_up(page, "body.0", "bridge")
    korean = page.locator(".word-senses[lang=ko]")
    assert korean.locator(".word-sense").first.inner_text() == "다리"
    page.get_by_text("Dictionaries and their licences").click()
    told = page.locator(".word-dictionaries").inner_text()
    assert "CC0 1.0" in told
    assert "CC BY 4.0" in told
    assert "Counts" in told
    page.get_by_role("checkbox", name="작은 영한 사전").uncheck()
    assert korean.count() == 0
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.get_by_role("checkbox", name="A small dictionary").uncheck()
    page.reload(wait_until="load")
    until(page, ON)
    look_up(page, "body.0", "pier")
    assert "no entry" not in page.locator(".word-form").inner_text()
    assert page.locator(".word-sense").count() == 0
    page.get_by_text("Dictionaries and their licences").click()
    page.get_by_role("checkbox", name="작은 영한 사전").check()
    assert page.locator(".word-sense").all_inner_texts() == ["교각"]
    assert said == []
    context.close()


def test_it_closes_and_gives_the_focus_back(page: Page) -> None:
    turn_on(page)
    look_up(page, "body.0", "bridge")
    page.keyboard.press("Escape")
    cursor = page.get_by_role("slider", name="Words of the report")
    cursor.focus()
    until(page, "CSS.highlights.has('word-cursor')")
    assert cursor.get_attribute("aria-valuetext") == "bridge"  # where the caret was put
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog")
    card.wait_for()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "dialog"
    assert card.get_attribute("aria-modal") is None
    page.keyboard.press("Escape")
    assert card.count() == 0
    assert page.evaluate("document.activeElement.getAttribute('role')") == "slider"
    until(page, "CSS.highlights.has('word-cursor')")
    assert cursor.get_attribute("aria-valuetext") == "closed"
    page.keyboard.press("Enter")
    for _ in range(12):  # through the card and out of it
        page.keyboard.press("Tab")
        if not card.count():
            break
    assert card.count() == 0
    assert not page.evaluate("CSS.highlights.has('looked-up')")
    look_up(page, "body.0", "bridge")
    page.mouse.click(5, 5)
    assert card.count() == 0
    look_up(page, "body.0", "bridge")
    card.get_by_role("button", name="Close").click()
    assert card.count() == 0


def test_the_cursor_goes_by_word_and_by_line_and_says_the_word(page: Page) -> None:
    turn_on(page)
    places(page, "body.0", "bridge")
    cursor = page.get_by_role("slider")
    cursor.focus()
    until(page, "CSS.highlights.has('word-cursor')")
    steps = []
    for key in ("Home", "ArrowRight", "ArrowRight", "ArrowLeft", "End", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        steps.append(page.evaluate(_CURSOR))
    assert [step["said"] for step in steps[:4]] == ["crossing", "Harbour", "bridge", "Harbour"]
    assert [step["said"] for step in steps] == [step["lit"] for step in steps]
    assert all(step["top"] >= 0 and step["bottom"] <= 900 for step in steps)
    last, above, again = (step["number"] for step in steps[4:])
    assert last == again > above
    page.evaluate("document.activeElement.blur()")
    assert not page.evaluate("CSS.highlights.has('word-cursor')")


def test_a_caret_of_the_browsers_own_will_do(page: Page) -> None:
    turn_on(page)
    places(page, "body.2", "survey")  # in a link, which a click would follow
    page.evaluate(
        """() => {
          const link = document.querySelector('[data-line="body.2"] a').firstChild;
          document.activeElement.blur();
          getSelection().setBaseAndExtent(link, 5, link, 7);
        }"""
    )
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="survey").wait_for()
    assert page.url == f"{HOST}/report"


def test_links_and_selections_are_left_alone(page: Page) -> None:
    turn_on(page)
    point = places(page, "body.0", "bridge")
    page.mouse.move(point["x"], point["y"])
    page.mouse.down()
    page.mouse.move(point["x"] + 90, point["y"], steps=4)
    page.mouse.up()
    assert page.evaluate("String(getSelection())")
    page.mouse.click(point["x"], point["y"])  # lets go of the selection
    until(page, "getSelection().isCollapsed")
    assert page.get_by_role("dialog").count() == 0
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    page.locator(".report-body p a").first.click()
    assert page.get_by_role("dialog").count() == 0
    look_up(page, "body.0", "bridge")
    page.mouse.dblclick(point["x"], point["y"])
    assert page.evaluate("String(getSelection())").strip() == "bridge"


def test_in_a_low_window_the_word_is_moved_and_not_covered(chromium: Browser, site: Site) -> None:
    for width, height in ((844, 390), (390, 500), (1440, 420)):
        context, page, _ = opened(chromium, site, viewport={"width": width, "height": height})
        turn_on(page)
        for place, word in (("headline", "bridge"), ("body.0", "working"), ("body.4", "apology")):
            look_up(page, place, word)
            card = page.evaluate(CARD)
            assert card["inSight"], (width, word, card)
            assert not card["covered"], (width, word, card)
            rest = page.locator(".word-card summary").last
            rest.click()
            until(page, "document.querySelector('.word-dictionaries').open")
            assert not page.evaluate(CARD)["covered"], (width, word)
        context.close()


def test_words_that_cannot_be_had_are_owned_up_to_and_asked_for_again(
    chromium: Browser, site: Site
) -> None:
    whole = site.files[WORDS_PATH]
    context, page, said = opened(chromium, site)
    turn_on(page)
    for answer in ("gone", b"<b>", b"null", b'{"version": 2}', b'{"version": 1, "words": 7}'):
        if isinstance(answer, str):
            site.gone.add(WORDS_PATH)
        else:
            site.files[WORDS_PATH] = (answer, "application/json")
        page.reload(wait_until="load")
        until(page, ON)
        look_up(page, "body.0", "bridge")
        assert "cannot be had now" in page.get_by_role("dialog", name="Dictionary").inner_text()
        assert page.get_by_role("button", name="Keep this word").count() == 0
        site.gone.clear()
    site.files[WORDS_PATH] = whole
    look_up(page, "body.0", "bridge")
    page.get_by_role("dialog", name="bridge").wait_for()
    assert page.get_by_role("button", name="Keep this word").is_visible()
    assert [one for one in said if "404" not in one] == []
    context.close()


def test_an_entry_puts_no_markup_on_the_page(chromium: Browser, site: Site) -> None:
    hostile = (
        "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
    )
    file = json.loads(site.files[WORDS_PATH][0])
    for source in file["sources"]:
        source.update(title=hostile, licence=hostile, language="en")
    for sense in file["senses"]:
        sense.update(gloss=hostile, example=hostile, part="constructor", simpler=[hostile])
    for at, entry in enumerate(file["entries"]):
        entry["path"] = ELSEWHERE[at % len(ELSEWHERE)]
        entry.update(base=hostile, form=hostile, ipa=hostile, name=hostile, kind="__proto__")
        entry["pieces"] = [[hostile, hostile]]
        entry["zipf"] = hostile
    file["units"] += [[0, 10**9], [10**9, 1], [0, -1, 2.5]]
    site.files[WORDS_PATH] = (json.dumps(file).encode(), "application/json")
    context, page, said = opened(chromium, site)
    turn_on(page)
    for place, word in TWENTY[::3]:
        look_up(page, place, word)
        card = page.locator(".word-card")
        assert card.locator("img, script").count() == 0
        assert "<img src=x" in card.inner_text()
        for link in card.locator("a").all():
            assert link.get_attribute("href") in {"/my-words/", "/topics/bridges/"}
    page.get_by_role("button", name="Keep this word").click()
    page.goto(f"{HOST}/my-words", wait_until="load")
    assert page.locator("my-words img, my-words script").count() == 0
    assert "<img src=x" in page.locator("my-words").inner_text()
    page.get_by_role("button", name="Quiz me").click()
    page.get_by_role("button", name="Show the meaning").click()
    assert page.locator("word-quiz img").count() == 0
    assert "owned" not in page.title()
    assert said == []
    context.close()


def test_a_memory_that_is_refused_or_spoilt_does_no_harm(chromium: Browser, site: Site) -> None:
    for spoilt in (
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })",
        "localStorage.setItem('dictionaries', '[7'); localStorage.setItem('word-help', '<b>')",
        "localStorage.setItem('dictionaries', '{\"small\": 7}')",
    ):
        context, page, said = opened(chromium, site)
        page.add_init_script(spoilt)
        turn_on(page)
        look_up(page, "body.0", "bridge")
        assert page.locator(".word-sense").first.is_visible()
        page.get_by_role("button", name="Keep this word").click()
        assert said == []
        context.close()


def test_without_scripts_hard_words_stand_under_the_report(chromium: Browser, site: Site) -> None:
    context, page, _ = opened(chromium, site, java_script_enabled=False)
    page.goto(f"{HOST}/report", wait_until="load")
    words = page.get_by_role("region", name="Words and names in this report")
    assert words.locator("dt").all_inner_texts() == ["masonry", "Ruta Halvorsen"]
    assert words.get_by_role("link").get_attribute("href") == "/topics/bridges/"
    assert page.locator("word-lookup button:visible").count() == 0
    context.close()
    context, page, _ = opened(chromium, site)
    page.goto(f"{HOST}/report", wait_until="load")
    assert page.get_by_role("region", name="Words and names in this report").count() == 0
    context.close()


@pytest.mark.parametrize("settings", [NARROW, {}], ids=["narrow", "wide"])
def test_axe_finds_nothing_on_the_card(
    chromium: Browser, site: Site, settings: dict[str, Any]
) -> None:
    context, page, _ = opened(chromium, site, locale="ko-KR", **settings)
    turn_on(page)
    look_up(page, "body.0", "bridge", touch=bool(settings))
    for summary in page.locator(".word-card summary:visible").all():
        summary.click()
    page.evaluate(AXE_SCRIPT)
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its literals
        for where in (".word-card", "word-lookup"):
            answer = page.evaluate(
                "([where, rules]) => axe.run(where, { runOnly: { type: 'tag', values: rules } })",
                [where, RULES],
            )
            found += [
                (scheme, one["id"], [node["html"] for node in one["nodes"]])
                for one in answer["violations"]
            ]
    assert found == []
    least = 44 if settings else 24
    assert page.evaluate(_TOO_SMALL, least) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


_CURSOR = """() => {
  const [range] = CSS.highlights.get("word-cursor");
  const cursor = document.querySelector("[role=slider]");
  const { top, bottom } = range.getBoundingClientRect();
  const said = cursor.getAttribute("aria-valuetext");
  return { said, lit: String(range), number: Number(cursor.ariaValueNow), top, bottom };
}"""

# What of the card is smaller than a finger wants it; a link in a row of buttons may be narrow.
_TOO_SMALL = """(least) => [...document.querySelectorAll(".word-card *")]
  .filter((one) => one.matches("button, summary, label, a") && one.checkVisibility())
  .map((one) => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()])
  .filter(([, box]) => box.height < least)
  .map(([text, box]) => `${text}: ${box.width} by ${box.height}`)"""


def _looked_up_by_keyboard(page: Page) -> list[dict[str, Any]]:
    """The same twenty: the arrow key goes on until the word is there, Enter opens its card."""
    places(page, "body.0", "bridge")
    cursor = page.get_by_role("slider")
    cursor.focus()
    until(page, "CSS.highlights.has('word-cursor')")
    page.keyboard.press("Home")
    place = """() => {
      const [range] = CSS.highlights.get("word-cursor");
      return range.startContainer.parentElement.closest("[data-line]").dataset.line;
    }"""
    found = []
    for wanted in TWENTY:
        for _ in range(120):
            here = (page.evaluate(place), cursor.get_attribute("aria-valuetext"))
            if here == wanted:
                break
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        page.locator(".word-card").wait_for()
        found.append(page.evaluate(CARD))
        page.keyboard.press("Escape")
    return found
