"""The player, in Chromium: its controls, its keys, and what it remembers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.paper.hearing import AUDIO, IS_STILL, LOUDEST, TOO_SMALL, play, scroll_to_the_end
from tests.paper.site import HOST, Site, opened, until
from tests.paper.sounding import Reading, read_aloud

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COPIES = 60


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


def test_nothing_of_the_sound_is_fetched_before_the_first_play(page: Page, site: Site) -> None:
    page.wait_for_load_state("networkidle")
    assert not [url for url in site.asked if "/audio/" in url or "read-along" in url]
    play(page)
    asked = {url.removeprefix(HOST) for url in site.asked}
    assert {"/audio/20/a1.opus", "/audio/20/a1.json"} <= asked
    assert not asked & {"/audio/20/a1.mp3", "/audio/20/a1.vtt"}


def test_without_scripts_it_is_the_browsers_own_player(chromium: Browser, site: Site) -> None:
    context, page, _ = opened(chromium, site, java_script_enabled=False)
    page.goto(f"{HOST}/report", wait_until="load")
    assert page.locator("audio[controls]").is_visible()
    assert page.locator("audio-report button:visible, audio-report select:visible").count() == 0
    page.get_by_text("Written by reporters, read by AI").click()
    assert page.get_by_text("A computer voice on our own machine").is_visible()
    assert page.get_by_text("Keys, while the player").is_hidden()
    with page.expect_download() as downloading:
        page.get_by_role("link", name="MP3").click()
    assert downloading.value.suggested_filename == "bridge-closed.mp3"
    context.close()


def test_it_plays_and_pauses(page: Page) -> None:
    assert page.locator("audio").is_hidden()
    play(page)
    page.get_by_role("button", name="Pause").click()
    until(page, f"{AUDIO}.paused")
    page.get_by_role("button", name="Play", exact=True).wait_for()


def test_it_goes_back_and_forward_by_15_seconds(page: Page) -> None:
    page.get_by_role("button", name="Forward 15 seconds").click()
    page.get_by_role("button", name="Forward 15 seconds").click()
    assert _seconds(page) == 30
    page.get_by_role("button", name="Back 15 seconds").click()
    assert _seconds(page) == 15
    page.get_by_role("button", name="Back 15 seconds").click()
    page.get_by_role("button", name="Back 15 seconds").click()
    assert _seconds(page) == 0
    for _ in range(9):
        page.get_by_role("button", name="Forward 15 seconds").click()
    assert _seconds(page) == pytest.approx(118.68)


def test_progress_is_told_in_time_and_in_words(page: Page) -> None:
    slider = page.get_by_role("slider", name="Place in the report")
    assert slider.get_attribute("aria-valuetext") == "0 seconds of 1 minute 58 seconds"
    slider.fill("80")
    assert _seconds(page) == 80
    assert slider.get_attribute("aria-valuetext") == "1 minute 20 seconds of 1 minute 58 seconds"
    assert page.locator(".audio-elapsed").inner_text() == "1:20"
    assert page.locator(".audio-left").inner_text() == "−0:38"
    slider.fill("60")
    assert slider.get_attribute("aria-valuetext") == "1 minute of 1 minute 58 seconds"


def test_a_slider_that_has_the_focus_does_not_chatter(page: Page) -> None:
    slider = page.get_by_role("slider")
    play(page)
    slider.focus()
    told = slider.get_attribute("aria-valuetext")
    elapsed = page.locator(".audio-elapsed").inner_text()
    until(page, f"document.querySelector('.audio-elapsed').textContent !== {elapsed!r}")
    assert slider.get_attribute("aria-valuetext") == told
    page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") != told


def test_a_speed_keeps_the_pitch_and_is_remembered(page: Page) -> None:
    speeds = page.get_by_role("combobox", name="Speed").locator("option").all_inner_texts()
    assert speeds == ["0.75×", "1×", "1.25×", "1.5×", "1.75×", "2×"]
    page.get_by_label("Speed").select_option("2")
    play(page)
    assert page.evaluate(f"[{AUDIO}.playbackRate, {AUDIO}.preservesPitch]") == [2, True]
    page.reload()
    play(page)
    assert page.evaluate(f"{AUDIO}.playbackRate") == 2
    assert page.get_by_label("Speed").input_value() == "2"


def test_what_is_heard_at_twice_the_speed_has_the_same_pitch(page: Page, reading: Reading) -> None:
    page.get_by_label("Speed").select_option("2")
    play(page)
    heard = page.evaluate(LOUDEST, 60)
    sung = {cue.pitch for cue in reading.cues[:40]}
    assert len(heard) == 60
    near = [pitch for pitch in heard if min(abs(pitch - one) for one in sung) < 25]
    lowest, highest = min(sung), max(sung)
    assert len(near) > len(heard) * 0.6
    assert all(lowest - 50 < pitch < highest + 50 for pitch in near)
    assert not [pitch for pitch in heard if pitch > highest + 100]


def test_it_is_worked_by_keyboard(page: Page) -> None:
    page.get_by_role("button", name="Play", exact=True).focus()
    page.keyboard.press("Space")
    # Into the first sentence: before it, "next" is its beginning.
    until(page, f"!{AUDIO}.paused && {AUDIO}.currentTime > 0.5")
    page.keyboard.press("k")
    until(page, f"{AUDIO}.paused")
    before = _seconds(page)
    page.keyboard.press("L")
    assert _seconds(page) == pytest.approx(before + 15, abs=0.2)
    page.keyboard.press("j")
    assert _seconds(page) == pytest.approx(before, abs=0.2)
    page.keyboard.press("ArrowRight")
    until(page, f"{AUDIO}.currentTime > {before} + 0.3")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "range"
    before = _seconds(page)
    page.keyboard.press("ArrowRight")
    assert _seconds(page) == pytest.approx(before + 5, abs=0.2)
    page.keyboard.press("Space")
    until(page, f"!{AUDIO}.paused")


def test_keys_are_its_own_only_while_it_has_the_focus(page: Page) -> None:
    play(page)
    page.evaluate(f"{AUDIO}.addEventListener('seeking', () => {{ window.isSought = true; }})")
    page.get_by_role("link", name="Print").focus()
    for key in ("k", "l", "Control+k"):
        page.keyboard.press(key)
    page.get_by_role("button", name="Pause").focus()
    page.keyboard.press("Control+l")
    assert not page.evaluate(f"{AUDIO}.paused")
    assert not page.evaluate("window.isSought")


def test_the_place_is_remembered_and_forgotten_at_the_end(page: Page) -> None:
    page.evaluate("document.querySelector('audio-report').seek(50)")
    play(page)
    page.get_by_role("button", name="Pause").click()
    until(page, f"{AUDIO}.paused")
    page.reload()
    until(page, "document.querySelector('.audio-elapsed').textContent >= '0:50'")
    play(page)
    assert 50 <= _seconds(page) < 60
    page.evaluate("document.querySelector('audio-report').seek(117.5)")
    until(page, f"{AUDIO}.ended")
    page.reload()
    assert page.locator(".audio-elapsed").inner_text() == "0:00"


def test_places_of_other_reports_are_kept_but_not_for_ever(page: Page) -> None:
    page.evaluate(
        """(copies) => localStorage.setItem("audio-places", JSON.stringify(
          Object.fromEntries(Array.from({ length: copies }, (_, at) => [`/other/${at}`, at]))))""",
        COPIES,
    )
    play(page)
    page.get_by_role("button", name="Pause").click()
    until(page, f"{AUDIO}.paused")
    places = page.evaluate("Object.keys(JSON.parse(localStorage.getItem('audio-places')))")
    assert len(places) == 50
    assert places[-2:] == [f"/other/{COPIES - 1}", "/audio/20/a1.opus"]


@pytest.mark.parametrize(
    "spoilt",
    [
        "localStorage.setItem('audio-places', '<b>7'); localStorage.setItem('audio-speed', '9')",
        "localStorage.setItem('audio-places', '7'); localStorage.setItem('audio-speed', 'null')",
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })",
    ],
)
def test_a_spoilt_or_refused_memory_does_no_harm(
    chromium: Browser, site: Site, spoilt: str
) -> None:
    context, page, said = opened(chromium, site)
    page.add_init_script(spoilt)
    page.goto(f"{HOST}/report", wait_until="load")
    play(page)
    page.get_by_label("Speed").select_option("1.5")
    page.get_by_role("button", name="Pause").click()
    assert page.evaluate(f"{AUDIO}.playbackRate") == 1.5
    assert said == []
    context.close()


def test_the_lock_screen_is_told_and_its_buttons_work(chromium: Browser, site: Site) -> None:
    context, page, _ = opened(chromium, site)
    page.add_init_script(
        """window.handlers = {};
        MediaSession.prototype.setActionHandler = (name, handler) => { handlers[name] = handler; };
        MediaSession.prototype.setPositionState = (state) => { window.told = state; };"""
    )
    page.goto(f"{HOST}/report", wait_until="load")
    play(page)
    metadata = page.evaluate(
        """(({ title, artist, album, artwork }) =>
          ({ title, artist, album, artwork: artwork.map(({ src, sizes }) => [src, sizes]) }))(
            navigator.mediaSession.metadata)"""
    )
    assert metadata == {
        "title": "Harbour bridge closed after cracks are found in its northern pier",
        "artist": "Ida Renn, Tomas Vail",
        "album": "The Ellery Courier",
        "artwork": [[f"{HOST}/photos/ferry-artwork.jpg", "800x800"]],
    }
    page.evaluate("handlers.pause()")
    until(page, f"{AUDIO}.paused")
    page.evaluate("handlers.seekto({ seekTime: 40 })")
    until(page, "Math.abs(told.position - 40) < 1")
    assert page.evaluate("told.duration") == pytest.approx(118.68)
    for name, place in (("seekforward", 55), ("seekbackward", 40)):
        page.evaluate(f"handlers.{name}({{}})")
        assert _seconds(page) == pytest.approx(place, abs=1)
    page.evaluate("handlers.nexttrack()")
    page.evaluate("handlers.play()")
    until(page, f"!{AUDIO}.paused")
    context.close()


def test_a_sound_that_is_gone_is_owned_up_to(chromium: Browser, site: Site) -> None:
    site.gone.update(path for path in site.files if path.endswith((".mp3", ".opus")))
    context, page, _ = opened(chromium, site)
    page.goto(f"{HOST}/report", wait_until="load")
    page.get_by_role("button", name="Play", exact=True).click()
    page.get_by_role("status").filter(has_text="cannot be played now").wait_for()
    assert page.locator("audio-report button:visible, audio-report input:visible").count() == 0
    assert page.get_by_role("link", name="MP3").is_hidden()
    scroll_to_the_end(page)
    until(page, "CSS.highlights.size === 0")
    assert page.locator("audio-report[data-small]").count() == 0
    context.close()


@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_in_any_of_its_forms(chromium: Browser, site: Site, width: int) -> None:
    context, page, _ = opened(chromium, site, viewport={"width": width, "height": 900})
    page.goto(f"{HOST}/report", wait_until="load")
    page.get_by_text("Written by reporters, read by AI").click()
    found = _found_by_axe(page)
    page.evaluate("document.querySelector('audio-report').seek(30)")
    play(page)
    _scroll_away(page)
    page.get_by_role("button", name="Back to the spoken place").wait_for()
    found += _found_by_axe(page)
    assert found == []
    context.close()


@pytest.mark.parametrize("touch", [False, True])
def test_its_buttons_are_large_enough(chromium: Browser, site: Site, touch: bool) -> None:
    context, page, _ = opened(
        chromium, site, viewport={"width": 320, "height": 800}, has_touch=touch, is_mobile=touch
    )
    page.goto(f"{HOST}/report", wait_until="load")
    least = 44 if touch else 24
    assert page.evaluate(TOO_SMALL, least) == []
    page.evaluate("document.querySelector('audio-report').seek(30)")
    play(page)
    _scroll_away(page)
    page.get_by_role("button", name="Back to the spoken place").wait_for()
    assert page.evaluate(TOO_SMALL, least) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def _seconds(page: Page) -> float:
    return float(page.evaluate(f"{AUDIO}.currentTime"))


def _scroll_away(page: Page) -> None:
    """Elsewhere, at a moment at which the text is not being scrolled along."""
    page.mouse.move(10, 300)
    to_the_end = "scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })"
    until(page, f"{IS_STILL} && ({to_the_end}, true)")


def _found_by_axe(page: Page) -> list[Any]:
    page.evaluate(AXE_SCRIPT)
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its literals
        answer = page.evaluate(
            "rules => axe.run('audio-report', { runOnly: { type: 'tag', values: rules } })", RULES
        )
        found += [
            (scheme, one["id"], [node["html"] for node in one["nodes"]])
            for one in answer["violations"]
        ]
    return found
