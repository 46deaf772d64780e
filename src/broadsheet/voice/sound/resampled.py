"""Samples at one rate → the same sound at another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import av
import numpy as np

from broadsheet.voice.take import Samples


def resampled(sound: Iterable[Samples], old_rate: int, rate: int) -> Iterator[Samples]:
    """Mono, in blocks of any length; every sound keeps its place to the sample."""
    if old_rate == rate:
        yield from sound
        return
    resampler = av.AudioResampler(format="flt", layout="mono", rate=rate)
    for block in sound:
        frame = av.AudioFrame.from_ndarray(block[np.newaxis, :], format="flt", layout="mono")
        frame.sample_rate = old_rate
        for out in resampler.resample(frame):
            yield out.to_ndarray()[0]
    for out in resampler.resample(None):
        yield out.to_ndarray()[0]
