from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.talk.moderation.pipeline import letters as letters_module
from broadsheet.talk.moderation.pipeline.letters import letters
from broadsheet.talk.moderation.pipeline.word_list import WordList

ENTRIES = (
    *("ass", "tit", "hell", "scoundrel", "fool*", "*monger", "go to blazes", "Dummkopf", "дурак"),
    *("바보", "멍청이", "ㅂㅂ", "馬鹿"),
)
LIST = WordList(ENTRIES)


@pytest.mark.parametrize(
    ("text", "word", "where"),
    [
        ("You are an ass.", "ass", "ass"),
        ("ASS", "ass", "ASS"),
        ("ass!", "ass", "ass"),
        ("“ass”", "ass", "ass"),
        ("ａｓｓ", "ass", "ａｓｓ"),
        ("𝖆𝖘𝖘", "ass", "𝖆𝖘𝖘"),
        ("ⓐⓢⓢ", "ass", "ⓐⓢⓢ"),
        ("🅰🆂🆂", "ass", "🅰🆂🆂"),
        ("🇦🇸🇸", "ass", "🇦🇸🇸"),
        ("аѕѕ", "ass", "аѕѕ"),
        ("a\u200bs\u00ads", "ass", "a\u200bs\u00ads"),
        ("a\u0336s\u0336s\u0336", "ass", "a\u0336s\u0336s"),
        ("áśs", "ass", "áśs"),
        ("@ss", "ass", "@ss"),
        ("a$$hole, a$s", "ass", "a$s"),
        ("a5s", "ass", "a5s"),
        ("sc0undre1", "scoundrel", "sc0undre1"),
        ("a.s.s", "ass", "a.s.s"),
        ("a-s-s", "ass", "a-s-s"),
        ("as*s", "ass", "as*s"),
        ("a🙂s🙂s", "ass", "a🙂s🙂s"),
        ("a s s", "ass", "a s s"),
        ("oh, a  s  s", "ass", "a  s  s"),
        ("I a s s", "ass", "a s s"),
        ("aaaassss", "ass", "aaaassss"),
        ("scoundreeeel", "scoundrel", "scoundreeeel"),
        ("ass2", "ass", "ass"),
        ("ass라니", "ass", "ass"),
        ("foolish", "fool*", "fool"),
        ("a fishmonger", "*monger", "monger"),
        ("Go  to\nblazes!", "go to blazes", "Go  to\nblazes"),
        ("DUMMKOPF", "Dummkopf", "DUMMKOPF"),
        ("Дурак!", "дурак", "Дурак"),
        ("바보", "바보", "바보"),
        ("이 바보야!", "바보", "바보"),
        ("바보들이 왔다", "바보", "바보"),
        ("바보입니다", "바보", "바보"),
        ("바보ㅋㅋㅋ", "바보", "바보"),
        ("바보야ㅋㅋ", "바보", "바보"),
        ("바ㅂㅗ", "바보", "바ㅂㅗ"),
        ("ㅂㅏㅂㅗ", "바보", "ㅂㅏㅂㅗ"),
        ("ﾊﾊ 바보", "바보", "바보"),
        ("바1보", "바보", "바1보"),
        ("바.보", "바보", "바.보"),
        ("바~~보", "바보", "바~~보"),
        ("바 보", "바보", "바 보"),
        ("멍청ㅇl", "멍청이", "멍청ㅇl"),
        ("ㅂㅂ", "ㅂㅂ", "ㅂㅂ"),
        ("ㅂㅂㅋㅋ", "ㅂㅂ", "ㅂㅂ"),
        ("この馬鹿が", "馬鹿", "馬鹿"),
    ],
)
def test_a_listed_word_is_found_however_it_is_dressed_up(text: str, word: str, where: str) -> None:
    found = [(one.word, text[one.start : one.end]) for one in LIST.find(text)]
    assert (word, where) in found


@pytest.mark.parametrize(
    "text",
    [
        *(
            "class, assess, pass, bass, Assam",
            "title, petition, Titian, constitution",
            "hello, shell",
        ),
        *(
            "he'll and she’ll",
            "Scunthorpe, Penistone, Lightwater",
            "the A55 and the B52",
            "455 people",
        ),
        *("U S A S S R", "mass.hit", "a sack", "as so", "as s", "scoundrels*", "tofool"),
        *(
            "바보새는 새다",
            "바보상자",
            "바봉",
            "나바보",
            "멍청",
            "세 바 보 람",
            "ㅂㅂㄱ",
            "ㅂ ㅏ ㄴ",
        ),
        *("go to the blazes", "go to", "blazes to go", "", " ", "***", "дураки", "鹿馬"),
    ],
)
def test_a_harmless_text_is_left_alone(text: str) -> None:
    assert LIST.find(text) == ()


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(ENTRIES))
def test_a_word_between_spaces_is_found_in_any_text(before: str, after: str, entry: str) -> None:
    text = f"{before} xyz {entry.strip('*')} xyz {after}"
    assert entry in {one.word for one in LIST.find(text)}


@given(st.lists(st.text(max_size=12), max_size=6), st.text(max_size=120))
def test_no_list_and_no_text_is_too_odd(entries: list[str], text: str) -> None:
    for one in WordList(entries).find(text):
        assert one.word in entries
        assert 0 <= one.start < one.end <= len(text)


@given(st.text(max_size=60))
def test_letters_keep_their_order_and_their_places(text: str) -> None:
    found = letters(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(0 <= one.start < one.end <= len(text) and one.reads_as for one in found)


@pytest.mark.parametrize(
    "piece",
    ["a", "a ", "as", "1", "!@", "ㅂ", "바1", "바 ", "go ", ".", "a.", "\u0336", "go to blaze "],
)
def test_the_cost_grows_as_the_text_does(piece: str) -> None:
    """Counted in calls and not in time: twice the text, not much more than twice the calls."""
    assert _calls(piece * 2000) < 2.5 * _calls(piece * 1000) + 100


def _calls(text: str) -> int:
    letters_module.letters.cache_clear()
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        LIST.find(text)
    finally:
        sys.setprofile(before)
    return count
