"""A report that came in is read aloud by the real voice, followed word by word, and corrected."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Paper, wait_until
from tests.browser.newsrooms import Newsroom, make_copy_of, serving
from tests.browser.test_desk import Desk

pytestmark = pytest.mark.browser

TEXT = """Second ferry for the Outer Isles

The council decides after three meetings.

By Ines Calloway

Port Ellery will have a second ferry from Nov. 3, the council said Monday. It costs $1.2 billion,
or ₩1.6 trillion, and carries 52 cars.

“It is late,” said Mr. Brandt, who has piloted the old boat since 1998. “But it is here.”

The U.N. office in Haskerry welcomed the plan.
"""
# The light is set once a frame. What is lit was spoken between the frame before and now, however
# long a frame is in coming on a busy machine.
FRAME_MS = 60
LIT = """async () => {
  const audio = document.querySelector("audio");
  await new Promise(requestAnimationFrame);
  const before = audio.currentTime * 1000;
  await new Promise(requestAnimationFrame);
  const text = (name) => [...(CSS.highlights.get(name) ?? [])].map(String).join("");
  return [audio.currentTime * 1000, text("spoken-word"), text("spoken-sentence"), before];
}"""


@pytest.fixture(scope="module")
def newsroom(paper: Paper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """The sample newspaper, with a booth that reads what is new."""
    folder = tmp_path_factory.mktemp("audio") / "newsroom"
    copied = make_copy_of(paper, folder, SOUND__DAYS="2")
    with serving(copied):
        yield copied


@pytest.fixture(scope="module")
def report(newsroom: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a report that has its sound."""
    file = tmp_path_factory.mktemp("copy") / "ferry.txt"
    file.write_text(TEXT, encoding="utf-8")
    done = newsroom.command("import", str(file), "--section", "National", "--publish")
    assert done.returncode == 0, done.stderr
    found = re.search(r"https?://[^/]+(/national/\S+/)", done.stdout)
    assert found, done.stdout
    assert "<audio" not in printed(newsroom, found[1]), "live at once, and silent"
    wait_until(lambda: "<audio" in printed(newsroom, found[1]))
    return found[1]


def printed(newsroom: Newsroom, path: str) -> str:
    return (newsroom.site / path.strip("/") / "index.html").read_text("utf-8")


def cues_of(newsroom: Newsroom, page: str) -> list[tuple[int, int, str, int, int]]:
    """Start and end in ms, the line, start and end in it, for each word as it is heard."""
    found = re.search(r'data-cues="([^"]+)"', page)
    assert found
    cues: list[tuple[int, int, str, int, int]] = []
    for place, sentences in json.loads((newsroom.site / found[1].strip("/")).read_text())["lines"]:
        for begins_ms, _, begins, _, numbers in sentences:
            now_ms, start = begins_ms, begins
            for at in range(0, len(numbers), 4):
                now_ms, start = now_ms + numbers[at], start + numbers[at + 2]
                until_ms, stop = now_ms + numbers[at + 1], start + numbers[at + 3]
                cues.append((now_ms, until_ms, place, start, stop))
    return cues


