"""A mastered programme → MP3 and Opus."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from broadsheet.voice.sound.mp3_writer import Mp3Writer
from broadsheet.voice.sound.opus_writer import OpusWriter
from broadsheet.voice.take import Samples


def encode(sound: Iterable[Samples], rate: int, *, mp3: Path, opus: Path) -> None:
    """Write both files in one go through the sound, which is mono at 24 or 48 kHz.

    The same sound gives the same bytes, and every sound keeps its place in both files. The MP3
    may be up to 0.1 s longer than the sound.
    """
    with (
        closing(Mp3Writer(mp3, rate)) as mp3_writer,
        closing(OpusWriter(opus, rate)) as opus_writer,
    ):
        for block in sound:
            mp3_writer.take(block)
            opus_writer.take(block)
        mp3_writer.finish()
        opus_writer.finish()
