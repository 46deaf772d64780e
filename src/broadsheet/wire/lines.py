"""Characters → the lines that are not blank, numbered and cleaned."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Characters that show nothing and break matching: zero-width space and joiner, byte order mark,
# soft hyphen, and what XML 1.0 forbids. U+200C and U+200D stay: Persian and emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff]"
)
# A no-break space stays where it does its work: inside guillemets, before French signs and
# between the digits of a number. U+3000 is part of Japanese writing.
_ODD_SPACE = re.compile(
    "[\u00a0\u202f](?![»›;:!?%€])(?<![«‹].)(?<!\\d.(?=\\d))|[\t\v\f\u1680\u2000-\u200a\u205f]"
)
_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file: its number from 1, as it stands there, and cleaned.

    `text` is "" where a line holds nothing that shows. `indent` counts the spaces before it.
    """

    number: int
    raw: str
    text: str
    indent: int = 0
    is_after_blank: bool = False


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a file that are not blank, in order."""
    found: list[Line] = []
    after_blank = True
    for number, raw in enumerate(text.splitlines(), start=1):
        stripped = raw.strip()
        if not stripped:
            after_blank = True
            continue
        cleaned = clean(stripped)
        indent = len(raw) - len(raw.lstrip())
        found.append(Line(number, stripped, cleaned, indent, after_blank))
        after_blank = after_blank and not cleaned
    return tuple(found)


def clean(text: str) -> str:
    """Running text without invisible characters, with plain single spaces; its quotation marks
    and letters as they were."""
    if not text.isascii() or not text.isprintable():
        text = _ODD_SPACE.sub(" ", _INVISIBLE.sub("", text))
    if "  " in text:
        text = _SPACES.sub(" ", text)
    return text.strip()
