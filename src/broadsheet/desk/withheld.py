"""What leaves the desk → the same without anybody's e-mail address in its words.

The paper withholds addresses in every page as well. A story must have none before that, because
its words are also spoken, shown as captions, and counted by their offsets; a teaser must have
none because feeds are no pages.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from django.utils import translation
from django.utils.translation import gettext

from broadsheet.live_story import LiveNews
from broadsheet.paper.withhold_addresses import addresses, withhold_addresses
from broadsheet.story import Story, Teaser, Text, Withdrawn

Told = TypeVar("Told", bound=Story | Teaser | Withdrawn | LiveNews)

# What leads somewhere is no word of the story; the paper looks after links.
_LEADS = re.compile(r"(?:path|href|url|id|source)$")


def withheld(told: Told) -> Told:
    """`told` with the paper's words for it in place of each address, in its own language."""
    with translation.override(told.language):
        instead = gettext("[address withheld]")
    found: Told = _without(told, instead)
    return found


def _without(value: Any, instead: str) -> Any:
    if isinstance(value, Text):
        return _text(value, instead)
    if isinstance(value, str):
        return withhold_addresses(value, instead=instead)
    if isinstance(value, tuple):
        return tuple(_without(one, instead) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for field in fields(value):
        before = getattr(value, field.name)
        after = before if _LEADS.search(field.name) else _without(before, instead)
        if after != before:
            changed[field.name] = after
    return replace(value, **changed) if changed else value


def _text(text: Text, instead: str) -> Text:
    """Marks keep to their words: what stood over an address stands over what is there instead."""
    spans = tuple(addresses(text.plain))
    if not spans:
        return text

    def moved(offset: int, *, is_end: bool) -> int:
        shift = 0
        for start, end in spans:
            if offset <= start:
                break
            if offset < end:
                return start + shift + (len(instead) if is_end else 0)
            shift += len(instead) - (end - start)
        return offset + shift

    marks = tuple(
        replace(mark, start=moved(mark.start, is_end=False), end=moved(mark.end, is_end=True))
        for mark in text.marks
    )
    return Text(withhold_addresses(text.plain, instead=instead), marks)
