"""A galley, its script and a voice → the recording: sound, captions and cues in a folder."""

from __future__ import annotations

import os
import shutil
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from broadsheet.galley.galley import Galley
from broadsheet.voice.booth import Booth
from broadsheet.voice.chapters import chapters
from broadsheet.voice.cues.captions import captions
from broadsheet.voice.cues.word_cues import word_cues
from broadsheet.voice.finish_take import finish_take
from broadsheet.voice.finished_take import FinishedTake
from broadsheet.voice.sound.programme import LOUDNESS_LUFS, Programme
from broadsheet.voice.sound.release import release
from broadsheet.voice.sound.seal import Seal
from broadsheet.voice.sound.tags import Tags
from broadsheet.voice.take import Take
from broadsheet.voice.takes import Takes
from broadsheet.voice.tape import Tape
from broadsheet.voice.timeline import Timeline
from broadsheet.voice.utterance import Script, Utterance

_SCRATCH = ".recording"
# Sentences that are as loud as a programme come to less than it with the silences between them.
_FIRST_LUFS = -15.8
_NEAR_ENOUGH_LU = 0.35
_MOST_PASSES = 3


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
        programme, timeline, said = _tape(
            script, scratch, booth=booth, takes=takes, progress=progress
        )
        sound = release(
            programme,
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


def _tape(
    script: Script,
    folder: Path,
    *,
    booth: Booth,
    takes: Takes,
    progress: Callable[[int, int], None] | None,
) -> tuple[Programme, Timeline, int]:
    """The programme with every utterance, and how many had to be said for it.

    Each take is finished by itself and kept so, for one loudness: a correction finishes what was
    corrected. A programme that is not loud enough then, such as one of many very short
    sentences, is taped again for another loudness.
    """
    lufs, all_said = _FIRST_LUFS, 0
    for _ in range(_MOST_PASSES):
        programme, timeline, said = _pass(
            script, folder, booth=booth, takes=takes, progress=progress, lufs=lufs
        )
        all_said += said
        missing_lu = LOUDNESS_LUFS - programme.lufs
        if abs(missing_lu) < _NEAR_ENOUGH_LU:
            break
        # In halves, so that a correction aims at the same one.
        lufs += round(2 * missing_lu) / 2
        progress = progress and _at_the_end(progress)
    return programme, timeline, all_said


def _at_the_end(progress: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """All is said already: nobody is told that it begins again."""
    return lambda _, total: progress(total, total)


def _pass(
    script: Script,
    folder: Path,
    *,
    booth: Booth,
    takes: Takes,
    progress: Callable[[int, int], None] | None,
    lufs: float,
) -> tuple[Programme, Timeline, int]:
    voice = {"language": script.language, "signature": booth.signature}
    coming: deque[tuple[Utterance, Take | FinishedTake | None]] = deque()

    def wanted() -> Iterator[Utterance | Take | FinishedTake]:
        for utterance in script.utterances:
            kept = takes.find_finished(utterance, **voice, lufs=lufs) or takes.find(
                utterance, **voice
            )
            coming.append((utterance, kept))
            yield kept or utterance

    said = 0
    spoken: Generator[Take | FinishedTake, None, None] = booth.say_all(wanted())
    with Tape(folder) as tape, closing(spoken):
        for done, one in enumerate(spoken, 1):
            utterance, kept = coming.popleft()
            if isinstance(one, FinishedTake):
                tape.add(utterance, one)
            else:
                if kept is None:
                    takes.keep(one, utterance, **voice)
                    said += 1
                finished = finish_take(one, lufs=lufs)
                takes.keep_finished(finished, utterance, **voice, lufs=lufs)
                tape.add(utterance, finished)
            if progress:
                progress(done, len(script.utterances))
        return *tape.end(), said


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
