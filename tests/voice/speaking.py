"""A voice that hums instead of speaking, and goes wrong at the words that ask for it."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from broadsheet.voice.engine import EngineError
from broadsheet.voice.take import Take
from broadsheet.voice.utterance import Token, Utterance
from broadsheet.voice.voice_spec import VoiceSpec

SAMPLE_RATE = 8_000
LETTER_SECONDS = 0.04
ENTRY_POINTS = "[broadsheet.engines]\nhumming = tests.voice.speaking:Humming\n"


@pytest.fixture
def humming(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install the voice as somebody else's package would. Gives the folder for `humming_spec`."""
    install(tmp_path / "installed")
    monkeypatch.syspath_prepend(str(tmp_path / "installed"))
    folder = tmp_path / "humming"
    folder.mkdir()
    return folder


def install(site: Path) -> None:
    """Make a folder that tells of the voice to whoever has it in `sys.path`."""
    (site / "humming-1.dist-info").mkdir(parents=True)
    (site / "humming-1.dist-info/METADATA").write_text("Name: humming\nVersion: 1\n")
    (site / "humming-1.dist-info/entry_points.txt").write_text(ENTRY_POINTS)


def humming_spec(folder: Path, **settings: str) -> VoiceSpec:
    """The voice with its folder: what it says is noted in `said`, and it obeys what lies there."""
    pairs = (("folder", str(folder)), *sorted(settings.items()))
    return VoiceSpec(name="Humming", engine="humming", settings=pairs)


def said(folder: Path) -> list[str]:
    """The sentences that were said since the folder was made, by whichever process."""
    file = folder / "said"
    return file.read_text().splitlines() if file.exists() else []


def utterances(*texts: str, pause_after_ms: int = 100) -> tuple[Utterance, ...]:
    """One for each text, its words numbered through."""
    made: list[Utterance] = []
    number = 0
    for at, text in enumerate(texts):
        tokens = []
        for word in text.split():
            tokens.append(Token(word, (number,)))
            number += 1
        made.append(
            Utterance(line=at, sentence=at, tokens=tuple(tokens), pause_after_ms=pause_after_ms)
        )
    return tuple(made)


class Humming:
    """Hums a tone for each word, which is higher the more letters the word has."""

    def __init__(self, spec: VoiceSpec) -> None:
        self._settings = dict(spec.settings)
        self._folder = Path(self._settings["folder"])
        if trouble := self._settings.get("loading", ""):
            self._note(f"loading {trouble}")
            self._go_wrong(trouble)

    @property
    def signature(self) -> str:
        return self._settings.get("signature", "humming 1")

    def say(self, utterance: Utterance) -> Take:
        self._note(utterance.text)
        if any(token.text == "leaves" for token in utterance.tokens):
            os._exit(3)
        for token in utterance.tokens:
            self._go_wrong(token.text)
        return self._spoilt(hum(utterance), utterance)

    def _note(self, what: str) -> None:
        with (self._folder / "said").open("a") as file:
            file.write(f"{what}\n")

    def _go_wrong(self, word: str) -> None:
        match word:
            case "hangs":
                signal.pause()
            case "waits":
                while not (self._folder / "go").exists():
                    time.sleep(0.01)
            case "dies":
                sys.stderr.write("out of breath\n")
                sys.stderr.flush()
                os.kill(os.getpid(), signal.SIGKILL)
            case "faints" if not (self._folder / "fainted").exists():
                (self._folder / "fainted").touch()
                os.kill(os.getpid(), signal.SIGSEGV)
            case "refuses":
                raise EngineError("the humming voice will not; ask for another word")
            case "stumbles":
                raise KeyError("stumbles")

    @staticmethod
    def _spoilt(take: Take, utterance: Utterance) -> Take:
        words = {token.text for token in utterance.tokens}
        if "silent" in words:
            return Take(np.zeros_like(take.sound), take.sample_rate, take.times)
        if "nothing" in words:
            return Take(take.sound * np.float32("nan"), take.sample_rate, take.times)
        if "untimed" in words:
            return Take(take.sound, take.sample_rate, ())
        if "faster" in words:
            return Take(take.sound, take.sample_rate * 2, take.times)
        return take


def hum(utterance: Utterance) -> Take:
    tones: list[np.ndarray] = []
    times: list[tuple[float, float]] = []
    end = 0.0
    for token in utterance.tokens:
        samples = round(len(token.text) * LETTER_SECONDS * SAMPLE_RATE)
        at = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
        tones.append(0.3 * np.sin(2 * np.pi * (150 + 40 * len(token.text)) * at))
        start, end = end, end + samples / SAMPLE_RATE
        times.append((start, end))
    return Take(np.concatenate(tones).astype(np.float32), SAMPLE_RATE, tuple(times))
