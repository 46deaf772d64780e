"""The words by which one language's newspaper pages are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Word lists of one language: phrases in lower case, a semicolon between two.

    A phrase of furniture is a whole line, whatever its case and the signs around it. In it `…`
    stands for any text or none, `~` for one to four words, and `#` for a number.
    """

    language: str
    # Everyday words that tell the language of a text in Latin letters.
    everyday: str = ""

    # Furniture. A line made of nothing but tools is a row of buttons.
    tools: str = ""
    navigation: str = ""
    audio: str = ""
    prompts: str = ""
    advertising: str = ""
    notices: str = ""
    # These two stand over lists of other reports.
    related: str = ""
    most_read: str = ""
    # These two stand below a report, never in it.
    comments: str = ""
    copyright: str = ""
    end_marks: str = ""

    # What tells that a line is part of the report, and which.
    home: str = ""
    sections: str = ""
    kickers: str = ""
    papers: str = ""  # the last word of a newspaper's name
    published: str = ""
    updated: str = ""
    date_filler: str = ""
    months: Mapping[str, int] = field(default_factory=dict)
    by: Mapping[str, str] = field(default_factory=dict)  # → the role told, "" for the writer
    also: str = ""  # between two names
    roles: str = ""
    other_hands: str = ""  # roles of those who did something else than write
    never_names: str = ""
    credit: str = ""
    caption: str = ""
    agencies: str = ""
    topics: str = ""
    correction: str = ""
