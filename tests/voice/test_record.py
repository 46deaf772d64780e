from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pyloudnorm import Meter

from broadsheet.voice.engine import EngineError
from broadsheet.voice.finish_take import finish_take
from broadsheet.voice.finished_take import FinishedTake
from broadsheet.voice.record import Recording
from broadsheet.voice.sound.decoded import decoded
from broadsheet.voice.sound.error import SoundError
from broadsheet.voice.take import Take
from tests.voice.recording import record_text
from tests.voice.speaking import said
from tests.voice.waiting import another_process, wait_until

PIER = """The north pier of Lindvik took its first boats on Monday.
# What it cost
The council paid half of the repair. The ferry company paid the rest.
Nobody was hurt."""
SENTENCES = [
    "The north pier of Lindvik took its first boats on Monday.",
    "What it cost.",
    "The council paid half of the repair.",
    "The ferry company paid the rest.",
    "Nobody was hurt.",
]
NAMES = {"pier.mp3", "pier.opus", "pier.vtt", "pier.json"}


class Desk:
    """Folders for one test, and a recording in them for each call."""

    def __init__(self, humming: Path, tmp_path: Path) -> None:
        self.humming = humming
        self.takes = tmp_path / "takes"
        self.folder = tmp_path / "recordings"
        self.told: list[tuple[int, int]] = []

    def record(self, text: str, folder: Path | None = None, **settings: str) -> Recording:
        return record_text(
            text,
            folder or self.folder,
            humming=self.humming,
            takes=self.takes,
            progress=lambda done, of: self.told.append((done, of)),
            **settings,
        )

    def words(self, file: Path, *more: str) -> list[str]:
        """What to run to record a file in another process."""
        words = [file, self.folder, self.humming, self.takes, *more]
        return [sys.executable, "-m", "tests.voice.recording", *map(str, words)]


@pytest.fixture
def desk(humming: Path, tmp_path: Path) -> Desk:
    return Desk(humming, tmp_path)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()} if folder.exists() else {}


def test_a_report_becomes_four_files(desk: Desk) -> None:
    made = desk.record(PIER)
    assert set(contents(desk.folder)) == NAMES
    assert {file.name for file in made.files} == NAMES
    assert made.said == 5
    assert made.kept == 0
    assert sorted(said(desk.humming)) == sorted(SENTENCES)
    assert made.mp3_bytes == len(contents(desk.folder)["pier.mp3"])
    assert made.opus_bytes == len(contents(desk.folder)["pier.opus"])
    with soundfile.SoundFile(made.opus) as sound:
        assert made.milliseconds == pytest.approx(sound.frames / sound.samplerate * 1000, abs=60)
    assert made.captions.read_text().startswith("WEBVTT")
    assert json.loads(made.cues.read_bytes())


def test_progress_is_told_utterance_by_utterance(desk: Desk) -> None:
    desk.record(PIER)
    assert desk.told[:5] == [(number, 5) for number in range(1, 6)]
    # Sentences as short as these are finished once more, louder.
    assert desk.told[5:] == [(5, 5)] * 5


def test_a_corrected_report_says_only_what_changed(desk: Desk) -> None:
    desk.record(PIER)
    before = len(said(desk.humming))
    corrected = "An opening line.\n" + PIER.replace("paid half", "paid a third")
    made = desk.record(corrected)
    assert sorted(said(desk.humming)[before:]) == [
        "An opening line.",
        "The council paid a third of the repair.",
    ]
    assert (made.said, made.kept) == (2, 4)


def test_a_report_sounds_the_same_whether_its_takes_were_kept_or_not(
    desk: Desk, tmp_path: Path
) -> None:
    desk.record(PIER)
    made = desk.record(PIER, tmp_path / "again")
    assert made.said == 0
    assert contents(tmp_path / "again") == contents(desk.folder)


def test_a_report_of_very_short_sentences_is_as_loud_as_any_other(desk: Desk) -> None:
    made = desk.record("Yes it is.\nNo.\nYes.\nNo, no.\nIt is.\nNo.\nOne.\nTwo.\nSix.\nTen.")
    for file in (made.mp3, made.opus):
        pieces, rates = zip(*decoded(file), strict=True)
        lufs = Meter(rates[0]).integrated_loudness(np.concatenate(pieces))
        assert lufs == pytest.approx(-16, abs=0.5)


