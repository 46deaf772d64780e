"""02-2000-1234, +82-2-1234-5678, 1-800-555-0199, (02) 123-4567, call 911."""

from __future__ import annotations

import re
from dataclasses import replace

from broadsheet.voice.script.numbers import digits
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, spoken

_NUMBER = re.compile(
    r"(?:\+\d{1,3}(?:[-. ]\(?\d{1,4}\)?){2,5}"
    r"|0\d{1,3}\)?[-. ]\d{3,4}[-. ]\d{3,4}|1-\d{3}-\d{3}-\d{4}"
    r"|\d{3}\)?[-. ]\d{3}[-.]\d{4}|\d{3}-\d{4}(?=\D|$))(?![\w]|-\d)"
)
# Korean numbers without an area code look like two years.
_SHARED = re.compile(r"1[568]\d\d-\d{4}(?![\w-])")
_LINE = re.compile(r"(?i)\b(?:call|phone|dial|line|hotline|number|tel)\b")
_GROUP = re.compile(r"\d+")
_SHORT = re.compile(
    r"(?:911|112|119|999|988|1[0-4]\d|1[3-9]\d\d|1\d{2}|211|311|411)(?![\w.,:/-]*\d)"
)
_CALLING = frozenset(
    "call calls called calling caller dial dials dialed dialing phone hotline ring rang".split()
)
_CALLED = frozenset(
    "call calls caller callers hotline dispatcher dispatchers operator operators".split()
)


def telephone(passage: Passage, at: int) -> Reading:
    """A telephone number, digit by digit, with a pause between its groups."""
    text = passage.text
    if found := _NUMBER.match(text, at):
        return _groups(found)
    if (found := _SHARED.match(text, at)) and _LINE.search(text):
        return _groups(found)
    if (found := _SHORT.match(text, at)) and (
        passage.before(at).lower() in _CALLING or passage.after(found.end()).lower() in _CALLED
    ):
        return spoken(digits(found[0]), *found.span())
    return []


def _groups(found: re.Match[str]) -> Reading:
    said = spoken("plus", found.start(), found.start() + 1) if found[0][0] == "+" else []
    groups = list(_GROUP.finditer(found[0]))
    for group in groups:
        start = found.start() + group.start()
        part = spoken(digits(group[0]), start, found.start() + group.end())
        if group is not groups[-1]:
            part[-1] = replace(part[-1], pause=",")
        said += part
    # A bracket behind the last digit would be no part of the number.
    return said
