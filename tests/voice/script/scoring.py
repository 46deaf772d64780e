"""How much of the news sentences is said as a good newsreader would say it, class by class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from broadsheet.galley.compose import compose_text
from broadsheet.galley.galley import Role
from broadsheet.voice.script.write import write

_HOME = Path(__file__).parent / "sentences"
# In these the marks matter as much as the words.
_WITH_MARKS = frozenset({"pauses"})
_ROLES: dict[str, Role] = {"headlines": "headline"}
_APOSTROPHE = re.compile(r"(?<=s)'(?!\w)")  # the workers' rights
_MARKS = re.compile(r"[,;:—….?!]")


@dataclass(frozen=True)
class Score:
    """`misses` are (written, expected, said)."""

    kind: str
    count: int
    misses: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return 1 - len(self.misses) / self.count


def score() -> list[Score]:
    """One for each class of sentences, in alphabetical order."""
    return [score_of(kind) for kind in kinds()]


def kinds() -> list[str]:
    """The classes, named like their files."""
    return sorted(file.stem for file in _HOME.glob("*.tsv"))


def score_of(kind: str) -> Score:
    """The score of one class."""
    pairs = list(_pairs(_HOME / f"{kind}.tsv"))
    has_marks = kind in _WITH_MARKS
    misses = [
        (written, expected, said)
        for written, expected in pairs
        for said in [_said(written, _ROLES.get(kind, "paragraph"))]
        if _plain(said, has_marks=has_marks) != _plain(expected, has_marks=has_marks)
    ]
    return Score(kind, len(pairs), misses)


def _pairs(file: Path) -> Iterator[tuple[str, str]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        written, expected = line.split("\t")
        yield written, expected


def _said(written: str, role: Role) -> str:
    script = write(compose_text(((role, written),), language="en"))
    return " ".join(one.text for one in script.utterances)


def _plain(said: str, *, has_marks: bool) -> str:
    """Capitals and hyphens are spelling; nobody hears them."""
    words = _APOSTROPHE.sub("", said.casefold().replace("-", " "))
    return " ".join((words if has_marks else _MARKS.sub(" ", words)).split())
