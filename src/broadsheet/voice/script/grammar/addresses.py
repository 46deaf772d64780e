"""www.example.org/news, desk@example.org, @handle, #MeToo, #1."""

from __future__ import annotations

import re

from broadsheet.voice.script.letters import in_letters
from broadsheet.voice.script.numbers import designation, figure
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, Said, spoken
from broadsheet.voice.script.spelled import spelled

_ADDRESS = re.compile(
    r"(?:https?://(?:www\.)?|www\.)(?P<bare>[^\s<>“”\"]*[\w/])"
    r"|(?P<mail>[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<site>(?:[\w-]{1,63}\.){1,8}(?:com|org|net|info|gov|edu|news|co|kr|uk|jp|cn|eu|io|ai|tv|us|me|app|dev|example)"
    r"(?:/[^\s<>“”\"]*[\w/]|/)?)(?![\w@])"
)
_HANDLE = re.compile(r"@(?P<name>\w[\w.]*\w|\w)")
_TAG = re.compile(r"[#＃](?P<name>\w+)")
_PART = re.compile(r"[./@_~?=&%+:#-]|\d+|[A-Z]{2,}(?![a-z])|[A-Z]?[a-z'’]+|[^\W\d_]+|.")
_SIGNS = {
    ".": "dot", "/": "slash", "@": "at", "_": "underscore", "-": "dash", "~": "tilde",
    "?": "question mark", "=": "equals", "&": "and", "%": "percent", "+": "plus", ":": "colon",
    "#": "hash",
}  # fmt: skip
# Ends of addresses that are letters and no words.
_LETTERED = frozenset(
    "kr uk jp cn eu io ai tv us de fr ca au nz tv fm ru ua kp html htm pdf php www".split()
)
_MOST_PARTS = 40  # of an address, as long as anybody listens


def address(passage: Passage, at: int) -> Reading:
    """An address as one would dictate it, without its https and www."""
    found = _ADDRESS.match(passage.text, at)
    if not found:
        return []
    written = found["bare"] or found["mail"] or found["site"]
    return _dictated(written.rstrip("/"), *found.span()) or spoken("link", *found.span())


def handle(passage: Passage, at: int) -> Reading:
    """@name → at name, #MeToo → hashtag Me Too, #1 → number one."""
    if found := _HANDLE.match(passage.text, at):
        return [Said("at", *found.span()), *_dictated(found["name"], *found.span())]
    if not (found := _TAG.match(passage.text, at)):
        return []
    if found["name"].isdecimal():
        return spoken(f"number {figure(found['name'])}", *found.span())
    return [Said("hashtag", *found.span()), *_dictated(found["name"], *found.span())]


def _dictated(written: str, start: int, end: int) -> Reading:
    said: Reading = []
    for part in _PART.findall(written)[:_MOST_PARTS]:
        if part in _SIGNS:
            said += spoken(_SIGNS[part], start, end)
        elif part in _LETTERED or (part.isupper() and 1 < len(part) <= 4):
            said.append(spelled(part, start, end))
        elif part.isdecimal():
            said += spoken(designation(part), start, end)
        else:
            said += [Said(word, start, end) for word in in_letters(part)]
    return said
