"""The newsroom's list, ready to be looked up word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from broadsheet.voice.script.endings import with_s
from broadsheet.voice.script.passage import Passage
from broadsheet.voice.script.said import Reading, Said
from broadsheet.voice.script.saying import Saying, check, matches, normal

_NO_LETTER = re.compile(r"[^\w' -]|[\d_]")


class Sayings:
    """Sayings for one language. Longer phrases go first, then those with capitals."""

    def __init__(self, sayings: Iterable[Saying], *, language: str) -> None:
        """Raises SayingError for a saying that no voice could follow."""
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
        spans = passage.words[first:]
        words = [normal(passage.text[a:b]) for a, b in spans[:12]]
        for one in self._by_first.get(_key(words[0]), ()):
            count = len(one.words)
            if count <= len(words) and matches(one, words[:count]):
                is_possessive = words[count - 1].casefold() != one.words[-1].casefold()
                return _reading(one, words[:count], spans[:count], is_possessive=is_possessive)
        return []


def _key(word: str) -> str:
    return word.casefold().removesuffix("'s")


def _reading(
    saying: Saying, words: list[str], spans: tuple[tuple[int, int], ...], *, is_possessive: bool
) -> Reading:
    ipa = with_s(saying.ipa) if is_possessive and saying.ipa else saying.ipa
    written = " ".join(words) if saying.is_ipa else saying.said.lower()
    if is_possessive and not saying.is_ipa:
        written += "'s"
    texts, sounds = _plain(written).split(" "), ipa.split(" ")
    if len(texts) == len(spans) and len(sounds) in {0, len(spans)}:
        return [
            Said(text, start, end, sound)
            for text, sound, (start, end) in zip(texts, sounds, spans, strict=True)
        ]
    return [Said(" ".join(texts), spans[0][0], spans[-1][1], ipa)]


def _plain(text: str) -> str:
    """Letters, apostrophes, hyphens and single spaces: what a token may hold."""
    return re.sub(r"\s+", " ", _NO_LETTER.sub(" ", text)).strip() or "name"
