"""A galley, its script and a voice → the recording: sound, captions and cues in a folder."""

from __future__ import annotations

import os
import shutil
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from broadsheet.galley.galley import Galley
from broadsheet.voice.booth import Booth
from broadsheet.voice.chapters import chapters
from broadsheet.voice.cues.captions import captions
from broadsheet.voice.cues.word_cues import word_cues
from broadsheet.voice.sound.publish_sound import publish_sound
from broadsheet.voice.sound.seal import Seal
from broadsheet.voice.sound.tags import Tags
from broadsheet.voice.take import Take
from broadsheet.voice.takes import Takes
from broadsheet.voice.tape import Tape
from broadsheet.voice.timeline import Timeline
from broadsheet.voice.utterance import Script, Utterance

_SCRATCH = ".recording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A report read aloud. `said` utterances were said for it, `kept` ones had been before."""

    mp3: Path
    mp3_bytes: int
    opus: Path
    opus_bytes: int
    captions: Path
    cues: Path
    milliseconds: int
    said: int
    kept: int

    @property
    def files(self) -> tuple[Path, ...]:
        return self.mp3, self.opus, self.captions, self.cues


def record(
    galley: Galley,
    script: Script,
    *,
    booth: Booth,
    takes: Takes,
    folder: Path,
    stem: str,
    tags: Tags,
    seal: Seal | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Recording:
    """Read a report aloud into `stem`.mp3, .opus, .vtt and .json in `folder`.

    `progress` is called with the utterances that are done and with how many there are. Chapters
    are added to the tags at the galley's headings. Whenever it is interrupted, what was said is
    kept in `takes`, so that the next time goes on from there, to the same bytes; the four files
    get their names together when all of them are whole. One recording at a time in a folder.

    Raises EngineError, SoundError and OSError.
    """
    with _scratch(folder) as scratch:
        tape = scratch / "tape.wav"
        timeline, said = _say(script, tape, booth=booth, takes=takes, progress=progress)
        sound = publish_sound(
            tape,
            scratch,
            replace(tags, chapters=chapters(galley, timeline)),
            stem=stem,
            seal=seal,
        )
        captions_file, cues_file = scratch / f"{stem}.vtt", scratch / f"{stem}.json"
        captions_file.write_text(captions(galley, timeline), encoding="utf-8")
        cues_file.write_bytes(word_cues(galley, timeline))
        made = [_synced(file) for file in (captions_file, cues_file, sound.opus, sound.mp3)]
        vtt, cues, opus, mp3 = [file.replace(folder / file.name) for file in made]
    return Recording(
        mp3=mp3,
        mp3_bytes=sound.mp3_bytes,
        opus=opus,
        opus_bytes=sound.opus_bytes,
        captions=vtt,
        cues=cues,
        milliseconds=sound.milliseconds,
        said=said,
        kept=len(script.utterances) - said,
    )


def _say(
    script: Script,
    file: Path,
    *,
    booth: Booth,
    takes: Takes,
    progress: Callable[[int, int], None] | None,
) -> tuple[Timeline, int]:
    """The tape with every utterance, and how many had to be said for it."""
    signature = booth.signature
    coming: deque[tuple[Utterance, Take | None]] = deque()

    def wanted() -> Iterator[Utterance | Take]:
        for utterance in script.utterances:
            kept = takes.find(utterance, language=script.language, signature=signature)
            coming.append((utterance, kept))
            yield kept or utterance

    said = 0
    with Tape(file) as tape, closing(booth.say_all(wanted())) as spoken:
        for done, take in enumerate(spoken, 1):
            utterance, kept = coming.popleft()
            if kept is None:
                takes.keep(take, utterance, language=script.language, signature=signature)
                said += 1
            tape.add(utterance, take)
            if progress:
                progress(done, len(script.utterances))
        return tape.end(), said


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """An empty folder in the folder, gone afterwards; what a kill left there goes before."""
    scratch = folder / _SCRATCH
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch)


def _synced(file: Path) -> Path:
    with file.open("rb") as handle:
        os.fsync(handle.fileno())
    return file
