"""One line of a page → why it is furniture."""

from __future__ import annotations

import re

from broadsheet.wire.furniture.languages import all_phrases

RELATED = "related reports"
MOST_READ = "list of other reports"
COMMENTS = "comment box"
COPYRIGHT = "copyright line"

_LONGEST = 400  # characters; a cookie notice has 300, and a paragraph beyond that is prose
_LONGEST_ROW = 160
_LONGEST_STUB = 220
_MENU = 3  # so many names of sections in one line are a menu
_PHRASE_WORDS = 4

_REASONS = {
    "comments": COMMENTS,
    "related": RELATED,
    "most_read": MOST_READ,
    "tools": "row of buttons",
    "navigation": "navigation",
    "audio": "audio player",
    "prompts": "prompt to subscribe",
    "advertising": "advertising",
    "notices": "notice of the site",
    "copyright": COPYRIGHT,
}
_EDGE = " \t|:;,.·•…!?*>»›→▶►▲▼<«‹←+–—-_=~[](){}【】「」『』\"'“”‘’/\\\u3000！？：…"
_STUB = re.compile(r"\s*[:|：>»›▶►–—]\s*")
_BETWEEN = re.compile(r"[\s|/·•,:>»›+]+")


def verdict(text: str) -> str:
    """Why a line of a captured page is furniture, "" if nothing says that it is.

    Only whole lines are judged, so that a word of furniture inside a sentence does no harm.
    """
    if len(text) > _LONGEST:
        return ""
    key = _key(text)
    if not key:
        return ""
    return _EXACT.get(key) or _by_pattern(key) or _stub(text) or _row(key)


def _key(text: str) -> str:
    return text.casefold().strip(_EDGE)


def _by_pattern(key: str) -> str:
    if key.startswith(_ALL_STARTS):
        return next(reason for start, reason in _STARTS if key.startswith(start))
    for part, reason in _PARTS:
        if part in key:
            return reason
    found = _ANCHORED.fullmatch(key)
    if not found and len(key) <= _LONGEST_ROW:
        found = _FLOATING.fullmatch(key)
    return _REASONS[found.lastgroup] if found and found.lastgroup else ""


def _stub(text: str) -> str:
    """`Read more: The other headline`, `ALSO READ The other headline`."""
    if len(text) > _LONGEST_STUB:
        return ""
    label, *rest = _STUB.split(text, maxsplit=1)
    if rest and rest[0] and _EXACT.get(_key(label)) == RELATED:
        return RELATED
    words = text.split(" ")
    for count in (2, 3):
        shouted = " ".join(words[:count])
        if len(words) > count and shouted.isupper() and _EXACT.get(_key(shouted)) == RELATED:
            return RELATED
    return ""


def _row(key: str) -> str:
    """A line of nothing but names of buttons, or of sections."""
    if len(key) > _LONGEST_ROW:
        return ""
    words = [word for word in _BETWEEN.split(key) if word]
    at = buttons = names = 0
    while at < len(words):
        for count in range(min(_PHRASE_WORDS, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + count])
            if phrase in _BUTTONS:
                buttons += 1
                break
            if phrase in _NAMES:
                names += 1
                break
            if phrase.isdigit():
                break
        else:
            return ""
        at += count
    if names:
        return "menu" if names + buttons >= _MENU else ""
    return _REASONS["tools"] if buttons else ""


def _phrases(shape: str) -> list[tuple[str, str]]:
    """The phrases of this shape with the list that they come from, the first list first."""
    return [
        (phrase, group)
        for group in _REASONS
        for phrase in sorted(all_phrases(group))
        if re.fullmatch(shape, phrase)
    ]


def _pattern(first_sign: str) -> re.Pattern[str]:
    """The phrases with wild signs inside, one named group for each list."""
    wild: dict[str, list[str]] = {}
    for phrase, group in _phrases(f"{first_sign}.*"):
        if re.search("[…~#]", phrase) and not re.fullmatch("…?[^…~#]+…", phrase):
            bare = phrase.casefold().strip(_EDGE_OF_PHRASE)
            pattern = "".join(_WILD.get(char, re.escape(char)) for char in bare)
            wild.setdefault(group, []).append(pattern)
    return re.compile(
        "|".join(f"(?P<{group}>{'|'.join(patterns)})" for group, patterns in wild.items())
    )


_WILD = {"…": ".{0,200}?", "~": r"\S+(?: \S+){0,3}", "#": r"\d[\d.,]*[km]?"}
_EDGE_OF_PHRASE = _EDGE.replace("…", "").replace("~", "")

# By cost: a look into a table, at a line's start, for a part of it; then the patterns, of which
# those that begin with a wild sign cost most and are tried on short lines alone.
_EXACT = {_key(phrase): _REASONS[group] for phrase, group in reversed(_phrases("[^…~#]+"))}
_STARTS = [(_key(phrase), _REASONS[group]) for phrase, group in _phrases("[^…~#]+…")]
_ALL_STARTS = tuple(start for start, _ in _STARTS)
_PARTS = [(phrase[1:-1].casefold(), _REASONS[group]) for phrase, group in _phrases("…[^…~#]+…")]
_ANCHORED = _pattern("[^…~#]")
_FLOATING = _pattern("[…#]")
_BUTTONS = all_phrases("tools")
_NAMES = all_phrases("sections") | all_phrases("home") | all_phrases("navigation")
