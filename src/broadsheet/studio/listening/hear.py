"""A recording and the words of a text → those that are heard in it, by PocketSphinx."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from pocketsphinx import Decoder, NGramModel

from broadsheet.studio.listening.language_model import language_model
from broadsheet.voice.align.arpabet import arpabet
from broadsheet.voice.align.pronunciations import pronunciations
from broadsheet.voice.align.recording import HEARD_RATE, Filed, Heard
from broadsheet.voice.espeak import espeak
from broadsheet.voice.share_times import Span

# A piece ends at the quietest place of its last ten seconds, so that no word is cut.
_PIECE_SECONDS = 30.0
_QUIET_WITHIN_SECONDS = 10.0
_QUIET_SECONDS = 0.2
_HOP = HEARD_RATE // 50

# As in `voice.align`: steps of 10 ms, each judged by the 25.6 ms that begin with it.
_STEP_SECONDS = 0.01
_STEP_MIDDLE_SECONDS = 0.0078


@dataclass(frozen=True, slots=True)
class HeardWord:
    """A word that is heard, by its number among the different words of the text."""

    word: int
    span: Span


def hear(path: Path, words: Sequence[tuple[str, str]]) -> tuple[HeardWord, ...]:
    """What is said in a file of sound, as far as it is of these words (each with its IPA or "").

    A speaker may leave words out, add some and come back. `words` are those of the whole text in
    their order; equal ones have one number, that of the first of them.
    """
    listener = _Listener(words)
    recording = Filed(path)
    found: list[HeardWord] = []
    start = 0.0
    while start < recording.seconds:
        end = _end_of_piece(recording, start)
        found += listener.hear(recording.window(start, end), start)
        start = end
    return tuple(found)


def _end_of_piece(recording: Filed, start: float) -> float:
    end = start + _PIECE_SECONDS
    if end + _QUIET_WITHIN_SECONDS >= recording.seconds:
        return recording.seconds
    begin = end - _QUIET_WITHIN_SECONDS
    heard = recording.window(begin, end).astype(np.float64)
    hops = heard[: len(heard) // _HOP * _HOP].reshape(-1, _HOP)
    energy = np.square(hops).mean(axis=1)
    width = round(_QUIET_SECONDS * HEARD_RATE / _HOP)
    quietest = int(np.argmin(np.convolve(energy, np.ones(width), "valid")))
    return begin + (quietest + width / 2) * _HOP / HEARD_RATE


class _Listener:
    def __init__(self, words: Sequence[tuple[str, str]]) -> None:
        self._decoder = Decoder(lm=None, loglevel="FATAL")
        self._phonemize = espeak("en-us")
        names = {word: f"word-{at}" for at, word in reversed(list(enumerate(words)))}
        known = {word: name for word, name in names.items() if self._add(name, *word)}
        model = language_model([known[word] for word in words if word in known])
        with TemporaryDirectory(prefix="broadsheet-") as folder:
            file = Path(folder, "text.arpa")
            file.write_text(model, encoding="ascii")
            ngrams = NGramModel(self._decoder.config, self._decoder.logmath, str(file))
        self._decoder.add_lm("text", ngrams)
        self._decoder.activate_search("text")

    def hear(self, heard: Heard, seconds: float) -> Iterator[HeardWord]:
        decoder = self._decoder
        decoder.start_utt()
        decoder.process_raw(heard.tobytes(), full_utt=True)
        decoder.end_utt()
        for step in decoder.seg() or ():
            if step.word.startswith("word-"):
                number = int(step.word.partition("(")[0].removeprefix("word-"))
                start = seconds + step.start_frame * _STEP_SECONDS + _STEP_MIDDLE_SECONDS
                end = seconds + (step.end_frame + 1) * _STEP_SECONDS + _STEP_MIDDLE_SECONDS
                yield HeardWord(number, (start, end))

    def _add(self, name: str, text: str, ipa: str) -> bool:
        """Teach the decoder the word; False for one without a sound."""
        own = (arpabet(ipa),) if ipa else ()
        ways = (*own, *pronunciations(text, listed=self._listed, phonemize=self._phonemize))
        for at, way in enumerate(dict.fromkeys(way for way in ways if way)):
            self._decoder.add_word(f"{name}({at + 1})" if at else name, way, update=False)
        return any(ways)

    def _listed(self, word: str) -> list[str]:
        ways: list[str] = []
        while way := self._decoder.lookup_word(f"{word}({len(ways) + 1})" if ways else word):
            ways.append(way)
        return ways
