"""Programmes that nobody has said: galleys, tokens and times out of nothing."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from broadsheet.galley.compose import compose_text
from broadsheet.galley.galley import Galley
from broadsheet.voice.timeline import Said, Timeline
from broadsheet.voice.utterance import Token, Utterance

WORD_SECONDS = 0.25
PAUSE_SECONDS = 0.5


def make_galley(*paragraphs: str, headline: str = "") -> Galley:
    head = (("headline", headline),) if headline else ()
    return compose_text((*head, *(("paragraph", text) for text in paragraphs)), language="en")


def tokens_of(galley: Galley, sentence: int) -> tuple[Token, ...]:
    """Each word of a sentence said once, as it is written."""
    words = galley.sentences[sentence][1].words
    return tuple(Token(galley.word(word.number), (word.number,)) for word in words)


def make_utterance(galley: Galley, sentence: int, tokens: Sequence[Token] = ()) -> Utterance:
    return Utterance(
        line=galley.sentences[sentence][0].number,
        sentence=sentence,
        tokens=tuple(tokens) or tokens_of(galley, sentence),
    )


def make_timeline(*utterances: Utterance, gap_seconds: float = 0.0) -> Timeline:
    """Every token takes a quarter of a second, and half a second passes after an utterance."""
    said, at = [], 0.0
    for utterance in utterances:
        begin, times = at, []
        for _ in utterance.tokens:
            times.append((at, at + WORD_SECONDS))
            at += WORD_SECONDS + gap_seconds
        said.append(Said(utterance, begin, times[-1][1], tuple(times)))
        at += PAUSE_SECONDS
    return Timeline(tuple(said), at)


def read_plainly(galley: Galley, **gap: float) -> Timeline:
    """Every sentence with words in it, in the order of the galley."""
    numbers = [sentence.number for _, sentence in galley.sentences if sentence.words]
    return make_timeline(*(make_utterance(galley, number) for number in numbers), **gap)


_WORDS = st.sampled_from(
    [
        "pier",
        "Sørn",
        "$1.2",
        "billion",
        "52-48",
        "U.N.",
        "don’t",
        "😀",
        "𝒜bc",
        "Jong-un",
        "<b>",
        "&",
        "—",
    ]
)
_ENDS = st.sampled_from([". ", "? ", "! ", ".” ", "… "])


@st.composite
def texts(draw: st.DrawFn) -> str:
    sentences = draw(st.lists(st.lists(_WORDS, min_size=1, max_size=9), min_size=1, max_size=4))
    return "".join(f"The {' '.join(words)}{draw(_ENDS)}" for words in sentences)


@st.composite
def programmes(draw: st.DrawFn) -> tuple[Galley, Timeline]:
    """A galley with a reading of it that joins, repeats, drops and cuts as scripts do."""
    galley = make_galley(*draw(st.lists(texts(), min_size=1, max_size=3)), headline=draw(texts()))
    said: list[Said] = []
    at = draw(st.floats(0, 2))
    for _, sentence in galley.sentences:
        if not sentence.words:
            continue
        numbers = [word.number for word in sentence.words]
        tokens = draw(_tokens(numbers))
        cut = draw(st.integers(1, len(tokens)))
        parts = (tokens[:cut], tokens[cut:])
        for part in parts if any(token.words for token in parts[1]) else (tokens,):
            if part:
                one = Utterance(
                    line=galley.sentences[sentence.number][0].number,
                    sentence=sentence.number,
                    tokens=part,
                )
                said.append(draw(_said(one, at)))
                at = said[-1].end + draw(st.floats(0, 1))
    return galley, Timeline(tuple(said), at)


def _tokens(numbers: list[int]) -> st.SearchStrategy[tuple[Token, ...]]:
    some = st.lists(st.sampled_from(numbers), max_size=3, unique=True).map(sorted)
    token = st.builds(lambda words: Token("word", tuple(words)), some)
    first = st.builds(lambda word: (Token("word", (word,)),), st.sampled_from(numbers))
    return st.builds(
        lambda begin, more: begin + tuple(more), first, st.lists(token, max_size=2 * len(numbers))
    )


@st.composite
def _said(draw: st.DrawFn, utterance: Utterance, begin: float) -> Said:
    at, times = begin, []
    for _ in utterance.tokens:
        at += draw(st.floats(0, 0.3))
        start, at = at, at + draw(st.floats(0.01, 0.8))
        times.append((start, at))
    return Said(utterance, begin, at, tuple(times))
