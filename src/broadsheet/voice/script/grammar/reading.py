"""A place in a sentence → what is said there, by the first rule that knows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from broadsheet.voice.script.grammar.addresses import address, handle
from broadsheet.voice.script.grammar.counting import count, named
from broadsheet.voice.script.grammar.dates import MONTHS, date_with_day, date_with_month, decade
from broadsheet.voice.script.grammar.fractions import fraction
from broadsheet.voice.script.grammar.initialisms import initialism
from broadsheet.voice.script.grammar.money import money
from broadsheet.voice.script.grammar.names import name
from broadsheet.voice.script.grammar.quantities import quantity
from broadsheet.voice.script.grammar.roman import roman
from broadsheet.voice.script.grammar.short_words import BARE, SHORT
from broadsheet.voice.script.grammar.shortened import shortened
from broadsheet.voice.script.grammar.telephones import telephone
from broadsheet.voice.script.grammar.times import time, zone
from broadsheet.voice.script.letters import in_letters
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, Said

Rule = Callable[[Passage, int], Reading]

_FOR_NUMBERS: tuple[Rule, ...] = (
    telephone,
    date_with_day,
    time,
    money,
    decade,
    fraction,
    quantity,
    count,
)
_FOR_CAPITALS: tuple[Rule, ...] = (
    date_with_month,
    money,
    shortened,
    roman,
    zone,
    name,
    address,
    initialism,
)
_FOR_SMALL: tuple[Rule, ...] = (shortened, address, initialism)
_FOR_SIGNS: tuple[Rule, ...] = (handle, telephone, money, decade, quantity, count)
_MONTHS = frozenset([*MONTHS, *MONTHS.values()])
# Within a word these join; before it they would be signs.
_JOINTS = frozenset("-–−'’.~")
_PREFIX = re.compile(r"[a-z]{2,}[-–]")
_RUN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\W_]")
# [H]e and report(s) are one word to the ear, and two to the galley.
_BRACKETS = frozenset("[]()")
_BRACKETED = re.compile(r"[^\W\d_]+(?:[()\[\]][^\W\d_]+)+(?!\w)")
_BARE = re.compile(r"[()\[\]]")
# No word of any language is longer; what is written without a space is looked at piece by piece.
_FURTHEST = 200
_LONGEST = 30  # letters; a longer word is read in parts
_TWO_CAPITALS = re.compile(r"[A-Z]{2}")


def reading_at(passage: Passage, at: int) -> Reading:
    """What is said from `at`, within or at the beginning of a word; [] where it is a mere mark.

    The last of it ends where reading goes on, at the latest behind what the rule has read.
    """
    end = min(passage.end_of_word(at), at + _FURTHEST)
    piece = passage.text[at:end]
    if passage.text[end : end + 1] in _BRACKETS and (found := _BRACKETED.match(passage.text, at)):
        return [Said(word, *found.span()) for word in in_letters(_BARE.sub("", found[0]))]
    if piece[0] in _JOINTS and not passage.starts_word(at):
        return []
    is_plain = _is_plain(piece)
    for rule in _for_plain(passage, at, piece) if is_plain else _for_others(passage, at, piece):
        if reading := rule(passage, at):
            return reading
    if is_plain and len(piece) <= _LONGEST:
        return [Said(piece.replace("’", "'").strip("-'"), at, end)]
    return _letters(passage, at, end)


def _is_plain(piece: str) -> bool:
    """Whether it is written as words are: small letters, hyphens, a capital here and there."""
    if piece.isalpha():
        return piece.islower() or (len(piece) > 1 and _TWO_CAPITALS.search(piece) is None)
    bare = piece.replace("-", "").replace("’", "").replace("'", "")
    return (
        bare.isalpha()
        and piece[0].isalpha()
        and len(bare) > 1
        and _TWO_CAPITALS.search(piece) is None
        and not (len(piece) > 1 and piece[1] in "'’" and piece[0].isupper() and len(bare) == 2)
    )


def _for_plain(passage: Passage, at: int, piece: str) -> Iterator[Rule]:
    if piece in _MONTHS:
        yield date_with_month
    # R-Ohio; a short word whose period the galley has left outside.
    is_short = piece in SHORT and passage.text.startswith(".", at + len(piece))
    if is_short or piece in BARE or piece[1:2] == "-":
        yield shortened
    yield name


def _for_others(passage: Passage, at: int, piece: str) -> tuple[Rule, ...]:
    first = piece[0]
    if first.isdecimal() and _is_in_a_name(passage, at):
        return (named,)
    if first.isnumeric():
        return _FOR_NUMBERS
    if first.isalpha():
        return _FOR_SMALL if first.islower() else _FOR_CAPITALS
    return _FOR_SIGNS


def _is_in_a_name(passage: Passage, at: int) -> bool:
    """F-35, G20, COVID-19: digits behind letters of the same word, but not pre-2008."""
    start = max(passage.start_of_word(at), at - _FURTHEST)
    ahead = passage.text[start:at]
    return any(one.isalpha() for one in ahead) and not _PREFIX.fullmatch(ahead)


def _letters(passage: Passage, at: int, end: int) -> Reading:
    found = _RUN.match(passage.text, at, end)
    if not found:
        return []
    return [Said(word, *found.span()) for word in in_letters(found[0])]
