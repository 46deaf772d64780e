"""Figures → a table for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from bench.figure import Figure, Target

HEAD = ("", "figure", "beside", "ratio", "target", "met")
RATIO = "A ratio is the median over the rounds in which two took turns; else of the two figures."
_GAP = "  "


def table(figures: Sequence[Figure]) -> str:
    """One row for each figure, under the name of its part; what is met stands last."""
    rows = [(figure.part, _indented(row(figure))) for figure in figures]
    widths = [max(len(cells[at]) for cells in (HEAD, *_cells(rows))) for at in range(len(HEAD))]
    lines = [_line(HEAD, widths)]
    for part, together in groupby(rows, key=lambda one: one[0]):
        lines += ["", part, *(_line(cells, widths) for _, cells in together)]
    return "\n".join([*lines, "", RATIO, summary(figures)])


def amount(value: float, unit: str) -> str:
    """A value with its unit, to about three digits.

    >>> amount(12345.6, "req/s"), amount(0.04567, "s"), amount(31.4, "ms")
    ('12,346 req/s', '0.046 s', '31.4 ms')
    """
    digits = 0 if value >= 100 or value == int(value) else 1 if value >= 10 else 2
    if 0 < value < 1:
        digits = 3
    return f"{value:,.{digits}f} {unit}".rstrip()


def row(figure: Figure) -> tuple[str, ...]:
    """The cells under `HEAD`."""
    beside = ""
    if figure.beside_value is not None:
        beside = f"{figure.beside}: {amount(figure.beside_value, figure.unit)}"
    return (
        figure.what,
        amount(figure.value, figure.unit),
        beside,
        "" if figure.ratio is None else _ratio(figure.ratio),
        _promise(figure.target, figure.unit),
        {True: "yes", False: "NO", None: ""}[figure.is_met],
    )


def summary(figures: Sequence[Figure]) -> str:
    promised = [figure.is_met for figure in figures if figure.is_met is not None]
    return f"{sum(promised)} of {len(promised)} targets met"


def _ratio(ratio: float) -> str:
    if ratio >= 100:
        return f"{ratio:,.0f}"
    return f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.2g}"


def _promise(target: Target | None, unit: str) -> str:
    if target is None:
        return ""
    if target.of == "ratio":
        return f"{target.sense} {target.bound:g}×"
    return f"{target.sense} {amount(target.bound, unit)}"


def _indented(cells: tuple[str, ...]) -> tuple[str, ...]:
    return (f"{_GAP}{cells[0]}", *cells[1:])


def _cells(rows: Iterable[tuple[str, tuple[str, ...]]]) -> Iterable[tuple[str, ...]]:
    return (cells for _, cells in rows)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    what, figure, beside, *rest = (
        cell.rjust(width) if at == 1 else cell.ljust(width)
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return _GAP.join((what, figure, beside, *rest)).rstrip()
