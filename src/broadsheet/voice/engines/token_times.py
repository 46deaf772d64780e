"""How long each phoneme takes → when each token is heard."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from broadsheet.voice.engine import EngineError

Span = tuple[float, float]


def token_times(
    owners: Sequence[int | None], seconds: NDArray[np.float64], count: int
) -> tuple[Span, ...]:
    """Start and end in seconds of each of `count` tokens.

    `owners` tells for each phoneme which token it is of, None for marks and spaces, and `seconds`
    how long it takes. Tokens without a phoneme of their own share the time of the one before them,
    or of the one after at the beginning. Raises EngineError where no token has any.
    """
    bounds = (0.0, *np.cumsum(seconds).tolist())
    heard: dict[int, Span] = {}
    for owner, (start, end) in zip(owners, pairwise(bounds), strict=True):
        if owner is not None:
            first, _ = heard.get(owner, (start, end))
            heard[owner] = (first, end)
    if not heard:
        raise EngineError("nothing in it can be said; take it out of what is read")
    return tuple(_shared(heard, at, count) for at in range(count))


def _shared(heard: dict[int, Span], at: int, count: int) -> Span:
    """The part of a token in the time of the one that it is heard with."""
    first = min(heard)
    host = max((one for one in heard if one <= at), default=first)
    begin = 0 if host == first else host
    end = min((one for one in heard if one > host), default=count)
    start, finish = heard[host]
    bounds = np.linspace(start, finish, end - begin + 1).tolist()
    return bounds[at - begin], bounds[at - begin + 1]