def opened(newsroom: Newsroom, path: str, context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto(f"{newsroom.url}{path}")
    page.locator("audio-report").get_by_role("button", name="Play").first.click()
    wait_until(lambda: page.evaluate(LIT)[1])
    return page


def words_between(cues: list[Any], page: Page, begin: float, end: float) -> set[str]:
    """What may be lit within a stretch of the sound; "" in a silence of it."""
    at = [cue for cue in cues if cue[0] <= end and cue[1] >= begin]
    found = set() if any(cue[0] <= begin and cue[1] >= end for cue in at) else {""}
    for _, _, place, start, stop in at:
        text = page.locator(f'[data-line="{place}"]').first.evaluate("line => line.textContent")
        found.add(str(text.encode("utf-16-le")[2 * start : 2 * stop].decode("utf-16-le")))
    return found


def assert_in_step(cues: list[Any], page: Page) -> tuple[float, str]:
    """The lit word is one that was spoken within the frame. Gives when, in ms, and it."""
    now, word, _, before = page.evaluate(LIT)
    assert word in words_between(cues, page, before - FRAME_MS, now + FRAME_MS), f"at {now:.0f} ms"
    return now, word


def test_words_light_up_in_step_with_the_sound(
    newsroom: Newsroom, report: str, context: BrowserContext
) -> None:
    cues = cues_of(newsroom, printed(newsroom, report))
    page = opened(newsroom, report, context)
    seen, now = set(), 0.0
    while now < 6_000 or len(seen) < 10:
        now, word = assert_in_step(cues, page)
        assert now < 15_000, seen
        seen.add(word)


def test_after_ten_seeks_the_lit_word_is_still_the_spoken_one(
    newsroom: Newsroom, report: str, context: BrowserContext
) -> None:
    cues = cues_of(newsroom, printed(newsroom, report))
    page = opened(newsroom, report, context)
    whole = page.evaluate("document.querySelector('audio').duration")
    for share in (0.5, 0.1, 0.9, 0.3, 0.7, 0.2, 0.8, 0.4, 0.6, 0.05):
        page.evaluate("to => { document.querySelector('audio').currentTime = to }", share * whole)
        wait_until(lambda: not page.evaluate("document.querySelector('audio').seeking"))
        for _ in range(8):
            assert_in_step(cues, page)


def test_every_word_that_is_read_is_lit_once_it_is_heard(newsroom: Newsroom, report: str) -> None:
    page = printed(newsroom, report)
    places = {cue[2] for cue in cues_of(newsroom, page)}
    assert {"headline", "standfirst", "byline.0", "body.0", "body.1", "body.2"} <= places


def test_the_files_are_served_in_byte_ranges(newsroom: Newsroom, report: str) -> None:
    for path in set(re.findall(r"/sound/[\w.-]+\.(?:mp3|opus)", printed(newsroom, report))):
        part = newsroom.ask(path, headers={"Range": "bytes=100-199"})
        assert (part.status, len(part.body)) == (206, 100)
        assert part.body == (newsroom.site / path.strip("/")).read_bytes()[100:200]


def test_a_correction_replaces_the_sound_and_is_read_at_its_place(
    newsroom: Newsroom, report: str, context: BrowserContext
) -> None:
    before = printed(newsroom, report)
    key = newsroom.asked("SELECT report_id FROM studio_recording WHERE is_wanted")[0][0]
    old = sounds_in(before)
    newsroom.edit("correct", key, "52 cars", "54 cars")
    wait_until(lambda: "54 cars" in printed(newsroom, report))
    assert not old & sounds_in(printed(newsroom, report))
    wait_until(lambda: "<audio" in printed(newsroom, report))
    assert not old & sounds_in(printed(newsroom, report))
    wait_until(lambda: not any((newsroom.site / path.strip("/")).exists() for path in old))
    assert cues_of(newsroom, printed(newsroom, report))
    cues = cues_of(newsroom, printed(newsroom, report))
    assert cues[-1][2] == "correction.0", "corrections are read last"
    page = opened(newsroom, report, context)
    begins_ms = next(cue[0] for cue in cues if cue[2] == "correction.0")
    page.evaluate("to => { document.querySelector('audio').currentTime = to }", begins_ms / 1000)
    wait_until(lambda: "It was 54 cars, not 52 cars." in page.evaluate(LIT)[2])
    assert_in_step(cues, page)
    captions = page.locator("track").evaluate("track => fetch(track.src).then(file => file.text())")
    assert "It was 54 cars, not 52 cars." in " ".join(captions.split())


def test_a_person_whose_reading_is_handed_in_at_the_desk_is_heard_instead_of_the_voice(
    newsroom: Newsroom, report: str, context: BrowserContext, tmp_path: Path
) -> None:
    # What the voice made of this very text will do for a person who read it.
    played = next(one for one in sounds_in(printed(newsroom, report)) if one.endswith(".mp3"))
    take = tmp_path / "take.mp3"
    take.write_bytes((newsroom.site / played.strip("/")).read_bytes())
    desk = Desk(newsroom, context.new_page())
    desk.sign_in("editor", newsroom.password)
    key = newsroom.asked("SELECT report_id FROM studio_recording WHERE is_wanted")[0][0]
    desk.go(f"/desk/studio/{key}/reading/")
    desk.page.get_by_label("Recording").set_input_files(str(take))
    desk.page.get_by_label("Name of somebody else").fill("Nora Quill")
    desk.page.get_by_role("button", name="Hand it in").click()
    # The screen comes again by itself when the booth has listened.
    expect(desk.page.get_by_text("read by Nora Quill, a person")).to_be_visible()
    wait_until(lambda: "Read by Nora Quill" in printed(newsroom, report))
    page = printed(newsroom, report)
    assert played not in page
    assert cues_of(newsroom, page)
    for path in sounds_in(page):
        data = (newsroom.site / path.strip("/")).read_bytes()
        assert b"trainedAlgorithmicMedia" not in data
        assert b"read by AI" not in data


def sounds_in(page: str) -> set[str]:
    return set(re.findall(r"/sound/[\w.-]+", page))
