"""Sound and tags that tests are made of."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from PIL import Image
from scipy import signal

from broadsheet.voice.sound.finish import finish
from broadsheet.voice.sound.programme import Programme
from broadsheet.voice.sound.splicer import Splicer
from broadsheet.voice.sound.tags import Chapter, Tags
from broadsheet.voice.take import Samples

RATE = 22_050
_FORMANTS_HZ = ((700, 1220, 2600), (300, 2300, 3000), (450, 800, 2800), (350, 1700, 2700))


@cache
def speech(seconds: float, *, seed: int = 1, rate: int = RATE) -> Samples:
    """Something as spiky as a voice: syllables, hisses, pauses."""
    chance = np.random.default_rng(seed)
    pieces: list[Samples] = []
    while sum(map(len, pieces)) < seconds * rate:
        for _ in range(chance.integers(4, 12)):
            pieces += [_vowel(chance, rate), _hiss(chance, rate)]
        pieces.append(np.zeros(int(rate * chance.uniform(0.2, 0.6)), np.float32))
    sound = np.concatenate(pieces)[: int(seconds * rate)]
    finished = np.asarray(sound * (0.95 / np.abs(sound).max()), dtype=np.float32)
    finished.flags.writeable = False
    return finished


def tone(hertz: float, seconds: float, *, rate: int = RATE, height: float = 0.5) -> Samples:
    at = np.arange(int(seconds * rate)) / rate
    return (height * np.sin(2 * np.pi * hertz * at)).astype(np.float32)


def write_raw(path: Path, sound: Samples, *, rate: int = RATE, subtype: str = "FLOAT") -> Path:
    soundfile.write(path, sound, rate, subtype=subtype)
    return path


def make_programme(folder: Path, sound: Samples, *, rate: int = 24_000) -> Programme:
    """Files of one sound, without tags."""
    reel = finish([sound], rate, lufs=-16)
    with Splicer(folder, rate) as splicer:
        splicer.add(reel, frame=0)
        return splicer.finish(reel.frames)


def cut(sound: Samples, length: int) -> Iterator[Samples]:
    for start in range(0, len(sound), length):
        yield sound[start : start + length]


def lateness_seconds(raw: Samples, out: Samples, rate: int, *, at: float) -> float:
    """How much later the second of `raw` that begins `at` is heard in `out`; both at `rate`."""
    first = int(at * rate)
    piece = raw[first : first + rate].astype(float)
    around = out[first - rate // 4 : first + rate + rate // 4].astype(float)
    return float(np.argmax(signal.correlate(around, piece, "valid")) - rate // 4) / rate


def picture(size: int = 600) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (size, size // 2), (90, 120, 150)).save(out, "JPEG")
    return out.getvalue()


def make_tags(**changes: Any) -> Tags:
    words = {
        "title": "Council votes for “the pier” 😀",
        "newspaper": "The Quayside Courier",
        "voice": "Harbour",
        "published_at": dt.datetime(2031, 5, 5, 7, 30, tzinfo=dt.UTC),
        "language": "en-GB",
        "authors": ("Ida Brandt", "Mina Oh"),
        "address": "https://courier.example/city/pier/",
        "artwork": picture(),
        "chapters": (
            Chapter(0, "Council votes"),
            Chapter(2500, "“Why now?”"),
            Chapter(4000, "Ice"),
        ),
    }
    return Tags(**{**words, **changes})


def _vowel(chance: np.random.Generator, rate: int) -> Samples:
    length = int(rate * chance.uniform(0.08, 0.25))
    pulses = np.zeros(length)
    pulses[:: int(rate / chance.uniform(90, 140))] = 1.0
    breath = signal.sosfilt(signal.butter(2, 250, fs=rate, output="sos"), pulses)
    voice = breath.copy()
    for hertz in _FORMANTS_HZ[chance.integers(len(_FORMANTS_HZ))]:
        band = signal.butter(1, (hertz - 40, hertz + 40), "bandpass", fs=rate, output="sos")
        voice += 20 * signal.sosfilt(band, breath)
    shape = signal.windows.tukey(length, 0.4) * chance.uniform(0.2, 1.0)
    return np.asarray(voice * shape, dtype=np.float32)


def _hiss(chance: np.random.Generator, rate: int) -> Samples:
    length = int(rate * chance.uniform(0.02, 0.09))
    noise = chance.normal(0, 0.005, length)
    return np.asarray(noise * signal.windows.hann(length), dtype=np.float32)
