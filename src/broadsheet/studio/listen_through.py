"""A recording and the script of its text → plain sound, and when each word is heard in it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from broadsheet.studio.listening.error import RecordingError
from broadsheet.voice.timeline import Said, Timeline
from broadsheet.voice.utterance import Script, Utterance

ALIGNER = "pocketsphinx"
PATIENCE_SECONDS = 3600
_GLANCE_SECONDS = 0.2
# Six words in a second is more than anybody reads, a word in three seconds less.
_FASTEST_WORD_SECONDS = 1 / 6
_SLOWEST_WORD_SECONDS = 3.0
_SLACK_SECONDS = 60.0

Span = tuple[float, float]


class Stopped(Exception):
    """The booth was told to stop."""


def listen_through(
    recording: Path, script: Script, wav: Path, *, is_stopped: Callable[[], bool]
) -> Timeline | None:
    """Write the recording as a WAV of one channel, and find the words of the script in it.

    What is not read is not in the timeline. None for a language that the aligner does not know: it
    knows English. Then nobody has checked that the recording reads this text, but for its length.

    Raises RecordingError, and Stopped as soon as it may.
    """
    asked = {"recording": str(recording), "wav": str(wav)}
    seconds = float(_ask("decode_worker", asked, is_stopped))
    _check_length(seconds, sum(len(one.tokens) for one in script.utterances))
    if not is_followed(script.language):
        return None
    if find_spec(ALIGNER) is None:
        raise RecordingError(
            f"the package {ALIGNER}, which finds the words in a recording, is not installed;"
            ' run pip install "broadsheet[align]" and start the booth again'
        )
    words = [(token.text, token.ipa) for one in script.utterances for token in one.tokens]
    lengths = [len(one.tokens) for one in script.utterances]
    asked_for_words = {"wav": str(wav), "words": words, "lengths": lengths}
    times = iter(_ask("follow_worker", asked_for_words, is_stopped))
    said = [
        heard
        for one in script.utterances
        if (heard := _said(one, [next(times) for _ in one.tokens])) is not None
    ]
    return Timeline(tuple(said), seconds)


def is_followed(language: str) -> bool:
    """Whether the aligner knows the language."""
    return language.casefold().partition("-")[0] == "en"


def _check_length(seconds: float, words: int) -> None:
    least = words * _FASTEST_WORD_SECONDS
    most = words * _SLOWEST_WORD_SECONDS + _SLACK_SECONDS
    if not least <= seconds <= most:
        raise RecordingError(
            f"the recording lasts {seconds:.0f} seconds, and the {words} words of the report take"
            f" {least:.0f} to {most:.0f} seconds; hand in the reading of this text, whole"
        )


def _said(utterance: Utterance, times: list[list[float] | None]) -> Said | None:
    heard = [
        (token, (time[0], time[1]))
        for token, time in zip(utterance.tokens, times, strict=True)
        if time
    ]
    if not heard:
        return None
    tokens, spans = zip(*heard, strict=True)
    return Said(replace(utterance, tokens=tokens), spans[0][0], spans[-1][1], spans)


def _ask(worker: str, asked: dict[str, Any], is_stopped: Callable[[], bool]) -> Any:
    """What a process of its own says. Raises RecordingError where it dies or does not end."""
    command = [sys.executable, "-m", f"broadsheet.studio.listening.{worker}"]
    until = time.monotonic() + PATIENCE_SECONDS
    with subprocess.Popen(  # noqa: S603  # the command is our own
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as process:
        told: str | None = json.dumps(asked)
        while True:
            try:
                said, _ = process.communicate(told, timeout=_GLANCE_SECONDS)
                break
            except subprocess.TimeoutExpired:
                told = None
                if is_stopped():
                    process.kill()
                    raise Stopped from None
                if time.monotonic() > until:
                    process.kill()
                    raise RecordingError(
                        f"nobody could listen through it within {PATIENCE_SECONDS // 60} minutes;"
                        " export it again as WAV or FLAC"
                    ) from None
    try:
        answer = json.loads(said)
    except ValueError as error:
        raise RecordingError(
            f"the file broke the decoder (exit {process.returncode}); export it again as WAV"
        ) from error
    if "trouble" in answer:
        raise RecordingError(answer["trouble"])
    return answer["done"]
