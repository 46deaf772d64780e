"""An utterance → the phonemes to be spoken, token by token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.voice.engines.espeak_ipa import espeak_ipa
from broadsheet.voice.engines.spans import token_spans
from broadsheet.voice.espeak import Phonemizer
from broadsheet.voice.utterance import Pause, Token, Utterance

# U N, K B S, U N's: letters said one by one.
_SPELLED = re.compile(r"(?:[^\W\d_] )+[^\W\d_](?:['’]?s)?")

_UNSAID = re.compile(r"[^\w\s'’-]|_")


@dataclass(frozen=True, slots=True)
class Note:
    """One token in eSpeak's phonemes; "" for one that has no sound.

    `is_joined` tells that the next one follows as if they were one word, as in `of the`.
    """

    phonemes: str
    is_joined: bool
    pause: Pause


def score(utterance: Utterance, phonemize: Phonemizer, voice: str) -> tuple[Note, ...]:
    """A note for each token, in order.

    The utterance is read as a whole, so that its words have their weak forms and links, and each
    token's part of it is found after. A token that tells how it is said is said so, and so are
    letters that are spelled: the last one carries the stress.

    Raises EngineError for a pronunciation that cannot be read.
    """
    tokens = utterance.tokens
    sentence = phonemize(_written(tokens))
    spans = token_spans(sentence, [phonemize(_sayable(token.text)) for token in tokens])
    notes = []
    for at, (token, (start, end)) in enumerate(zip(tokens, spans, strict=True)):
        own = _own(token, phonemize, voice)
        is_last = at == len(tokens) - 1
        is_joined = not is_last and not token.pause and spans[at + 1][0] == end
        follows_own = is_joined and bool(own or _own(tokens[at + 1], phonemize, voice))
        notes.append(Note(own or sentence[start:end], is_joined and not follows_own, token.pause))
    return tuple(notes)


def _written(tokens: Sequence[Token]) -> str:
    """The words for eSpeak, which ends a clause at a comma and makes its weak forms within it."""
    said = (f"{_sayable(token.text)}{',' if token.pause else ''}" for token in tokens)
    return " ".join(said).rstrip(",")


def _sayable(text: str) -> str:
    """Without quotation marks and the like, should one have been left in."""
    return _UNSAID.sub("", text).strip()


def _own(token: Token, phonemize: Phonemizer, voice: str) -> str:
    if token.ipa:
        return espeak_ipa(token.ipa, voice)
    if not _SPELLED.fullmatch(token.text):
        return ""
    letters = [phonemize(letter) for letter in token.text.split()]
    *others, last = letters
    return "".join(letter.replace("ˈ", "ˌ") for letter in others) + last
