"""The energies of frames → those of tenths of a second, of which loudness is reckoned."""

from __future__ import annotations

import numpy as np

from broadsheet.voice.sound.contour import Numbers
from broadsheet.voice.sound.loudness import HOPS_PER_SECOND
from broadsheet.voice.sound.reel import FRAME_MS

_FRAMES_PER_HOP = 1000 / FRAME_MS / HOPS_PER_SECOND


def hops(energies: Numbers) -> Numbers:
    """Mean energies of whole tenths of a second; these begin and end within frames."""
    until = np.concatenate((np.zeros(1), np.cumsum(energies)))
    marks = np.arange(0, len(energies), _FRAMES_PER_HOP)
    return np.asarray(np.diff(np.interp(marks, np.arange(len(until)), until)) / _FRAMES_PER_HOP)
