"""A remark → what the desk says of it, and where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext

from broadsheet.copydesk.remark import Remark

LONGEST_QUOTE = 90


@dataclass(frozen=True, slots=True)
class Told:
    """`text` is a sentence. `path` is where its form has it, as Wagtail's comments name places:
    `title`, `body.<id of a block>`; empty where it is about the whole."""

    text: str
    path: str
    keeps_back: bool


def told(remark: Remark, blocks: Mapping[str, str], *, keeps_back: bool) -> Told:
    """`blocks` are the ids of the body's blocks by their place on the page."""
    path = "topics" if remark.kind == "topic" else _path(remark.place, blocks)
    return Told(sentence_of(remark), path, keeps_back)


def sentence_of(remark: Remark) -> str:
    """What is wrong, and where, in one sentence."""
    quoted = Truncator(remark.words).chars(LONGEST_QUOTE)
    told = {
        "topic": gettext("The report stands under no topic."),
        "link": gettext("The link “%(words)s” leads nowhere: %(other)s"),
        "sentence": gettext("A sentence has %(other)s words: “%(words)s”"),
        "name": gettext("“%(words)s” is “%(other)s” elsewhere."),
        "date": gettext("That day is over: “%(words)s”"),
    }[remark.kind]
    return told % {"words": quoted, "other": remark.other}


_FIELDS = {
    "kicker": "kicker",
    "headline": "title",
    "standfirst": "standfirst",
    "dateline": "dateline",
    "lead": "lead_caption",
    "": "",
}


def _path(place: str, blocks: Mapping[str, str]) -> str:
    if place in _FIELDS:
        return _FIELDS[place]
    head, _, rest = place.partition(".")
    if head != "body":
        return {"byline": "byline", "correction": "corrections"}.get(head, "")
    block = blocks.get(f"body.{rest.partition('.')[0]}")
    return f"body.{block}" if block else "body"
