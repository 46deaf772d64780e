"""What a voice finally gets of a phrase: the script's IPA, else espeak's reading."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from piper.phonemize_espeak import EspeakPhonemizer

from broadsheet.galley.compose import compose_text
from broadsheet.voice.script.write import write
from broadsheet.voice.utterance import Token

# Stress and length, and the glide that espeak writes between two vowels.
_UNCOUNTED = re.compile(r"[ˈˌːʲ.]")


def heard(phrase: str) -> str:
    """The sounds of each word, parted by spaces, without stress and length."""
    script = write(compose_text((("paragraph", phrase),), language="en"))
    tokens = [token for utterance in script.utterances for token in utterance.tokens]
    return " ".join(bare(token.ipa or _read(token)) for token in tokens)


def bare(ipa: str) -> str:
    """Sounds only."""
    return unicodedata.normalize("NFC", _UNCOUNTED.sub("", ipa)).strip()


def _read(token: Token) -> str:
    (sounds,) = _espeak().phonemize("en-us", token.text)
    return "".join(sounds)


@cache
def _espeak() -> EspeakPhonemizer:
    return EspeakPhonemizer()
