"""Korean names, and names from everywhere that English spelling misleads about."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from broadsheet.voice.script.endings import with_s
from broadsheet.voice.script.korean import (
    SURNAMES,
    administered_place,
    given_name,
    is_given_syllable,
    is_whole_given_name,
    joined_given_name,
    surname,
    syllable_alone,
)
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, Said

_WORD = re.compile(r"[^\W\d_]+(?:[-’'.][^\W\d_]+)*")
_ALSO_ENGLISH = frozenset(
    """An Ban Bang Chi Do Gang Go Gong Ha Ham In Jung Ma Mo No Oh Pa Pak Sa Si Sin So Song Sun Sung
    U Um We Won Wang Ye Yo You""".split()
)
_LONGEST = 40
_OF = re.compile(r"['’][sS]$")


def name(passage: Passage, at: int) -> Reading:
    """A name that has to be told how it is said, with its possessive s."""
    found = _WORD.match(passage.text, at, min(passage.end_of_word(at), at + _LONGEST))
    if not found:
        return []
    word = found[0]
    bare = _OF.sub("", word)
    if at < passage.capitals_until:
        bare = _in_small(bare)
    ipa = _listed(bare) or (_korean(passage, at, bare) if bare[:1].isupper() else "")
    if ipa:
        text = bare.replace("’", "'") + ("'s" if len(word) > len(bare) else "")
        return [Said(text, *found.span(), with_s(ipa) if len(word) > len(bare) else ipa)]
    return _by_parts(at, bare) if "-" in bare else []


@cache
def listed_names() -> dict[str, str]:
    """Word → IPA, from `names.tsv`."""
    home = files("broadsheet.voice.script")
    lines = home.joinpath("names.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def _listed(word: str) -> str:
    names = listed_names()
    return names.get(word) or names.get(word[:1].lower() + word[1:], "")


def _in_small(word: str) -> str:
    """JONG-UN → Jong-un."""
    return word[:1].upper() + word[1:].lower()


def _korean(passage: Passage, at: int, word: str) -> str:
    if ipa := given_name(word) or administered_place(word):
        return ipa
    if word in SURNAMES and _is_before_given_name(passage, at, len(word)):
        return surname(word)
    before = passage.before(at)
    if before in SURNAMES:
        if _is_only_a_name(before) and is_whole_given_name(word):
            return syllable_alone(word)
        if _is_only_a_name(before) and (ipa := joined_given_name(word)):
            return ipa
        if is_given_syllable(word) and is_given_syllable(passage.after(at + len(word))):
            return syllable_alone(word)
    if (
        passage.two_before(at) in SURNAMES
        and is_given_syllable(before)
        and is_given_syllable(_OF.sub("", word))
    ):
        return syllable_alone(word)
    return ""


def _is_before_given_name(passage: Passage, at: int, length: int) -> bool:
    if passage.text[at + length : at + length + 1] != " ":
        return False
    following = _OF.sub("", passage.after(at + length))
    if at < passage.capitals_until:
        following = _in_small(following)
    if given_name(following):
        return True
    surname_word = passage.text[at : at + length]
    if _is_only_a_name(surname_word) and (
        joined_given_name(following) or is_whole_given_name(following)
    ):
        return True
    if not is_given_syllable(following):
        return False
    behind = passage.text.index(following, at + length) + len(following)
    third = _OF.sub("", passage.after(behind))
    return passage.text[behind : behind + 1] == " " and is_given_syllable(third)


def _is_only_a_name(surname_word: str) -> bool:
    """Kim and Choi, but not In, So or Young, which begin sentences too."""
    return surname_word not in _ALSO_ENGLISH


def _by_parts(at: int, word: str) -> Reading:
    """Kyiv-based: the part that is listed is read by itself, and reading goes on behind it."""
    first = word.partition("-")[0]
    parts = word.split("-")
    if ipa := _listed(first):
        return [Said(first, at, at + len(first), ipa)]
    if any(_listed(part) for part in parts[1:]):
        return [Said(first.replace("’", "'"), at, at + len(first))]
    return []
