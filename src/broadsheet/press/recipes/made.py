from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from broadsheet.desk.models import SectionPage
from broadsheet.newspaper import Newspaper


@dataclass(frozen=True, slots=True)
class Made:
    """What a recipe gives: bytes by path under the site, and the names of the ingredients.

    With `keeps_others` what the output has had at other paths stays beside them.
    """

    files: dict[str, bytes]
    ingredients: frozenset[str] = field(default=frozenset())
    keeps_others: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What all outputs of one round have in common."""

    newspaper: Newspaper
    list_length: int
    river_length: int
    at: dt.datetime
    sections: dict[str, SectionPage]


def page(path: str, html: str) -> dict[str, bytes]:
    """A page at an address that ends in a slash, as the file that it is."""
    return {file_at(path): html.encode()}


def file_at(path: str) -> str:
    """The file of the page at an address that ends in a slash."""
    return f"{path.strip('/')}/index.html".lstrip("/")
