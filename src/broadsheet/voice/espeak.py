"""Text → phonemes, by eSpeak NG as it comes with Piper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from piper import espeakbridge
from piper.phonemize_espeak import ESPEAK_DATA_DIR

from broadsheet.voice.engine import EngineError

# (ko)…(en-us) stands around a word that eSpeak reads in another language.
_LANGUAGE_FLAG = re.compile(r"\([^)]*\)")

Phonemizer = Callable[[str], str]


def espeak(voice: str) -> Phonemizer:
    """A function from text to phonemes in eSpeak's own IPA, decomposed (NFD), words as it joins
    them, its clauses parted by a space and without punctuation. It remembers what it said.

    `voice` is one of eSpeak's, such as `en-us`. Raises EngineError where there is no such voice.
    """
    _start()
    _choose(voice)

    @lru_cache(maxsize=20_000)
    def phonemize(text: str) -> str:
        # eSpeak keeps one voice for the whole process, and another engine may have set its own.
        _choose(voice)
        clauses = espeakbridge.get_phonemes(text)
        said = " ".join(_LANGUAGE_FLAG.sub("", phonemes).strip() for phonemes, _, _ in clauses)
        return unicodedata.normalize("NFD", said.replace("\N{ZERO WIDTH JOINER}", ""))

    return phonemize


@lru_cache(maxsize=1)
def _start() -> None:
    espeakbridge.initialize(str(ESPEAK_DATA_DIR))


def _choose(voice: str) -> None:
    try:
        espeakbridge.set_voice(voice)
    except RuntimeError as error:
        raise EngineError(
            f"eSpeak NG has no voice {voice!r}; write one that espeak-ng --voices lists"
        ) from error
