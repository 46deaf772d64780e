"""Why a comment was held, as it is kept with it → sentences, and the words marked in its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

Kept = Iterable[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a comment's text; `word` is the entry of the list that it was found by, or ""."""

    text: str
    word: str = ""


def sentences(held_because: Kept) -> tuple[str, ...]:
    """One for each reason, each once."""
    return tuple(dict.fromkeys(_sentence(one) for one in held_because))


def marked(text: str, held_because: Kept) -> tuple[Piece, ...]:
    """The whole text in order. Places that do not lie in it, since it was edited, mark nothing."""
    pieces, at = [], 0
    words = [one for one in held_because if one.get("kind") == "word"]
    for one in sorted(words, key=lambda one: (one["start"], one["end"])):
        start, end = one["start"], one["end"]
        if at <= start < end <= len(text):
            pieces += [Piece(text[at:start]), Piece(text[start:end], one["detail"])]
            at = end
    return tuple(piece for piece in (*pieces, Piece(text[at:])) if piece.text)


def _sentence(reason: Mapping[str, Any]) -> str:
    kind, detail = reason.get("kind", ""), reason.get("detail", "")
    if kind == "word":
        return (
            gettext("The word “%s” is on a list.") % detail
            if detail
            else gettext("A word is on a list.")
        )
    if kind == "repeat":
        if detail == "others":
            return gettext("Another reader wrote nearly the same.")
        return gettext("The same reader wrote nearly the same before.")
    told = {
        "links": gettext("It has %s links."),
        "rate": gettext("It is the reader's comment no. %s in ten minutes."),
        "reported": gettext("%s readers have reported it."),
    }
    if kind in told:
        return told[kind] % (detail or "?")
    if kind == "first":
        return gettext("It is this reader's first comment.")
    return gettext("Every comment is seen first here.")
