"""A line of text → where its sentences are.

News English is full of periods that end nothing: `U.S. President`, `Nov. 3`, `Mr. Kim`,
`“Why?” he asked`. Libraries that were tried either give no offsets back or end a sentence after
each of these, so the rules stand here, few and in the order in which they are asked. They are of
English first, with what Korean, Japanese, Chinese, German, French and Spanish need beside it.

All that is looked at around a mark is bounded: a line costs in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadsheet.galley.periods import ends_after_period
from broadsheet.galley.starters import begins_sentence
from broadsheet.galley.stops import Stop, stops

_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"(?<![\w.’'-])[^\W\d_]+")
# What stays small in a title where all else is capital.
_SMALL = frozenset(
    "a an and as at but by for from in into nor of on or over per than the to via vs with".split()
)

# `「なぜ？」と彼は聞いた。`, `“为什么？”他问。`: the sentence goes on after what was said.
_SAYING_WIDE = re.compile(r"[とっがはをにのでもへ、，]|[^。！？，、]{0,6}(?:说|說|问|問|道)")
# `“Why now?” Kim said.`
_SAYING = re.compile(
    r"(?:[A-Z][\w.’'-]{0,30},?\s|\d{1,3},\s|[a-z]{2,20}ly\s"
    r"|(?:of|the|and|for|at|in|to|from|de|van|von|al|then|also|later|once|has|had|who|a|an)\s"
    r"|(?:a|an|the|who|whose|his|her|its)\s[^.!?“”\",]{1,80},\s){0,9}?"
    r"(?:said|says|ask|asks|asked|wrote|writes|added|adds|told|replied|cried|shouted|answered|"
    r"recalled|wondered|demanded|exclaimed|quipped|joked|insisted|continued|remarked|responded|"
    r"yelled|screamed|tweeted|posted|whispered|declared|countered|explained|noted|recounted)\b"
)
# Names that end in an exclamation mark.
_EXCLAIMED = frozenset({"Yahoo", "Jeopardy", "Yum", "Kahoot"})


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, in order and without a gap: together they are the line.

    Each holds a letter or a digit, unless the whole line holds none.
    """
    start, first, last = 0, _first_letter(text, 0), _last_letter(text)
    is_title = _is_title(text)
    for stop in stops(text):
        if first < stop.at and stop.end <= last and _ends(stop, first, is_title=is_title):
            yield start, stop.end
            start, first = stop.end, _first_letter(text, stop.end)
    if start < len(text):
        yield start, len(text)


def _first_letter(text: str, start: int) -> int:
    found = _LETTER.search(text, start)
    return found.start() if found else len(text)


def _last_letter(text: str) -> int:
    return next((at for at in range(len(text) - 1, -1, -1) if text[at].isalnum()), -1)


def _is_title(text: str) -> bool:
    """Whether it is a headline such as `U.S. Officials Say Talks Will Resume`."""
    words = {found[0] for found in _WORD.finditer(text)} - _SMALL
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _ends(stop: Stop, first: int, *, is_title: bool) -> bool:
    if _goes_on(stop) or stop.is_alone:
        return False
    if stop.is_wide:
        return True
    if stop.is_ellipsis:
        return _ends_after_ellipsis(stop)
    if stop.mark == ".":
        return ends_after_period(stop, first, is_title=is_title)
    return stop.last_word not in _EXCLAIMED or begins_sentence(stop)


def _goes_on(stop: Stop) -> bool:
    """Whether the next word shows that this is no end, whatever the marks are."""
    if stop.is_wide:
        return bool(stop.is_quoted and _SAYING_WIDE.match(stop.next_word))
    if stop.next_word[:1] in {*".!?"}:
        return True
    # iPhone and eBay begin sentences as well.
    if stop.next_word[:1].islower() and not stop.next_word[1:2].isupper():
        return True
    is_said = stop.is_quoted and stop.mark != "." and not stop.openers
    return bool(is_said and _SAYING.match(stop.text, stop.end))


def _ends_after_ellipsis(stop: Stop) -> bool:
    before = stop.text[max(0, stop.at - 24) : stop.at]
    # `“I … I cannot say,”`
    if stop.stem in {word.strip("“‘\"'") for word in before.split()[-1:]}:
        return False
    return not before[-1:].isspace() or begins_sentence(stop)
