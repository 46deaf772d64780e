"""A comment, the newsroom's rules and what went before → the reasons why it waits to be seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from broadsheet.talk.moderation.pipeline.likeness import sketch
from broadsheet.talk.moderation.pipeline.links import links
from broadsheet.talk.moderation.pipeline.reason import Reason
from broadsheet.talk.moderation.pipeline.word_list import WordList

ModeKind = Literal["open", "first", "all", "closed"]
RATE_WINDOW = dt.timedelta(minutes=10)
# Shorter than this, two readers may well write the same: “Well said.”
_SHORTEST_OF_OTHERS = 24


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader wrote, before anybody else reads it."""

    text: str
    written_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Rules:
    """What the newsroom has set. A most of 0 lets none pass; None sets no bound."""

    words: WordList
    mode: ModeKind = "open"
    most_links: int | None = 1
    most_in_ten_minutes: int | None = 5
    most_complaints: int | None = 3


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is known when the comment comes.

    `own` are this reader's comments of late, `others` the texts of other readers. `passed` is
    whether a comment of this reader stands published. `complaints` are different readers who
    reported it since a moderator last looked at it.
    """

    own: tuple[Draft, ...] = ()
    others: tuple[str, ...] = ()
    has_passed: bool = False
    complaints: int = 0


def weigh(draft: Draft, rules: Rules, earlier: Earlier) -> tuple[Reason, ...]:
    """Every reason there is, in the order in which a moderator wants to read them.

    Empty, the comment goes out at once. The same values give the same reasons.
    """
    return tuple(reason for check in _CHECKS for reason in check(draft, rules, earlier))


def _words(draft: Draft, rules: Rules, _earlier: Earlier) -> Iterator[Reason]:
    for found in rules.words.find(draft.text):
        yield Reason("word", found.word, found.start, found.end)


def _links(draft: Draft, rules: Rules, _earlier: Earlier) -> Iterator[Reason]:
    count = len(links(draft.text))
    if rules.most_links is not None and count > rules.most_links:
        yield Reason("links", str(count))


def _repeats(draft: Draft, _rules: Rules, earlier: Earlier) -> Iterator[Reason]:
    written = sketch(draft.text)
    if any(written.is_near(sketch(one.text)) for one in earlier.own):
        yield Reason("repeat", "own")
    elif len(written.letters) >= _SHORTEST_OF_OTHERS and any(
        written.is_near(sketch(text)) for text in earlier.others
    ):
        yield Reason("repeat", "others")


def _rate(draft: Draft, rules: Rules, earlier: Earlier) -> Iterator[Reason]:
    since = draft.written_at - RATE_WINDOW
    count = 1 + sum(since < one.written_at <= draft.written_at for one in earlier.own)
    if rules.most_in_ten_minutes is not None and count > rules.most_in_ten_minutes:
        yield Reason("rate", str(count))


def _complaints(_draft: Draft, rules: Rules, earlier: Earlier) -> Iterator[Reason]:
    if rules.most_complaints is not None and earlier.complaints > rules.most_complaints:
        yield Reason("reported", str(earlier.complaints))


def _mode(_draft: Draft, rules: Rules, earlier: Earlier) -> Iterator[Reason]:
    if rules.mode == "first" and not earlier.has_passed:
        yield Reason("first")
    elif rules.mode in {"all", "closed"}:
        yield Reason("mode", rules.mode)


_CHECKS: tuple[Callable[[Draft, Rules, Earlier], Iterator[Reason]], ...] = (
    _words,
    _links,
    _repeats,
    _rate,
    _complaints,
    _mode,
)
