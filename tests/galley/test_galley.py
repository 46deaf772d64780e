from __future__ import annotations

import re

import pytest
from hypothesis import given
from playwright.sync_api import Browser

from broadsheet.galley.compose import compose_text
from broadsheet.galley.galley import Line
from tests.galley.making import gold, lines_of_text

EMOJI = "👩‍🚀 flew 𝒻ar: 1🌙 day, é, 한국 and 𐐷"


def set_line(text: str) -> Line:
    (line,) = compose_text((("paragraph", text),), language="en").lines
    return line


def test_a_character_beyond_the_first_plane_counts_twice_in_a_browser() -> None:
    line = set_line("a😀b")
    assert [line.utf16(offset) for offset in range(4)] == [0, 1, 3, 4]


def test_in_plain_text_both_count_alike() -> None:
    line = set_line("Überfall, 한국")
    assert [line.utf16(offset) for offset in range(len(line.text) + 1)] == [*range(13)]


@given(text=lines_of_text)
def test_offsets_agree_with_the_encoding_itself(text: str) -> None:
    line = set_line(f"a{text}")
    for offset in range(len(line.text) + 1):
        written = line.text[:offset].encode("utf-16-le", "surrogatepass")
        assert line.utf16(offset) == len(written) // 2


@pytest.mark.browser
def test_a_browser_cuts_the_same_words_out_of_a_line(chromium: Browser) -> None:
    lines = [set_line(text) for text in [*_gold_texts(), EMOJI]]
    asked = [
        {
            "text": line.text,
            "cuts": [[line.utf16(at) for at in (w.start, w.end)] for w in line.words],
        }
        for line in lines
    ]
    page = chromium.new_page()
    try:
        cut = page.evaluate(
            "asked => asked.map(({text, cuts}) => cuts.map(([from, to]) => text.slice(from, to)))",
            asked,
        )
    finally:
        page.close()
    assert cut == [[line.text[word.start : word.end] for word in line.words] for line in lines]


def _gold_texts() -> list[str]:
    texts = [line.replace("‖", "") for line in gold("sentences.txt")]
    texts += [line.partition("⇒")[0] for line in gold("words.txt")]
    return [text for text in texts if re.search(r"\w", text)]


def test_the_offsets_of_a_long_line_of_emoji_cost_no_more_than_its_length() -> None:
    line = set_line("1😀" * 100_000)
    assert [line.utf16(word.start) for word in line.words] == [*range(0, 300_000, 3)]
