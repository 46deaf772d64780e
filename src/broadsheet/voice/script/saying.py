"""How the newsroom wants a word or a phrase to be said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from broadsheet.galley.galley import Galley
from broadsheet.galley.words import word_spans
from broadsheet.voice.script.respelling import respelled

# What espeak's voices can say, with the marks of stress, length and other manner.
_SOUNDS = frozenset(
    "abcdefhijklmnopqrstuvwxyzæçðøħŋœǀǁǂǃɐɑɒɓɔɕɖɗɘəɚɛɜɝɞɟɠɡɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊʋʌʍʎʏʐ"
    "ʑʒʔʕʘʙʛʜʝʟʡʢʰʲʷˈˌːˑˤ˞βεθχᵻⱱ\u0303\u0327\u0329\u032a\u032f "
)
# As people type it: ties and syllable dots are not said, and some letters look like others.
_TYPED = str.maketrans({"͡": "", "͜": "", ".": "", "'": "ˈ", "’": "ˈ", ":": "ː", "g": "ɡ", "ᵊ": "ə"})
_RESPELLING = re.compile(r"[^\W\d_]+(?:['’]?[ -]?[^\W\d_]+)*")
_LONGEST = 200


class SayingError(ValueError):
    """A saying that no voice could follow, in one sentence: what, what was found, what to do."""


@dataclass(frozen=True)
class Saying:
    """An entry of the newsroom's own list of pronunciations.

    `phrase` is a word or several, as written; it is met in capitals and small letters alike,
    unless it has a capital itself. `said` is a respelling in plain letters, `JUNG uhn`, stress in
    capitals, or IPA between slashes, `/dʒʌŋˈuːn/`. `language` is a BCP 47 tag (`en` takes in
    `en-GB`), "" for any.
    """

    phrase: str
    said: str
    language: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the phrase, parted as a galley parts them."""
        text = normal(self.phrase)
        return tuple(text[start:end] for start, end in word_spans(text))

    @property
    def is_exact(self) -> bool:
        """Whether capitals matter."""
        return any(letter.isupper() for letter in self.phrase)

    @property
    def ipa(self) -> str:
        """What is said, in IPA."""
        if not self.is_ipa:
            return respelled(self.said)
        return self.said.strip().strip("/").strip().translate(_TYPED)

    @property
    def is_ipa(self) -> bool:
        return self.said.strip().startswith("/")

    def is_in(self, language: str) -> bool:
        """Whether it holds for a report in this language."""
        own, other = self.language.casefold(), language.casefold()
        return not own or other == own or other.startswith(f"{own}-")


def check(saying: Saying) -> None:
    """Raises SayingError for a saying that is empty or that no voice could follow."""
    if not saying.words:
        raise SayingError(
            f"The phrase {saying.phrase!r} holds no word; write the word that is to be said."
        )
    written = saying.said.strip()
    if not written:
        raise SayingError(
            f"Nothing tells how {saying.phrase!r} is said; respell it in plain letters, or write"
            " IPA between slashes."
        )
    if len(written) > _LONGEST:
        raise SayingError(
            f"What is said for {saying.phrase!r} has {len(written)} characters; write at most"
            f" {_LONGEST}."
        )
    if saying.is_ipa:
        _check_ipa(saying, written)
    elif not _RESPELLING.fullmatch(written):
        raise SayingError(
            f"The respelling {written!r} of {saying.phrase!r} holds more than letters; write it"
            " with letters, hyphens and spaces only, or as IPA between slashes."
        )


def applies(saying: Saying, galley: Galley) -> bool:
    """Whether the report holds the phrase, in a language that the saying is for."""
    return saying.is_in(galley.language) and any(
        applicable((saying,), line.text) for line in galley.lines
    )


def applicable(sayings: Iterable[Saying], text: str) -> tuple[Saying, ...]:
    """Those whose phrase stands in the text, in their order, whatever their language."""
    plain = normal(text)
    words = [plain[start:end] for start, end in word_spans(plain)]
    return tuple(one for one in sayings if _stands_in(one, words))


def matches(saying: Saying, words: list[str]) -> bool:
    """Whether these words, as many as the phrase has, are the phrase or its possessive."""
    *first, last = words
    own = list(saying.words)
    if not saying.is_exact:
        first, last, own = [one.casefold() for one in first], last.casefold(), _folded(own)
    return first == own[:-1] and last in {own[-1], f"{own[-1]}'s", f"{own[-1]}'S"}


def normal(text: str) -> str:
    """Composed, with straight apostrophes: the same word however it was typed."""
    return unicodedata.normalize("NFC", text).replace("’", "'")


def _folded(words: list[str]) -> list[str]:
    return [one.casefold() for one in words]


def _stands_in(saying: Saying, words: list[str]) -> bool:
    count = len(saying.words)
    return count > 0 and any(
        matches(saying, words[at : at + count]) for at in range(len(words) - count + 1)
    )


def _check_ipa(saying: Saying, written: str) -> None:
    inner = written[1:-1].strip()
    if len(written) < 3 or not written.endswith("/") or not inner:
        raise SayingError(
            f"The IPA {written!r} of {saying.phrase!r} is not closed; write it between two"
            " slashes, such as /dʒʌŋ/."
        )
    unknown = sorted(set(unicodedata.normalize("NFD", inner.translate(_TYPED))) - _SOUNDS)
    if unknown:
        raise SayingError(
            f"The IPA {written!r} of {saying.phrase!r} holds {unknown[0]!r}, which no voice"
            " knows; write IPA symbols only."
        )
    if not any(sound.isalpha() and sound not in "ˈˌːˑʰʲʷˤ˞" for sound in inner):
        raise SayingError(
            f"The IPA {written!r} of {saying.phrase!r} holds no sound; write IPA symbols, such"
            " as /dʒʌŋ/."
        )
