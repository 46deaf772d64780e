"""The light on the spoken word, in Chromium: a sound whose every word has a pitch of its own."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.paper.hearing import HEAR, IS_STILL, WATCH
from tests.paper.site import HOST, Site, opened, until
from tests.paper.sounding import Cue, Reading, read_aloud

pytestmark = pytest.mark.browser

TONE_HZ = 30  # a pitch is told from the next one, 75 Hz away
# A decoder may be late by 50 ms, and the window in which a pitch is measured is 43 ms long.
SURE_MS = 130


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_aloud()


@pytest.fixture
def site(reading: Reading) -> Site:
    return reading.site


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    context, page, said = opened(chromium, site)
    page.goto(f"{HOST}/report", wait_until="load")
    yield page
    context.close()
    assert said == []


def test_the_lit_word_is_the_spoken_one(page: Page, reading: Reading) -> None:
    _play(page)
    seen = _watch(page, words=14)
    _assert_lit(seen, reading)
    assert next(one["word"]["text"] for one in seen if one["word"]["text"]) == "Harbour"


def test_the_sentence_is_lit_from_its_first_word_to_the_next_sentence(
    page: Page, reading: Reading
) -> None:
    _play(page, at=reading.sentences[4][0].start_ms / 1000)
    for seen in _watch(page, words=12):
        begun = [one for one in reading.sentences if one[0].start_ms <= _now(seen) - 40]
        is_new = reading.sentences[len(begun)][0].start_ms <= _now(seen)
        if not is_new:
            assert seen["sentence"]["place"] == begun[-1][0].place
            assert all(cue.text in seen["sentence"]["text"] for cue in begun[-1])


def test_after_ten_seeks_the_lit_word_is_the_one_that_is_heard(
    page: Page, site: Site, reading: Reading
) -> None:
    _assert_heard(page, reading)


def test_the_same_is_true_of_the_other_file(
    chromium: Browser, site: Site, reading: Reading
) -> None:
    site.gone.add(reading.story.sound.opus_path)
    context, page, _ = opened(chromium, site)
    page.goto(f"{HOST}/report", wait_until="load")
    _assert_heard(page, reading)
    assert page.evaluate("document.querySelector('audio').currentSrc.endsWith('.mp3')")
    context.close()


def test_a_word_that_is_sought_is_lit_though_nothing_plays(page: Page, reading: Reading) -> None:
    _play(page)
    page.keyboard.press("k")
    until(page, "document.querySelector('audio').paused")
    cue = reading.cues[200]
    page.evaluate("seconds => document.querySelector('audio-report').seek(seconds)", _middle(cue))
    until(page, f"String([...CSS.highlights.get('spoken-word') ?? []][0]) === {cue.text!r}")


def test_a_tap_on_a_word_plays_from_there(page: Page, reading: Reading) -> None:
    _play(page)
    cue = next(one for one in reading.cues if one.text == "northern" and one.place != "headline")
    page.evaluate(
        """() => document.querySelector("audio").addEventListener("seeking", (event) => {
          window.sought = event.target.currentTime;
        })"""
    )
    _tap(page, cue)
    until(page, "window.sought !== undefined")
    # The sound may have gone on by the time that the page is told.
    assert cue.start_ms / 1000 <= page.evaluate("sought") < cue.start_ms / 1000 + 2
    assert not page.evaluate("document.querySelector('audio').paused")


def test_a_tap_before_the_first_play_is_a_tap_on_text(page: Page, reading: Reading) -> None:
    _tap(page, reading.cues[60])
    assert _seconds(page) == 0
    assert page.evaluate("document.querySelector('audio').paused")


def test_a_tap_after_the_player_was_closed_is_a_tap_on_text(page: Page, reading: Reading) -> None:
    _play(page)
    page.evaluate("document.querySelector('audio-report').close()")
    before = _seconds(page)
    _tap(page, reading.cues[60])
    assert _seconds(page) == pytest.approx(before, abs=0.5)
    assert page.evaluate("document.querySelector('audio').paused")


def test_a_tap_that_something_else_takes_changes_nothing(page: Page, reading: Reading) -> None:
    _play(page)
    page.evaluate(
        """() => document.addEventListener("hear-from", (event) => {
          window.chosen = event.detail;
          event.preventDefault();
        })"""
    )
    cue = reading.cues[90]
    _tap(page, cue)
    assert page.evaluate("window.chosen") == {
        "place": cue.place,
        "from": cue.start16,
        "to": cue.end16,
        "seconds": cue.start_ms / 1000,
    }
    assert _seconds(page) < cue.start_ms / 1000


@pytest.mark.parametrize("hand", ["a link", "a selection", "a selection let go", "a picture"])
def test_a_hand_on_the_page_that_means_no_word_changes_nothing(
    page: Page, reading: Reading, hand: str
) -> None:
    _play(page)
    page.evaluate("document.querySelector('audio').pause()")
    page.evaluate("document.addEventListener('click', event => event.preventDefault())")
    before = _seconds(page)
    cue = reading.cues[60]
    if hand == "a link":
        page.locator(".report-body p a").first.click()
    elif hand == "a picture":
        page.locator(".report-body img").first.click()
    else:
        x, y = _centre(page, cue)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 80, y, steps=4)
        page.mouse.up()
        assert page.evaluate("String(getSelection())")
        if hand == "a selection let go":
            page.mouse.click(x, y)
            until(page, "getSelection().isCollapsed")
    assert _seconds(page) == pytest.approx(before, abs=0.5)


def test_previous_and_next_go_from_sentence_to_sentence(page: Page, reading: Reading) -> None:
    starts = [one[0].start_ms / 1000 for one in reading.sentences]
    page.get_by_role("button", name="Next sentence").click()  # the words come for this, too
    until(page, f"Math.abs(document.querySelector('audio').currentTime - {starts[0]}) < 0.01")
    for _ in range(3):
        page.get_by_role("button", name="Next sentence").click()
    until(page, f"Math.abs(document.querySelector('audio').currentTime - {starts[3]}) < 0.01")
    page.get_by_role("button", name="Previous sentence").click()
    until(page, f"Math.abs(document.querySelector('audio').currentTime - {starts[2]}) < 0.01")
    # From the midst of a sentence it is the sentence's own beginning.
    page.evaluate(f"document.querySelector('audio-report').seek({starts[2] + 3})")
    page.get_by_role("button", name="Previous sentence").click()
    until(page, f"Math.abs(document.querySelector('audio').currentTime - {starts[2]}) < 0.01")


def test_the_text_scrolls_along(page: Page, reading: Reading) -> None:
    _play(page, at=_middle(_last_of_the_body(reading)))
    until(page, IN_SIGHT)
    assert page.evaluate("scrollY") > 900


def test_whoever_presses_play_is_not_taken_up_to_the_headline(page: Page) -> None:
    page.locator("[data-do=toggle]").scroll_into_view_if_needed()
    page.evaluate("scrollBy({ top: 300, behavior: 'instant' })")
    place = page.evaluate("scrollY")
    _play(page)
    assert {one["word"]["place"] for one in _watch(page, words=8)} <= {"headline", None}
    assert page.evaluate("scrollY") == place
    assert page.get_by_role("button", name="Back to the spoken place").is_hidden()


def test_a_reader_who_scrolls_away_is_let_go_and_can_come_back(
    page: Page, reading: Reading
) -> None:
    back = page.get_by_role("button", name="Back to the spoken place")
    _play(page, at=_middle(reading.cues[60]))
    until(page, IN_SIGHT)
    assert back.is_hidden()
    until(page, IS_STILL)
    page.mouse.move(700, 400)
    page.mouse.wheel(0, 2400)
    back.wait_for()
    place = page.evaluate("scrollY")
    _watch(page, words=4)
    assert page.evaluate("scrollY") >= place
    back.click()
    until(page, IN_SIGHT)
    assert back.is_hidden()
    assert page.evaluate("document.activeElement.dataset.do") == "toggle"


def test_a_reader_who_wants_less_motion_is_taken_there_at_once(
    chromium: Browser, site: Site, reading: Reading
) -> None:
    context, page, _ = opened(chromium, site, reduced_motion="reduce")
    page.goto(f"{HOST}/report", wait_until="load")
    page.locator("[data-do=toggle]").scroll_into_view_if_needed()
    page.evaluate(
        """() => {
          window.places = new Set([scrollY]);
          addEventListener("scroll", () => places.add(Math.round(scrollY)));
        }"""
    )
    _play(page, at=_middle(_last_of_the_body(reading)))
    # The page tells of a scroll a frame after it.
    until(page, f"{IN_SIGHT} && places.size > 1 && (window.met = [...places])")
    assert len(page.evaluate("met")) == 2
    context.close()


def test_nothing_stays_lit_after_the_end(page: Page, reading: Reading) -> None:
    _play(page)  # the words have come before the sound is at its end
    end = reading.story.sound.milliseconds / 1000
    page.evaluate("seconds => document.querySelector('audio-report').seek(seconds)", end - 1)
    until(page, "document.querySelector('audio').ended")
    until(page, "CSS.highlights.size === 0")


@pytest.mark.parametrize("answer", ["nothing", "another version"])
def test_without_the_cues_the_report_is_heard_all_the_same(
    chromium: Browser, site: Site, reading: Reading, answer: str
) -> None:
    path = reading.story.sound.cues_path
    site.files[path] = (b'{"version": 9, "lines": []}', "application/json")
    if answer == "nothing":
        site.gone.add(path)
    context, page, _ = opened(chromium, site)
    page.goto(f"{HOST}/report", wait_until="load")
    page.locator("[data-do=toggle]").click()
    until(page, "document.querySelector('audio').currentTime > 0.5")
    assert page.get_by_role("button", name="Next sentence").is_hidden()
    context.close()


def test_without_highlights_the_report_is_heard_all_the_same(chromium: Browser, site: Site) -> None:
    context, page, said = opened(chromium, site)
    page.add_init_script("delete globalThis.Highlight; delete CSS.highlights")
    page.goto(f"{HOST}/report", wait_until="load")
    page.get_by_role("button", name="Next sentence").click()
    page.locator("[data-do=toggle]").click()
    until(page, "document.querySelector('audio').currentTime > 1.5")
    assert said == []
    context.close()


IN_SIGHT = """(() => {
  const word = [...CSS.highlights.get("spoken-word") ?? []][0];
  if (!word) return false;
  const { top, bottom } = word.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight - 60;
})()"""


def _assert_heard(page: Page, reading: Reading) -> None:
    _play(page)
    chance = random.Random(4)
    last = reading.cues[-8].start_ms / 1000
    surely_heard = []
    for _ in range(10):
        to = chance.uniform(0, last)
        for seen in page.evaluate(HEAR, {"to": to, "milliseconds": 1000}):
            cue = reading.asked_for(seen["seconds"])
            assert seen["word"] in [one.text if one else None for one in _asked(seen, reading)]
            # The first of it may still be filling the decoder.
            is_begun = seen["seconds"] > to + SURE_MS / 1000
            if cue and is_begun and _now(seen) >= cue.start_ms + SURE_MS:
                surely_heard.append((seen["pitch"], cue.pitch, cue.text, to))
    wrong = [one for one in surely_heard if abs(one[0] - one[1]) > TONE_HZ]
    assert len(surely_heard) > 20
    assert wrong == []


def _assert_lit(seen: list[dict[str, Any]], reading: Reading) -> None:
    for one in seen:
        lit = tuple(one["word"].values())
        assert lit in [
            (cue.text, cue.place, cue.start16) if cue else (None, None, None)
            for cue in _asked(one, reading)
        ], one["seconds"]


def _asked(seen: dict[str, Any], reading: Reading) -> list[Cue | None]:
    """What is to be lit; on a busy machine the clock goes on between the light and the look."""
    return [reading.asked_for(seen["seconds"] - ago) for ago in (0, 0.02, 0.04)]


def _play(page: Page, *, at: float = 0) -> None:
    if at:
        page.evaluate("seconds => document.querySelector('audio-report').seek(seconds)", at)
    page.locator("[data-do=toggle]").click()
    until(page, "CSS.highlights.has('spoken-word')")


def _watch(page: Page, *, words: int) -> list[dict[str, Any]]:
    seen: list[dict[str, Any]] = page.evaluate(WATCH, words)
    assert len({tuple(one["word"].values()) for one in seen}) >= words
    return seen


def _tap(page: Page, cue: Cue) -> None:
    page.mouse.click(*_centre(page, cue))


def _centre(page: Page, cue: Cue) -> tuple[float, float]:
    """The middle of a word, scrolled into sight."""
    x, y = page.evaluate(
        """({ place, start, end }) => {
          const line = document.querySelector(`[data-line="${place}"]`);
          const range = document.createRange();
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          for (let before = 0; walker.nextNode(); before += walker.currentNode.length) {
            const { length } = walker.currentNode;
            if (start >= before && end <= before + length) {
              range.setStart(walker.currentNode, start - before);
              range.setEnd(walker.currentNode, end - before);
            }
          }
          const above = range.getBoundingClientRect().top + scrollY - innerHeight / 2;
          scrollTo({ top: above, behavior: "instant" });
          const { left, top, width, height } = range.getClientRects()[0];
          return [left + width / 2, top + height / 2];
        }""",
        {"place": cue.place, "start": cue.start16, "end": cue.end16},
    )
    return x, y


def _seconds(page: Page) -> float:
    return float(page.evaluate("document.querySelector('audio').currentTime"))


def _now(seen: dict[str, Any]) -> int:
    return round(seen["seconds"] * 1000)


def _middle(cue: Cue) -> float:
    return (cue.start_ms + cue.end_ms) / 2000


def _last_of_the_body(reading: Reading) -> Cue:
    return [cue for cue in reading.cues if cue.place.startswith("body")][-8]