def test_only_what_is_corrected_is_finished_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.record(PIER)
    finished: list[float] = []

    def finish(take: Take, *, lufs: float) -> FinishedTake:
        finished.append(lufs)
        return finish_take(take, lufs=lufs)

    monkeypatch.setattr("broadsheet.voice.record.finish_take", finish)
    desk.record(PIER.replace("paid half", "paid a third"))
    # One sentence, for the loudness that is tried first and for the one that these come to.
    assert len(finished) == len(set(finished)) == 2


def test_another_voice_says_all_of_it_again(desk: Desk) -> None:
    desk.record(PIER)
    assert desk.record(PIER, signature="humming 2").said == 5


@pytest.mark.parametrize("word", ["hurt refuses", "hurt is silent", "hurt faster", "hurt dies"])
def test_a_report_that_cannot_be_said_leaves_the_recording_before_it_as_it_was(
    desk: Desk, word: str
) -> None:
    desk.record(PIER)
    before = contents(desk.folder)
    with pytest.raises(EngineError, match="Nobody was hurt"):
        desk.record(PIER.replace("hurt", word))
    assert contents(desk.folder) == before


def test_a_report_that_cannot_be_finished_leaves_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoilt(*_: object, **__: object) -> None:
        raise SoundError("the wax is broken; take another")

    monkeypatch.setattr("broadsheet.voice.record.release", spoilt)
    with pytest.raises(SoundError):
        desk.record(PIER)
    assert contents(desk.folder) == {}


def test_a_report_without_a_word_is_refused(desk: Desk) -> None:
    with pytest.raises(EngineError, match="nothing to be said"):
        desk.record("")
    assert contents(desk.folder) == {}


def test_a_recording_that_was_killed_is_taken_up_again(desk: Desk, tmp_path: Path) -> None:
    text = PIER.replace("Nobody was hurt.", "It waits. Nobody was hurt.")
    (tmp_path / "pier.txt").write_text(text)
    with another_process(desk.words(tmp_path / "pier.txt")) as process:
        wait_until(lambda: "It waits." in said(desk.humming))
        wait_until(lambda: len(list(desk.takes.rglob("*.take"))) == 4)
    assert process.returncode == -signal.SIGKILL
    assert not NAMES & {file.name for file in desk.folder.iterdir()}

    (desk.humming / "go").touch()
    before = len(said(desk.humming))
    made = desk.record(text)
    assert sorted(said(desk.humming)[before:]) == ["It waits.", "Nobody was hurt."]
    assert (made.said, made.kept) == (2, 4)
    undisturbed = Desk(desk.humming, tmp_path / "undisturbed")
    undisturbed.record(text)
    assert contents(desk.folder) == contents(undisturbed.folder)
    assert set(contents(desk.folder)) == NAMES


def test_memory_does_not_grow_with_the_length_of_a_report(desk: Desk, tmp_path: Path) -> None:
    peaks = []
    for count in (400, 4_000):
        file = tmp_path / f"{count}.txt"
        file.write_text("\n".join(boats(count)))
        with another_process(desk.words(file, "measure")) as process:
            out, _ = process.communicate()
        peaks.append([float(megabytes) for megabytes in out.split()])
    assert len(said(desk.humming)) == 4_000 // WORDS_PER_BOAT
    (recorder, speaker), (recorder_of_more, speaker_of_more) = peaks
    # All that is said in the longer one would be 20 MB.
    assert recorder_of_more < recorder + 8
    assert speaker_of_more < speaker + 8


WORDS_PER_BOAT = 14


def boats(words: int) -> Iterator[str]:
    """So many words in sentences of which no two are alike."""
    for number in range(words // WORDS_PER_BOAT):
        name = "".join("bdfgklmnrst"[number // 11**place % 11] + "a" for place in range(4))
        yield f"The boat {name} came into the harbour of Lindvik on the morning tide again."
