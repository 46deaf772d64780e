"""What was measured, what it stands beside, and whether that is what was promised."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from statistics import median
from typing import Any, Literal

Sense = Literal["at least", "at most", "under"]

_HOLDS = {"at least": operator.ge, "at most": operator.le, "under": operator.lt}


@dataclass(frozen=True, slots=True)
class Target:
    """What was promised: of the figure itself, in its own unit, or of its ratio."""

    of: Literal["figure", "ratio"]
    sense: Sense
    bound: float

    def is_met(self, found: float) -> bool:
        return bool(_HOLDS[self.sense](found, self.bound))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure, in `unit`, and the real thing beside it, measured in the same run and unit.

    Where the two took turns, `ratios` holds what came of each pair: their median is less shaken
    by what else the machine did than the quotient of two medians.
    """

    part: str
    what: str
    value: float
    unit: str
    beside: str = ""
    beside_value: float | None = None
    ratios: tuple[float, ...] = ()
    target: Target | None = None

    @property
    def ratio(self) -> float | None:
        """The figure over what stands beside it; None where nothing or a nought does."""
        if self.ratios:
            return median(self.ratios)
        if not self.beside_value:
            return None
        return self.value / self.beside_value

    @property
    def is_met(self) -> bool | None:
        """None where nothing was promised."""
        if self.target is None:
            return None
        found = self.value if self.target.of == "figure" else self.ratio
        if found is None:
            raise ValueError(f"{self.what}: its target is of a ratio, and nothing stands beside it")
        return self.target.is_met(found)

    def as_json(self) -> dict[str, Any]:
        """Plain values, for `--json`."""
        target = self.target and {
            "of": self.target.of,
            "sense": self.target.sense,
            "bound": self.target.bound,
        }
        return {
            "part": self.part,
            "what": self.what,
            "value": self.value,
            "unit": self.unit,
            "beside": self.beside,
            "beside_value": self.beside_value,
            "ratio": self.ratio,
            "ratios": list(self.ratios),
            "target": target,
            "is_met": self.is_met,
        }
