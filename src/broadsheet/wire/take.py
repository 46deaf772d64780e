"""Lines → takes: the runs of copy that stand by themselves, hard-wrapped lines joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from broadsheet.wire.lines import Line
from broadsheet.wire.prose import ends_sentence

_WIDEST_WRAP = 100  # columns; typed copy is set to 60 to 80, terminal browsers to 80 or 100
_NARROWEST_WRAP = 40
_LIST_SIGN = re.compile(r"(?:[-*+•·▪▲■●◆○>—]|\d{1,2}[.)])\s")
_CJK = re.compile("[\u3040-\u30ff一-鿿]")


@dataclass(frozen=True, slots=True)
class Take:
    """A line, or several that were one before they were wrapped."""

    text: str
    lines: tuple[Line, ...]

    @property
    def number(self) -> int:
        return self.lines[0].number

    @property
    def is_after_blank(self) -> bool:
        return self.lines[0].is_after_blank


def takes(lines: Sequence[Line]) -> tuple[Take, ...]:
    """Every line that shows something, in one take each."""
    shown = [line for line in lines if line.text]
    width = _wrap_width(shown)
    runs: list[list[Line]] = []
    for line in shown:
        if runs and width and _continues(runs[-1], line, width):
            runs[-1].append(line)
        else:
            runs.append([line])
    return tuple(Take(_join(run), tuple(run)) for run in runs)


def _wrap_width(lines: Sequence[Line]) -> int:
    """The column at which the file was wrapped, 0 if it was not.

    A wrapped line is one that the next line's first word would have overrun, and it seldom ends
    a sentence. A file is wrapped if that holds for most of its fuller lines.
    """
    lengths = sorted(line.indent + len(line.text) for line in lines)
    if len(lengths) < 2:
        return 0
    longest = lengths[-1 - len(lengths) // 50]  # an address may stick out
    if not _NARROWEST_WRAP <= longest <= _WIDEST_WRAP:
        return 0
    pairs = full = 0
    for line, after in pairwise(lines):
        if not after.is_after_blank and len(line.text) * 2 > longest:
            pairs += 1
            full += _overruns(line, after, longest) and not ends_sentence(line.text)
    return longest if pairs and full * 5 >= pairs * 3 else 0


def _overruns(line: Line, after: Line, width: int) -> bool:
    first_word = after.text.split(" ", 1)[0]
    if _CJK.match(first_word):  # which is broken anywhere
        first_word = first_word[0]
    return line.indent + len(line.text) + 1 + len(first_word) > width


def _continues(run: Sequence[Line], after: Line, width: int) -> bool:
    line = run[-1]
    hangs = _LIST_SIGN.match(run[0].text) is not None  # an item's lines stand under its words
    return (
        not after.is_after_blank
        and (hangs or after.indent <= line.indent)
        and not _LIST_SIGN.match(after.text)
        and _overruns(line, after, width)
    )


def _join(run: Sequence[Line]) -> str:
    text = run[0].text
    for line in run[1:]:
        tight = (text.endswith("-") and not text.endswith((" -", "--"))) or (
            _CJK.match(text[-1]) and _CJK.match(line.text[0])
        )
        text += line.text if tight else f" {line.text}"
    return text
