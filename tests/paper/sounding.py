"""A report read aloud by tones: each word has its pitch, so that what is heard can be told."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import soundfile

from broadsheet.galley.compose import compose
from broadsheet.paper import pages
from broadsheet.story import Story
from tests.paper import making
from tests.paper.site import Site

RATE = 24_000
WORD_MS = 240
PAUSE_MS = 360  # before each sentence, and at the end
SPOKEN = {"headline", "standfirst", "byline", "heading", "paragraph", "item", "correction"}


@dataclass(frozen=True, kw_only=True)
class Cue:
    """When a word is heard, where it stands and at which pitch (Hz) it is sung."""

    place: str
    start_ms: int
    end_ms: int
    start16: int
    end16: int
    text: str
    pitch: int


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A story with its sound: `sentences` are the cues of each, in the order of the sound."""

    story: Story
    sentences: tuple[tuple[Cue, ...], ...]
    files: dict[str, tuple[bytes, str]]

    @property
    def cues(self) -> tuple[Cue, ...]:
        return tuple(cue for sentence in self.sentences for cue in sentence)

    @property
    def site(self) -> Site:
        page = pages.report_page(self.story, making.make_newspaper())
        return Site({"report": page}, files=dict(self.files))

    def asked_for(self, seconds: float) -> Cue | None:
        """The word that is heard at that time, None in a pause."""
        now = round(seconds * 1000)
        return next((cue for cue in self.cues if cue.start_ms <= now < cue.end_ms), None)


@cache
def read_aloud() -> Reading:
    """The full story, some 100 seconds long. The second and third word of a sentence change places,
    as "$1.2 billion" is said with its dollars last: cues also lead back in the text."""
    lines: list[Any] = []
    sentences = []
    now = 0
    story = making.make_full_story()
    for line in compose(story).lines:
        if line.role not in SPOKEN:
            continue
        packed = []
        for sentence in line.sentences:
            now += PAUSE_MS
            words = list(sentence.words)
            words[1:3] = reversed(words[1:3])
            cues = []
            for word in words:
                cues.append(
                    Cue(
                        place=line.place,
                        start_ms=now,
                        end_ms=now + WORD_MS,
                        start16=line.utf16(word.start),
                        end16=line.utf16(word.end),
                        text=line.text[word.start : word.end],
                        pitch=400 + 75 * (word.number % 32),
                    )
                )
                now += WORD_MS
            sentences.append(tuple(cues))
            packed.append(_packed(cues, line.utf16(sentence.start), line.utf16(sentence.end)))
        lines.append([line.place, packed])
    duration_ms = now + PAUSE_MS
    cues_file = {"version": 1, "duration": duration_ms, "lines": lines}
    samples = _sung(sentences, duration_ms)
    mp3, opus = _mp3(samples), _opus(samples)
    sound = making.make_sound(
        mp3_bytes=len(mp3), opus_bytes=len(opus), milliseconds=duration_ms, voice="Tones"
    )
    return Reading(
        story=making.make_full_story(sound=sound),
        sentences=tuple(sentences),
        files={
            sound.mp3_path: (mp3, "audio/mpeg"),
            sound.opus_path: (opus, "audio/ogg"),
            sound.captions_path: (b"WEBVTT\n", "text/vtt"),
            sound.cues_path: (json.dumps(cues_file).encode(), "application/json"),
        },
    )


def _packed(cues: list[Cue], start16: int, end16: int) -> list[Any]:
    flat = [0, cues[0].end_ms - cues[0].start_ms]
    flat += [cues[0].start16 - start16, cues[0].end16 - cues[0].start16]
    for before, cue in pairwise(cues):
        flat += [cue.start_ms - before.start_ms, cue.end_ms - cue.start_ms]
        flat += [cue.start16 - before.start16, cue.end16 - cue.start16]
    return [cues[0].start_ms, cues[-1].end_ms, start16, end16, flat]


def _sung(sentences: list[tuple[Cue, ...]], duration_ms: int) -> np.ndarray:
    samples = np.zeros(duration_ms * RATE // 1000, dtype=np.float32)
    for sentence in sentences:
        for cue in sentence:
            place = np.arange(cue.start_ms * RATE // 1000, cue.end_ms * RATE // 1000)
            samples[place] = 0.4 * np.sin(2 * np.pi * cue.pitch * place / RATE)
    return samples


def _mp3(samples: np.ndarray) -> bytes:
    out = io.BytesIO()
    soundfile.write(
        out, samples, RATE, format="MP3", bitrate_mode="CONSTANT", compression_level=0.7
    )
    return out.getvalue()


def _opus(samples: np.ndarray) -> bytes:
    out = io.BytesIO()
    soundfile.write(out, samples, RATE, format="OGG", subtype="OPUS")
    return out.getvalue()
