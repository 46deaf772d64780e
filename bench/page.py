"""Figures and the machine that they are from → a page of the documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from bench.figure import Figure
from bench.table import HEAD, RATIO, row, summary

_OPENING = """\
# What it does, measured

Written by `python -m bench --page docs/performance.md` in one run; no figure here was typed. Two
machines differ, and so do two runs: compare the ratios to what was measured beside."""


def page(about: Mapping[str, str], figures: Sequence[Figure], troubles: Sequence[str] = ()) -> str:
    """Markdown: the machine, a table for each part, and what could not be measured."""
    lines = [_OPENING, "", *_table(("", "the machine"), about.items())]
    for part, together in groupby(figures, key=lambda figure: figure.part):
        lines += ["", f"## {part}", "", *_table(HEAD, map(row, together))]
    lines += ["", RATIO, f"{summary(figures)}."]
    if troubles:
        lines += ["", "Not measured:", "", *(f"- {' '.join(one.split())}" for one in troubles)]
    return "\n".join([*lines, ""])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [_line(head), _line(["---"] * len(head)), *map(_line, rows)]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
