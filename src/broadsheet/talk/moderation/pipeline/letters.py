"""A text as a reader's eye takes it: letters in any guise, and the gaps between words."""

from __future__ import annotations

import unicodedata
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from broadsheet.talk.moderation.pipeline.lookalikes import LOOKALIKES, SIGNS

_HANGUL_FIRST, _HANGUL_LAST = 0xAC00, 0xD7A3
_ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
# What a keyboard makes of two keys: both ways of typing it are one.
_PARTED = {
    "ㄳ": "ㄱㅅ",
    "ㄵ": "ㄴㅈ",
    "ㄶ": "ㄴㅎ",
    "ㄺ": "ㄹㄱ",
    "ㄻ": "ㄹㅁ",
    "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ",
    "ㄿ": "ㄹㅍ",
    "ㅀ": "ㄹㅎ",
    "ㅄ": "ㅂㅅ",
    "ㅘ": "ㅗㅏ",
    "ㅙ": "ㅗㅐ",
    "ㅚ": "ㅗㅣ",
    "ㅝ": "ㅜㅓ",
    "ㅞ": "ㅜㅔ",
    "ㅟ": "ㅜㅣ",
    "ㅢ": "ㅡㅣ",
}
_APOSTROPHES = "'’‘ʼ＇`´"
_LONGEST_JOINT = 3
_STRETCHED_FROM = 3


class Script(Enum):
    """As far as borders of words go: Hangul parts from others; Han and kana have no borders."""

    OTHER = "other"
    HANGUL = "hangul"
    UNSPACED = "unspaced"


class Letter(NamedTuple):
    """One letter (of Hangul: one jamo) or one gap (`reads_as` is a space).

    `reads_as` holds what it may be read as, itself first. `start` and `end` are the offsets of the
    character that it came from; `is_first` and `is_last` say where in that character it stands.
    `is_sign` is a digit or a mark that only looks like a letter. A letter that is `stretched` was
    written three times or more in a row. A gap that `joins` parts no words: `b.a.d`.
    """

    reads_as: str
    start: int
    end: int
    script: Script = Script.OTHER
    is_first: bool = True
    is_last: bool = True
    is_sign: bool = False
    is_gap: bool = False
    joins: bool = False
    is_stretched: bool = False


@lru_cache(maxsize=64)
def letters(text: str) -> tuple[Letter, ...]:
    """The letters of a text in order. Case, width, styles and invisible characters are gone.

    Costs a constant amount for each character.
    """
    found: list[Letter] = []
    gap_start = -1
    for at, character in enumerate(text):
        shapes = _shapes(character)
        if shapes is None:
            continue
        if not shapes:
            gap_start = at if gap_start < 0 else gap_start
            continue
        if gap_start >= 0:
            found.append(_gap(text, gap_start, at))
            gap_start = -1
        for shape in shapes:
            found.append(Letter(shape[0], at, at + 1, *shape[1:]))  # noqa: PERF401  # the hot loop
    return tuple(_stretches_joined(found))


def plain_letters(text: str) -> str:
    """What stands in `reads_as` first, joined; gaps as one space. For the newsroom's own words."""
    return "".join(letter.reads_as[0] for letter in letters(text))


_Shape = tuple[str, Script, bool, bool, bool, bool, bool]


@lru_cache(maxsize=8192)
def _shapes(character: str) -> tuple[_Shape, ...] | None:
    """What a character gives wherever it stands: letters, nothing, or (None) not even a gap."""
    if _is_invisible(character):
        return None
    sign = SIGNS.get(character)
    if sign:
        is_gap = not character.isdigit()
        return ((character + sign, Script.OTHER, True, True, True, is_gap, is_gap),)
    made: list[tuple[str, Script]] = []
    for folded in _folded(character):
        script = _script(folded)
        jamos = _jamos(folded) if script is Script.HANGUL else folded
        made += [(_readings(jamo), script) for jamo in jamos]
    last = len(made) - 1
    return tuple(
        (reads_as, script, n == 0, n == last, False, False, False)
        for n, (reads_as, script) in enumerate(made)
    )


def _folded(character: str) -> str:
    """Small, of plain width and style; nothing where it is no letter."""
    styled = _STYLED.get(character, character)
    folded = unicodedata.normalize("NFKC", styled).casefold()
    # Twice, since folding may undo what normalizing did, and a text folded stays as it is.
    folded = unicodedata.normalize("NFKC", folded)
    # Halfwidth jamo become conjoining ones, which stand alone here.
    folded = "".join(_CONJOINING.get(one, one) for one in folded)
    return "".join(one for one in folded if one.isalnum())


def _readings(letter: str) -> str:
    """The letter, what it is without its accents, what it looks like."""
    bare = unicodedata.normalize("NFD", letter)[0]
    looks = LOOKALIKES.get(letter, "") + (LOOKALIKES.get(bare, "") if bare != letter else "")
    return letter + "".join(dict.fromkeys(one for one in bare + looks if one != letter))


def _jamos(character: str) -> str:
    code = ord(character)
    if _HANGUL_FIRST <= code <= _HANGUL_LAST:
        onset, rest = divmod(code - _HANGUL_FIRST, 21 * 28)
        vowel, coda = divmod(rest, 28)
        whole = _ONSETS[onset] + _VOWELS[vowel] + _CODAS[coda]
    else:
        whole = character
    return "".join(_PARTED.get(one, one) for one in whole)


def _script(letter: str) -> Script:
    code = ord(letter)
    if _HANGUL_FIRST <= code <= _HANGUL_LAST or 0x3131 <= code <= 0x318E:
        return Script.HANGUL
    is_unspaced = 0x3041 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or code >= 0x20000
    return Script.UNSPACED if is_unspaced else Script.OTHER


def _gap(text: str, start: int, end: int) -> Letter:
    between = text[start:end]
    joins = len(between) <= _LONGEST_JOINT and not any(
        one.isspace() or one in _APOSTROPHES for one in between
    )
    return Letter(" ", start, end, is_gap=True, joins=joins)


def _stretches_joined(found: list[Letter]) -> list[Letter]:
    """A letter that is written three times or more in a row becomes one."""
    joined: list[Letter] = []
    run: list[Letter] = []
    for letter in found:
        if run and (letter.reads_as != run[0].reads_as or letter.is_gap or letter.is_sign):
            joined += _joined(run)
            run = []
        run.append(letter)
    return joined + _joined(run)


def _joined(run: list[Letter]) -> list[Letter]:
    if len(run) < _STRETCHED_FROM:
        return run
    last = run[-1]
    return [run[0]._replace(end=last.end, is_last=last.is_last, is_stretched=True)]


def _is_invisible(character: str) -> bool:
    """Joiners, soft hyphens, fillers, direction marks, marks piled on a letter."""
    if character in "\u115f\u1160\u3164\uffa0\u034f":
        return True
    return unicodedata.category(character) in {"Cf", "Mn", "Me"}


# Letters in discs and squares and as flags, which Unicode does not take for letters.
_STYLED = {
    chr(first + n): chr(ord("a") + n) for first in (0x1F150, 0x1F170, 0x1F1E6) for n in range(26)
}
_CONJOINING = {
    **{chr(0x1100 + n): jamo for n, jamo in enumerate(_ONSETS)},
    **{chr(0x1161 + n): jamo for n, jamo in enumerate(_VOWELS)},
    **{chr(0x11A7 + n): jamo for n, jamo in enumerate(_CODAS) if jamo},
}
