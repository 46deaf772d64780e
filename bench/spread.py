"""Several measurements of one thing → its middle and its tail."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median


def middle(values: Sequence[float]) -> float:
    """The median."""
    return median(values)


def ninetieth(values: Sequence[float]) -> float:
    """The smallest measurement that nine tenths of them do not exceed (nearest rank)."""
    if not values:
        raise ValueError("nothing was measured")
    return sorted(values)[math.ceil(0.9 * len(values)) - 1]
