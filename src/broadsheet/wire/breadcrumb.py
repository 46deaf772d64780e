"""`Home > National > North Korea` → the names of the sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.wire.furniture.languages import all_phrases
from broadsheet.wire.prose import ends_sentence, sameness

_ARROWS = re.compile(r"\s*(?:>|»|›|→|▶|❯|＞|〉|::)\s*")
_SLASHES = re.compile(r"\s*[/\\／]\s*|\s+[-–—]\s+")
_BARS = re.compile(r"\s*[|•·]\s*")
_ARROW_ALONE = re.compile(r"[>»›→▶❯＞〉/|]")
_SIGN = re.compile(r"[>»›→▶❯＞〉/\\／|•·]|::|\s[-–—]\s")
_NO_PATH = re.compile(r"""[«‹“”"「『#<\[]|[^:]:[^:]""")
_HOME = all_phrases("home")
_BUTTONS = all_phrases("tools") | all_phrases("navigation")
_LONGEST_NAME = 40
_LONGEST = 300
_DEEPEST = 6
_DEEPEST_BARS = 2  # Home | News | Sport | Opinion is a menu


def breadcrumb(text: str) -> tuple[str, ...]:
    """The sections from the broadest to the narrowest, without Home; () if this is no path.

    Arrows make a path of any names, slashes and bars only of one that begins at Home. A last name
    that is too long for a section is the headline, and is left out.
    """
    if len(text) > _LONGEST or not _SIGN.search(text) or _NO_PATH.search(text):
        return ()
    for signs, deepest in ((_ARROWS, _DEEPEST), (_SLASHES, _DEEPEST), (_BARS, _DEEPEST_BARS)):
        first, *names = [name for name in signs.split(text) if name.strip()] or [""]
        if not names:
            continue
        begins_home = first.casefold() in _HOME
        if begins_home and len(names) > 1 and len(names[-1]) > _LONGEST_NAME:
            del names[-1]
        if not begins_home:
            names.insert(0, first)
        if (begins_home or signs is _ARROWS) and len(names) <= deepest and _are_names(names):
            return tuple(names)
    return ()


def broken_breadcrumb(texts: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """A path that was captured with a line for every name and arrow: its sections, and how many
    of these lines it takes up."""
    names: list[str] = []
    at = 1
    if texts and texts[0].casefold() in _HOME:
        while at + 1 < len(texts) and _ARROW_ALONE.fullmatch(texts[at]):
            if not _are_names([texts[at + 1]]):
                break
            names.append(texts[at + 1])
            at += 2
    return tuple(names[:_DEEPEST]), at if names else 0


def section_names(names: Sequence[str]) -> tuple[str, ...]:
    """The parts of a path that are names of sections: without Home, arrows and headlines."""
    return tuple(
        name
        for name in names[: _DEEPEST + 1]
        if name.casefold() not in _HOME and _are_names([name])
    )


def without_headline(sections: Sequence[str], headline: str) -> tuple[str, ...]:
    """Some papers end the path with the headline of the page itself."""
    wanted = sameness(headline)
    return tuple(name for name in sections if sameness(name) != wanted)


def _are_names(names: Sequence[str]) -> bool:
    return all(
        len(name) <= _LONGEST_NAME
        and not ends_sentence(name)
        and any(map(str.isalpha, name))
        and name.casefold() not in _BUTTONS
        for name in names
    )
