"""How long each phoneme takes → when each token is heard."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from broadsheet.voice.engine import EngineError
from broadsheet.voice.share_times import Span, share_times


def token_times(
    owners: Sequence[int | None], seconds: NDArray[np.float64], count: int
) -> tuple[Span, ...]:
    """Start and end in seconds of each of `count` tokens.

    `owners` tells for each phoneme which token it is of, None for marks and spaces, and `seconds`
    how long it takes. Tokens without a phoneme of their own share the time of the one before them,
    or of the one after at the beginning. Raises EngineError where no token has any, and
    where a model told another number of durations.
    """
    if len(owners) != len(seconds):
        raise EngineError(f"its model told {len(seconds)} durations for {len(owners)} phonemes")
    bounds = (0.0, *np.cumsum(seconds).tolist())
    heard: dict[int, Span] = {}
    for owner, (start, end) in zip(owners, pairwise(bounds), strict=True):
        if owner is not None:
            first, _ = heard.get(owner, (start, end))
            heard[owner] = (first, end)
    if not heard:
        raise EngineError("nothing in it can be said; take it out of what is read")
    return share_times(heard, count)
