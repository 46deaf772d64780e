"""A recording and the words said in it → when each of them is heard, by PocketSphinx."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from pocketsphinx import Decoder

from broadsheet.voice.align.pronunciations import pronunciations
from broadsheet.voice.align.recording import Filed, Heard, Held, Recording
from broadsheet.voice.engine import EngineError
from broadsheet.voice.espeak import espeak
from broadsheet.voice.share_times import Span, share_times
from broadsheet.voice.take import Samples

_WINDOW_SECONDS = 30.0
_WINDOW_WORDS = 180  # six in a second, which nobody reads
_UNSURE_SECONDS = 5.0  # at a window's end, where a word may be cut

# The decoder tells times in steps of 10 ms. A step is judged by the 25.6 ms that begin with it, so
# that a change between two steps lies 7.8 ms after the beginning of the second.
_STEP_SECONDS = 0.01
_STEP_MIDDLE_SECONDS = 0.0078

_CLOSED_SECONDS = 0.12  # shorter gaps between words are closures of consonants, not pauses


def align(
    sound: Samples, sample_rate: int, words: Sequence[str], *, language: str = "en"
) -> tuple[Span, ...]:
    """Start and end in seconds of each of the words, which were said in this order.

    `sound` is mono, in [-1, 1]. The decoder knows English; words of another language are looked
    for by the sounds of English that are nearest to theirs. A word without a sound, such as a
    dash, shares the time of its neighbour.

    Raises EngineError where the words cannot be found in the sound. That it is the right text is
    taken on trust: another one of about the same length may be found in it.
    """
    return Aligner(language).align(Held(sound, sample_rate), words)


def align_file(path: Path, words: Sequence[str], *, language: str = "en") -> tuple[Span, ...]:
    """The same for a recording in a file, of which only half a minute at a time is in memory."""
    return Aligner(language).align(Filed(path), words)


class Aligner:
    """What `align` does, for one recording after the other in one language.

    Raises EngineError for a language that eSpeak does not know.
    """

    def __init__(self, language: str = "en") -> None:
        self._decoder = Decoder(lm=None, loglevel="FATAL")
        primary = language.lower().partition("-")[0]
        self._is_english = primary == "en"
        self._phonemize = espeak("en-us" if self._is_english else primary)
        self._names: dict[str, str] = {}

    def align(self, recording: Recording, words: Sequence[str]) -> tuple[Span, ...]:
        """See `align`."""
        names = {at: name for at, word in enumerate(words) if (name := self._name(word))}
        places = list(names)
        found: list[Span] = []
        start = 0.0
        while len(found) < len(places):
            at = places[len(found)]
            left = [names[place] for place in places[len(found) :]]
            spans, start = self._next(recording, start, left)
            if start >= recording.seconds and len(found) + len(spans) < len(places):
                raise EngineError(
                    f"the recording cannot be followed from “{words[at]}” on, word {at + 1} of"
                    f" {len(words)}; see that it says what the text says, to its end"
                )
            found.extend(spans)
        if not found:
            raise EngineError("there is no word to be found in the recording; give it a text")
        spans = _closed(found, recording.seconds)
        return share_times(dict(zip(places, spans, strict=True)), len(words))

    def _next(
        self, recording: Recording, start: float, names: Sequence[str]
    ) -> tuple[list[Span], float]:
        """The next words that are surely heard from `start` on, and where to go on after them."""
        end = start + _WINDOW_SECONDS
        if end + _WINDOW_SECONDS / 4 >= recording.seconds:
            spans = self._decode(recording.window(start, recording.seconds), names)
            return _moved(spans, start), recording.seconds
        first = names[:_WINDOW_WORDS]
        spans = _moved(self._decode(recording.window(start, end), first, may_stop=True), start)
        sure = [span for span in spans if span[1] <= end - _UNSURE_SECONDS]
        if not sure:
            # It may be music, or a speaker who waits.
            return [], start + _WINDOW_SECONDS / 2
        last = _last_before_a_pause(sure)
        return sure[: last + 1], sure[last][1]

    def _decode(self, heard: Heard, names: Sequence[str], *, may_stop: bool = False) -> list[Span]:
        """The words in what is heard: all or none of them, with `may_stop` as many as there are."""
        if not len(heard):
            return []
        decoder, last = self._decoder, len(names)
        steps = [(at, at + 1, 1.0, name) for at, name in enumerate(names)]
        stops = [(at, last, 1.0) for at in range(1, last)] if may_stop else []
        decoder.add_fsg("words", decoder.create_fsg("words", 0, last, [*steps, *stops]))
        decoder.activate_search("words")
        decoder.start_utt()
        decoder.process_raw(heard.tobytes(), full_utt=True)
        decoder.end_utt()
        return [
            (step.start_frame * _STEP_SECONDS, (step.end_frame + 1) * _STEP_SECONDS)
            for step in decoder.seg() or ()
            if step.word.startswith(_NAMED)
        ]

    def _name(self, word: str) -> str:
        """The name under which the decoder knows the word; "" for one without a sound."""
        if word not in self._names:
            ways = pronunciations(word, listed=self._listed, phonemize=self._phonemize)
            name = f"{_NAMED}{len(self._names)}" if ways else ""
            for at, way in enumerate(ways):
                self._decoder.add_word(f"{name}({at + 1})" if at else name, way, update=False)
            self._names[word] = name
        return self._names[word]

    def _listed(self, word: str) -> list[str]:
        return list(self._every_listed(word)) if self._is_english else []

    def _every_listed(self, word: str) -> Iterator[str]:
        number = 1
        while way := self._decoder.lookup_word(word if number == 1 else f"{word}({number})"):
            yield way
            number += 1


_NAMED = "word-"


def _moved(spans: Sequence[Span], seconds: float) -> list[Span]:
    by = seconds + _STEP_MIDDLE_SECONDS
    return [(start + by, end + by) for start, end in spans]


def _last_before_a_pause(spans: Sequence[Span]) -> int:
    """Of the later half of the words the one before the longest pause, where a cut is harmless."""
    half = len(spans) // 2
    gaps = [(after[0] - before[1], at) for at, (before, after) in enumerate(pairwise(spans))]
    return max(gaps[half:], default=(0.0, len(spans) - 1))[1]


def _closed(spans: Sequence[Span], seconds: float) -> list[Span]:
    """Without gaps that are no pauses, and within the recording."""
    closed: list[Span] = []
    for start, end in spans:
        before = closed[-1][1] if closed else 0.0
        begin = before if start - before < _CLOSED_SECONDS else start
        # The last step of the decoder may be fuller than the recording.
        closed.append((begin, min(end, seconds)))
    return closed
