from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.talk.moderation.pipeline.likeness import sketch
from broadsheet.talk.moderation.pipeline.links import links
from broadsheet.talk.moderation.pipeline.reason import Reason
from broadsheet.talk.moderation.pipeline.weigh import Draft, Earlier, Rules, weigh
from broadsheet.talk.moderation.pipeline.word_list import WordList

NOON = dt.datetime(2031, 5, 5, 12, 0, tzinfo=dt.UTC)
CLEAN = "The pier has forty-one lamps, and I counted every one of them last night."
RULES = Rules(words=WordList(["scoundrel"]))
KNOWN = Earlier(has_passed=True)


def reasons(text: str, rules: Rules = RULES, earlier: Earlier = KNOWN) -> list[tuple[str, str]]:
    return [(one.kind, one.detail) for one in weigh(Draft(text, NOON), rules, earlier)]


def test_a_clean_comment_goes_out_at_once() -> None:
    assert reasons(CLEAN) == []


def test_a_word_is_told_with_its_place() -> None:
    assert weigh(Draft("That scoundrel!", NOON), RULES, KNOWN) == (
        Reason("word", "scoundrel", 5, 14),
    )


def test_every_reason_is_told_and_not_the_first_alone() -> None:
    text = "scoundrel https://a.example/1 www.b.example/2"
    earlier = Earlier(own=(Draft(text, NOON - dt.timedelta(minutes=1)),) * 5, complaints=4)
    rules = Rules(words=WordList(["scoundrel"]), mode="first")
    assert [kind for kind, _ in reasons(text, rules, earlier)] == [
        *("word", "links", "repeat", "rate", "reported", "first")
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("See https://courier.example/pier and http://b.example", 2),
        ("www.courier.example", 1),
        ("courier.com, courier.kr/pier; (courier.net)", 3),
        ("courier[dot]com courier (dot) com", 2),
        ("ｈｔｔｐｓ://courier.example", 1),
        ("hxxps://courier.example", 1),
        ("부두는 courier.co.kr 에서", 1),
        ("e.g. this, i.e. that, 3.5 metres, at 10.30, the U.S. and so on...", 0),
        ("ida@courier.com", 0),
        ("Well.I never", 0),
        ("and/or", 0),
        ("", 0),
    ],
)
def test_links_are_counted_as_people_would_follow_them(text: str, count: int) -> None:
    assert len(links(text)) == count


@given(st.text(max_size=200))
def test_no_text_is_too_odd_for_links_or_likeness(text: str) -> None:
    assert all(links(text))
    assert sketch(text).is_near(sketch(text)) or not sketch(text).letters


def test_two_texts_are_near_by_the_pieces_of_four_that_they_share() -> None:
    chance = random.Random(1)  # nothing is kept secret by it
    one, another = ("".join(chance.choices("abcdefgh", k=400)) for _ in range(2))
    for kept in range(400):
        other = one[:kept] + another[kept:]
        pieces, others = ({text[at : at + 4] for at in range(397)} for text in (one, other))
        shared = len(pieces & others) / len(pieces | others)
        assert sketch(one).is_near(sketch(other)) is (shared >= 0.75)


@pytest.mark.parametrize(
    "again",
    [
        CLEAN,
        CLEAN.upper() + "!!!",
        CLEAN.replace("every one", "each one"),
        CLEAN.replace("a", "а"),
        "Look: " + CLEAN,
    ],
)
def test_nearly_the_same_text_is_a_repeat(again: str) -> None:
    own = Earlier(own=(Draft(CLEAN, NOON - dt.timedelta(hours=1)),), has_passed=True)
    assert reasons(again, earlier=own) == [("repeat", "own")]
    others = Earlier(others=(CLEAN,), has_passed=True)
    assert reasons(again, earlier=others) == [("repeat", "others")]


def test_another_text_is_no_repeat() -> None:
    other = "The ferry was late again this morning, and nobody on the slip could say why it was."
    assert reasons(other, earlier=Earlier(others=(CLEAN,), has_passed=True)) == []


def test_two_readers_may_say_the_same_short_thing() -> None:
    assert reasons("Well said!", earlier=Earlier(others=("Well said.",), has_passed=True)) == []
    own = Earlier(own=(Draft("Well said.", NOON - dt.timedelta(hours=1)),), has_passed=True)
    assert reasons("Well said!", earlier=own) == [("repeat", "own")]


def test_the_sixth_comment_within_ten_minutes_waits_and_an_old_one_does_not_count() -> None:
    texts = [f"Number {n}: {'abcdefgh'[n] * 30}" for n in range(5)]
    recent = [Draft(text, NOON - dt.timedelta(minutes=9)) for text in texts]
    assert reasons(CLEAN, earlier=Earlier(own=tuple(recent), has_passed=True)) == [("rate", "6")]
    old = Draft(texts[0], NOON - dt.timedelta(minutes=10))
    assert reasons(CLEAN, earlier=Earlier(own=(old, *recent[1:]), has_passed=True)) == []


@pytest.mark.parametrize(
    ("mode", "has_passed", "expected"),
    [
        ("open", False, []),
        ("first", False, [("first", "")]),
        ("first", True, []),
        ("all", True, [("mode", "all")]),
        ("closed", True, [("mode", "closed")]),
    ],
)
def test_the_mode_decides_whose_comments_are_seen_first(
    mode: str, has_passed: bool, expected: list[tuple[str, str]]
) -> None:
    rules = Rules(words=WordList([]), mode=mode)  # type: ignore[arg-type]  # from the table
    assert reasons(CLEAN, rules, Earlier(has_passed=has_passed)) == expected


def test_a_bound_that_is_none_holds_nothing() -> None:
    rules = Rules(
        words=WordList([]), most_links=None, most_in_ten_minutes=None, most_complaints=None
    )
    text = "https://a.example https://b.example https://c.example"
    assert reasons(text, rules, Earlier(has_passed=True, complaints=99)) == []
