from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the newsroom at one moment, one value or one for each of several names.

    `label` is what the names are of (`urgency`), "" where there is one value alone.
    """

    name: str
    help: str
    values: tuple[tuple[str, float], ...]
    label: str = ""

    @classmethod
    def of(cls, name: str, told: str, value: float) -> Figure:
        return cls(name, told, (("", value),))


def exposition(figures: Iterable[Figure]) -> str:
    """The figures as Prometheus reads them: prometheus.io/docs/instrumenting/exposition_formats."""
    lines = []
    for one in figures:
        lines.append(f"# HELP broadsheet_{one.name} {one.help}")
        lines.append(f"# TYPE broadsheet_{one.name} gauge")
        for of, value in one.values:
            labels = f'{{{one.label}="{_escaped(of)}"}}' if one.label else ""
            lines.append(f"broadsheet_{one.name}{labels} {value:.15g}")
    return "".join(f"{line}\n" for line in lines)


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
