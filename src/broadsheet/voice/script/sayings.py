"""The newsroom's list, ready to be looked up word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from broadsheet.voice.script.endings import with_s
from broadsheet.voice.script.letters import in_letters
from broadsheet.voice.script.passage import Passage, Span
from broadsheet.voice.script.said import Reading, Said
from broadsheet.voice.script.saying import Saying, check, matches, normal

_LONGEST = 12  # words of a phrase that is looked for
_JOINING = re.compile(r"[\s\-–—/&'’]*")
_LETTERS = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


class Sayings:
    """Sayings for one language. Longer phrases go first, then those with capitals."""

    def __init__(self, sayings: Iterable[Saying], *, language: str) -> None:
        """Raises SayingError for a saying that no voice could follow."""
        self._is_english = language.casefold().partition("-")[0] == "en"
        self._by_first: dict[str, list[Saying]] = {}
        for one in sayings:
            check(one)
            if one.is_in(language):
                self._by_first.setdefault(_key(one.words[0]), []).append(one)
        for those in self._by_first.values():
            those.sort(key=lambda one: (-len(one.words), not one.is_exact))

    def at(self, passage: Passage, start: int) -> Reading:
        """What the newsroom says for the words from `start` on; [] where it says nothing."""
        if not self._by_first:
            return []
        first = passage.touched(start, start + 1).start
        spans = passage.words[first : first + _LONGEST]
        words = [normal(passage.text[a:b]) for a, b in spans]
        for one in self._by_first.get(_key(words[0]), ()):
            count = len(one.words)
            if (
                count <= len(words)
                and matches(one, words[:count])
                and _is_one_phrase(passage.text, spans[:count], one.phrase)
            ):
                return self._reading(one, words[:count], spans[:count])
        return []

    def _reading(self, saying: Saying, words: list[str], spans: tuple[Span, ...]) -> Reading:
        is_possessive = words[-1].casefold() != saying.words[-1].casefold()
        # Dictionaries write the English r as r, which is a rolled one to a voice.
        ipa = saying.ipa.replace("r", "ɹ") if self._is_english else saying.ipa
        if is_possessive and ipa:
            ipa = with_s(ipa)
        written = " ".join(words) if saying.is_ipa else saying.said.lower()
        if is_possessive and not saying.is_ipa:
            written += "'s"
        texts, sounds = _plain(written), ipa.split()
        if len(texts) == len(spans) and len(sounds) in {0, len(spans)}:
            sounds = sounds or [""] * len(spans)
            return [
                Said(text, start, end, sound)
                for text, sound, (start, end) in zip(texts, sounds, spans, strict=True)
            ]
        return [Said(" ".join(texts), spans[0][0], spans[-1][1], " ".join(sounds))]


def _key(word: str) -> str:
    return word.casefold().removesuffix("'s")


def _is_one_phrase(text: str, spans: tuple[Span, ...], phrase: str) -> bool:
    """Whether no comma or period parts the words: `in Port, City officials` is no Port City."""
    gaps = (text[end:start] for (_, end), (start, _) in pairwise(spans))
    return all(_JOINING.fullmatch(gap) or gap in phrase for gap in gaps)


def _plain(text: str) -> list[str]:
    """Words of letters, apostrophes and hyphens: what a token may hold."""
    parts: list[str] = []
    for word in text.split():
        is_plain = _LETTERS.fullmatch(word) and not any(map(str.isnumeric, word))
        parts.extend([word] if is_plain else in_letters(word))
    return parts
