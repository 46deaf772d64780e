"""When some of the words are heard → a time for every word."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

Span = tuple[float, float]


def share_times(heard: Mapping[int, Span], count: int) -> tuple[Span, ...]:
    """Start and end of each of `count` words, given those of the ones that were heard.

    Words that were not heard share the time of the one before them, or of the one after at the
    beginning. Raises ValueError where none was heard.
    """
    known = sorted(heard)
    if not known:
        raise ValueError("no word was heard")
    begins = [0, *known[1:]]
    ends = [*known[1:], count]
    times: list[Span] = []
    for host, begin, end in zip(known, begins, ends, strict=True):
        bounds = np.linspace(*heard[host], end - begin + 1).tolist()
        times.extend(pairwise(bounds))
    return tuple(times)
