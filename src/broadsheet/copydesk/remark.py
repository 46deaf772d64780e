"""One thing that a copy editor would say of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["topic", "link", "sentence", "name", "date"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is wrong, where, and the words in question.

    `place` is that of a line (`galley.placed`) or of a card: `headline`, `body.3`, `body.5.1`;
    empty where it is about the report as a whole. `other` is the second spelling of a name, the
    address of a link, the number of words of a sentence.
    """

    kind: Kind
    place: str = ""
    words: str = ""
    other: str = ""
