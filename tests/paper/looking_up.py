"""A report with its dictionary: a small shelf of our own, and the words file that comes of it."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from broadsheet.galley.compose import compose
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.gloss import gloss
from broadsheet.lexicon.glossary import GlossaryEntry, Pin
from broadsheet.lexicon.plain_analyst import PlainAnalyst
from broadsheet.lexicon.shelf import add
from broadsheet.lexicon.volume import Form, Frequency, Meaning, Part, Pronunciation, Record
from broadsheet.lexicon.words_file import words_file
from broadsheet.paper import pages
from broadsheet.story import HardWord, Sound, Story, Words
from tests.lexicon.making import make_volume
from tests.paper import making
from tests.paper.site import HOST, Site, until
from tests.paper.sounding import read_aloud

WORDS_PATH = "/words/20.5e1f0c77aa.json"


def _meanings(headword: str, part: Part, *glosses: str, example: str = "") -> list[Record]:
    return [
        Meaning(
            headword=headword,
            part=part,
            order=order,
            gloss=text,
            count=20 - order,
            example=example if order == 1 else "",
            key=f"{headword}.{part}.{order}",
        )
        for order, text in enumerate(glosses, 1)
    ]


ENGLISH: list[Record] = [
    *_meanings("harbor", "noun", "a place at the coast where ships are safe"),
    *_meanings("harbour", "noun", "a place at the coast where ships are safe"),
    *_meanings(
        "bridge",
        "noun",
        "something built across water so that people can go over it",
        "the upper part of the nose",
        "a game of cards for four people",
        "the place on a ship from which it is steered",
        "a wooden support that holds up strings",
        example="the bridge was closed for a year",
    ),
    *_meanings("bridge", "verb", "make or be a way across something"),
    *_meanings("close", "verb", "let nobody in or through", "come to an end"),
    *_meanings("crack", "noun", "a thin line where something has broken", "a sharp noise"),
    *_meanings("find", "verb", "come upon something, or see that it is so"),
    *_meanings("pier", "noun", "a strong post that holds up a bridge", "a long landing place"),
    *_meanings("engineer", "noun", "a person who builds or looks after machines and works"),
    *_meanings("money", "noun", "coins and notes"),
    *_meanings("traffic", "noun", "cars and people on their way"),
    *_meanings("span", "noun", "the part of a bridge between two posts"),
    *_meanings("report", "verb", "tell about something that has happened"),
    *_meanings("ferry", "noun", "a boat that takes people across water"),
    *_meanings("people", "noun", "men, women and children"),
    *_meanings("drawer", "noun", "a box that slides out of a piece of furniture"),
    *_meanings("ticket", "noun", "a piece of paper that shows that somebody has paid"),
    *_meanings("diver", "noun", "a person who works under water"),
    *_meanings("anchor", "noun", "a heavy hook that keeps a boat in its place"),
    *_meanings("masonry", "noun", "work that is made of stone or brick"),
    *_meanings("survey", "noun", "a careful look at the whole of something"),
    *_meanings("council", "noun", "people who are chosen to run a town"),
    *_meanings("inspection", "noun", "a formal or official examination of a place"),
    *_meanings("timber", "noun", "wood that is used for building"),
    *_meanings("channel", "noun", "a deep way for ships"),
    *_meanings("dredge", "verb", "take mud up from the bottom of a river"),
    *_meanings("apology", "noun", "words that say that one is sorry"),
    *_meanings("working day", "noun", "a day on which people work"),
    *_meanings("go down", "verb", "move to a lower place; sink"),
    *_meanings("day", "noun", "24 hours"),
    *_meanings("cross", "verb", "go from one side to the other"),
    *_meanings("cost", "verb", "have as its price"),
    *_meanings("concrete", "noun", "a hard building material of sand, stones and cement"),
    Form("found", "verb", "find"),
    Form("gone", "verb", "go"),
]
KOREAN: list[Record] = [
    *_meanings("bridge", "noun", "다리", "교량"),
    *_meanings("pier", "noun", "교각"),
    *_meanings("ferry", "noun", "연락선"),
]
COMMON = {
    "bridge": 4.8,
    "harbour": 4.2,
    "people": 6.1,
    "engineer": 4.4,
    "pier": 3.6,
    "masonry": 3.1,
    "dredge": 2.4,
    "timber": 3.7,
    "apology": 3.9,
    "crack": 4.3,
    "inspection": 3.9,
    "anchor": 3.8,
}
SOUNDS = {"bridge": "bɹɪdʒ", "cracks": "kɹæks", "pier": "pɪɹ"}
GLOSSARY = (
    GlossaryEntry(
        phrase="Ruta Halvorsen",
        gloss="sells the tickets of the ferry at the north landing",
        kind="person",
        path="/topics/bridges/",
    ),
)
PINS = (Pin(base="pier", part="noun", source="small", gloss="a long landing place"),)


@cache
def make_words() -> bytes:
    """The words file of `making.make_full_story`."""
    galley = compose(making.make_full_story())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "shelf.sqlite3"
        add(file, make_volume(ENGLISH, licence="CC0 1.0"), name="small")
        korean = make_volume(
            KOREAN, title="작은 영한 사전", gloss_language="ko", licence="CC BY 4.0"
        )
        add(file, korean, name="korean")
        counts = [Frequency(word, zipf) for word, zipf in COMMON.items()]
        add(file, make_volume(counts, kind="frequencies", title="Counts"), name="counts")
        sounds = [Pronunciation(word, ipa) for word, ipa in SOUNDS.items()]
        add(file, make_volume(sounds, kind="pronunciations", title="Sounds"), name="sounds")
        with Dictionaries(file) as dictionaries:
            analyst = PlainAnalyst(dictionaries)
            glosses = gloss(galley, dictionaries, GLOSSARY, analyst=analyst, pins=PINS)
    return words_file(glosses, galley)


def make_story_with_words(*, sound: Sound | None = None, is_help_offered: bool = False) -> Story:
    hard = (
        HardWord(word="masonry", gloss="work that is made of stone or brick"),
        HardWord(
            word="Ruta Halvorsen",
            gloss="sells the tickets of the ferry at the north landing",
            path="/topics/bridges/",
        ),
    )
    words = Words(path=WORDS_PATH, hard=hard, is_help_offered=is_help_offered)
    return making.make_full_story(words=words, sound=sound)


def make_site(*, has_sound: bool = False, is_help_offered: bool = False) -> Site:
    """Pages `report` and `my words`, and the words file; with `has_sound` the sound of it too."""
    reading = read_aloud() if has_sound else None
    story = make_story_with_words(
        sound=reading.story.sound if reading else None, is_help_offered=is_help_offered
    )
    newspaper = making.make_newspaper()
    files = dict(reading.files) if reading else {}
    return Site(
        {
            "report": pages.report_page(story, newspaper),
            "my words": pages.my_words_page(newspaper),
        },
        files={**files, WORDS_PATH: (make_words(), "application/json")},
    )


# The words have come, and what says them: nothing more is asked for.
IS_LOADED = """(() => {
  const done = new Set(performance.getEntriesByType("resource").map(({ name }) => name));
  const host = document.querySelector("word-lookup");
  const cues = document.querySelector("audio-report")?.dataset.cues;
  const isDone = (path) => !path || done.has(new URL(path, location).href);
  return [host.dataset.words, cues].every(isDone);
})()"""


def turn_on(page: Page) -> None:
    """Open the report with its dictionary on, and wait until the words have come.

    Nothing scrolls smoothly: a page that is on its way is not where it was when a word was found.
    """
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{HOST}/report", wait_until="load")
    page.get_by_role("button", name="Dictionary").click()
    until(page, IS_LOADED)


def places(page: Page, place: str, word: str) -> dict[str, Any]:
    """Scroll a word of a line to the middle of the window; the boxes that it stands in."""
    found: dict[str, Any] = page.evaluate(
        """({ place, word }) => {
          const line = document.querySelector(`[data-line="${place}"]`);
          const start = line.textContent.search(new RegExp(`\\\\b${word}\\\\b`));
          const range = document.createRange();
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          for (let before = 0; walker.nextNode(); before += walker.currentNode.length) {
            const { length } = walker.currentNode;
            if (start >= before && start + word.length <= before + length) {
              range.setStart(walker.currentNode, start - before);
              range.setEnd(walker.currentNode, start + word.length - before);
            }
          }
          const above = range.getBoundingClientRect().top + scrollY - innerHeight * 0.4;
          scrollTo({ top: above, behavior: "instant" });
          const box = range.getClientRects()[0];
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }""",
        {"place": place, "word": word},
    )
    return found


def look_up(page: Page, place: str, word: str, *, touch: bool = False) -> None:
    """Click or tap a word of a line, and wait for its card; one that is open is closed before."""
    page.keyboard.press("Escape")
    point = places(page, place, word)
    if touch:
        page.touchscreen.tap(point["x"], point["y"])
    else:
        page.mouse.click(point["x"], point["y"])
    page.locator(".word-card").wait_for()


# What the card says the word is, and whether any of it lies on what is looked up.
CARD = """(() => {
  const card = document.querySelector(".word-card");
  const box = card.getBoundingClientRect();
  const covered = [...CSS.highlights.get("looked-up")]
    .flatMap((range) => [...range.getClientRects()])
    .some((one) => one.right > box.left && one.left < box.right
      && one.bottom > box.top && one.top < box.bottom);
  const inSight = box.top >= 0 && box.bottom <= innerHeight + 0.5 && box.left >= 0
    && box.right <= innerWidth + 0.5;
  const lit = [...CSS.highlights.get("looked-up")].map(String).join(" ");
  return { title: card.querySelector("h2").textContent, lit, covered, inSight };
})()"""
