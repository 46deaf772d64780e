"""What is heard in a recording, beside the words of the text → when each of them is heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from broadsheet.studio.listening.error import RecordingError
from broadsheet.studio.listening.hear import HeardWord
from broadsheet.voice.share_times import Span

# So many words in a row are no chance. Of another article a tenth is heard so, of the right one
# nearly all.
_RUN = 3
_LEAST_OF_THE_TEXT = 0.5
_LEAST_OF_THE_RECORDING = 0.4
_LEAST_OF_AN_UTTERANCE = 0.5
# Within an utterance nobody is silent for longer, but for words that were not recognised.
_LONGEST_REST_SECONDS = 3.0
_LONGEST_WORD_SECONDS = 1.0

Times = tuple[Span | None, ...]


def follow(heard: Sequence[HeardWord], numbers: Sequence[int], lengths: Sequence[int]) -> Times:
    """For each word of the text when it is heard, None for one that is not.

    `numbers` are the words of the text as `hear` numbers them, `lengths` how many of them each
    utterance has. Of an utterance of which too little is heard no word counts.

    Raises RecordingError where the recording reads another text.
    """
    said = [one.word for one in heard]
    blocks = SequenceMatcher(None, said, numbers, autojunk=False).get_matching_blocks()
    sure = sum(block.size for block in blocks if block.size >= min(_RUN, len(numbers)))
    is_text = sure >= _LEAST_OF_THE_TEXT * len(numbers)
    if not (sure and is_text and sure >= _LEAST_OF_THE_RECORDING * len(said)):
        raise RecordingError(
            f"the recording does not read this report: {sure} of its {len(numbers)} words are"
            f" heard in their order, among {len(said)}; hand in the reading of this text"
        )
    times: list[Span | None] = [None] * len(numbers)
    for block in blocks:
        for at in range(block.size):
            times[block.b + at] = heard[block.a + at].span
    return tuple(_cleared(times, lengths))


def _cleared(times: list[Span | None], lengths: Sequence[int]) -> Iterator[Span | None]:
    first = 0
    for length in lengths:
        own = times[first : first + length]
        kept = _together([at for at, span in enumerate(own) if span], own)
        is_heard = len(kept) >= _LEAST_OF_AN_UTTERANCE * length
        yield from (span if is_heard and at in kept else None for at, span in enumerate(own))
        first += length


def _together(places: list[int], times: Sequence[Span | None]) -> set[int]:
    """The largest group of words that are heard one soon after the other."""
    groups: list[list[int]] = [places[:1]]
    for before, after in pairwise(places):
        rest = _start(times[after]) - _start(times[before])
        if rest > _LONGEST_REST_SECONDS + _LONGEST_WORD_SECONDS * (after - before):
            groups.append([])
        groups[-1].append(after)
    largest = max(groups, key=len)
    return set(largest)


def _start(span: Span | None) -> float:
    return span[0] if span else 0.0
