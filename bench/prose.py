"""Invented prose for archives of any size: the same number gives the same report."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from dataclasses import replace
from itertools import accumulate

from broadsheet import story as s
from broadsheet.wire.copy import Copy, Writer

_BROAD = ("National", "World", "Business", "Culture", "Sport", "Science", "Opinion", "Local")
_NARROW = ("Parliament", "Coast", "Shipping", "Weather")
# Forty: eight at the top, and four in each of them.
SECTIONS = [(broad, *narrow) for broad in _BROAD for narrow in ((), *((name,) for name in _NARROW))]
# The most frequent words of English, the most frequent first.
_FREQUENT = [
    *("the", "of", "to", "and", "a", "in", "that", "is", "was", "for", "it", "on", "be", "with"),
    *("as", "by", "at", "from", "have", "he", "this", "not", "are", "but", "had", "his", "they"),
    *("which", "or", "has", "an", "we", "were", "been", "their", "one", "you", "all", "said"),
    *("who", "will", "more", "would"),
]
_SYLLABLES = [f"{first}{last}" for first in "bdfghklmnprst" for last in "aeo"]


def prose(number: int, *, published_at: dt.datetime | None = None) -> Copy:
    """Report `number` of an archive: about 500 words in 12 paragraphs, by one of 300 writers."""
    dice = random.Random(number)
    headline = _sentence(dice, 9).rstrip(".")
    return Copy(
        headline=f"{headline} {number}",
        shape="text",
        digest=hashlib.sha256(f"bench {number}".encode()).hexdigest(),
        account=(),
        standfirst=_sentence(dice, 18),
        byline=(Writer(name=dice.choice(_WRITERS)),),
        sections=dice.choice(SECTIONS),
        body=tuple(
            s.Paragraph(s.Text(" ".join(_sentence(dice, 14) for _ in range(3)))) for _ in range(12)
        ),
        topics=tuple(dice.sample(_TOPICS, 2)),
        published_on=published_at.date() if published_at else None,
        published_time=published_at.timetz() if published_at else None,
    )


def illustrated(copy: Copy, *, source: str) -> Copy:
    """The report with a lead photo, whose file is called `source`."""
    photo = s.Photo(
        caption=f"{copy.standfirst} [BENCH PICTURES]",
        alt=copy.headline,
        credit="Bench Pictures",
        source=source,
    )
    return replace(copy, lead=photo)


def as_text(copy: Copy) -> str:
    """The report as a reporter would type it."""
    body = "\n\n".join(block.text.plain for block in copy.body if isinstance(block, s.Paragraph))
    return f"{copy.headline}\n\n{copy.standfirst}\n\nBy {copy.byline[0].name}\n\n{body}\n"


def _invented(size: int) -> list[str]:
    dice = random.Random(7)
    words = {"".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))) for _ in range(size)}
    return dice.sample(sorted(words), len(words))


_INVENTED = _invented(8000)
_NAMES = [word.title() for word in _INVENTED[-600:]]
_WRITERS = [" ".join(pair) for pair in zip(_NAMES[:300], _NAMES[300:600], strict=True)]
# 2,000 pairs of which none is another turned round.
_TOPICS = [f"{_NAMES[at % 600]} {_NAMES[(at % 600 + 1 + at // 600) % 600]}" for at in range(2000)]

# Words fall as they do in English: the n-th most frequent about 1/n as often as the first.
_WORDS = [*_FREQUENT, *_INVENTED]
_WEIGHTS = list(accumulate(1 / (rank + 2) for rank in range(len(_WORDS))))


def _sentence(dice: random.Random, words: int) -> str:
    chosen = dice.choices(_WORDS, cum_weights=_WEIGHTS, k=words)
    chosen[0] = chosen[0].title()
    if dice.random() < 0.5:
        chosen[words // 2] = dice.choice(_NAMES)
    return " ".join(chosen) + "."
