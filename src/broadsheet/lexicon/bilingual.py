"""The lines of a printed-style entry → its meanings: parts of speech, numbers, sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from broadsheet.lexicon.volume import Meaning, Part

_PARTS: dict[str, Part] = {
    "n": "noun", "noun": "noun", "s": "noun", "pl": "noun", "v": "verb", "vt": "verb",
    "vi": "verb", "v t": "verb", "v i": "verb", "vb": "verb", "verb": "verb", "a": "adjective",
    "adj": "adjective", "adjective": "adjective", "adv": "adverb", "adverb": "adverb",
    "명사": "noun", "동사": "verb", "형용사": "adjective", "부사": "adverb",
}  # fmt: skip
_LABEL = re.compile(r"[<\[(]?\b(?P<label>v\. ?[ti]|[a-z]{1,9}|[가-힣]{2,3})\b\.?[>\])]?[.:,]?\s*")
_NUMBER = re.compile(r"(?:\(?\d{1,2}[.)]|[①-⑳])\s*")
_SOUND = re.compile(r"[/\[]([^/\[\]]{1,80})[/\]]")
_SOURCE_MARK = re.compile(r"\[(?:1913 Webster|PJC|WordNet[^\]]*|Webster[^\]]*|Century[^\]]*)\]")
MOST_MEANINGS = 12


@dataclass(frozen=True, slots=True)
class Given:
    """One meaning as an entry gives it, before it has its order."""

    headword: str
    part: Part
    gloss: str
    pronunciation: str

    def at(self, order: int) -> Meaning:
        return Meaning(
            headword=self.headword,
            part=self.part,
            order=order,
            gloss=self.gloss,
            pronunciation=self.pronunciation,
        )


def parted(headword: str, lines: list[str]) -> Iterator[Given]:
    """The meanings of an entry, at most a dozen. Each line is one, or goes on from one before.

    Where lines are numbered only a number begins a new one.
    """
    head, body = _parted_head(headword, [_SOURCE_MARK.sub("", line).strip() for line in lines])
    part, rest = _label(head)
    sound = _sound(head)
    is_numbered = any(_NUMBER.match(line) for line in body)
    glosses: list[tuple[Part, list[str]]] = []
    for line in body:
        found, text = _label(line)
        starts = bool(_NUMBER.match(text)) or not is_numbered or not glosses
        part = found or part
        if starts:
            glosses.append((part, [_NUMBER.sub("", text, count=1)]))
        else:
            glosses[-1][1].append(text)
    if not glosses and rest:
        glosses.append((part, [rest]))
    for kind, texts in glosses[:MOST_MEANINGS]:
        if gloss := " ".join(texts).strip():
            yield Given(headword, kind, gloss, sound)


def _parted_head(headword: str, lines: list[str]) -> tuple[str, list[str]]:
    """What the first line says beside the headword, where it repeats it, and the other lines."""
    lines = [line for line in lines if line]
    head = ""
    while (
        lines
        and (lines[0].lower().startswith(headword.lower()) or _SOUND.fullmatch(lines[0]))
        and (len(lines) > 1 or _SOUND.fullmatch(lines[0]))
    ):
        line = lines.pop(0)
        is_repeated = line.lower().startswith(headword.lower())
        head = f"{head} {line[len(headword) :] if is_repeated else line}".strip()
    return head, lines


def _label(line: str) -> tuple[Part, str]:
    text = line
    if "\\" in line:  # GCIDE: Coagulate \Co*ag"u*late\, v. t.
        text = line.rsplit("\\", 1)[1].lstrip(", ")
    elif sound := _SOUND.match(line):
        text = line[sound.end() :].lstrip(", ")
    label = _LABEL.match(text)
    if label:
        name = label["label"].replace(". ", " ").replace(".", " ").strip()
        is_marked = text[label.start()] in "<[(" or "." in label[0] or label.end() == len(text)
        if name in _PARTS and is_marked:
            return _PARTS[name], text[label.end() :]
    return "", line


def _sound(head: str) -> str:
    found = _SOUND.search(head) if "\\" not in head else None
    return found[1].strip() if found else ""
