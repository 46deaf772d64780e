from __future__ import annotations

import pytest

from tests.voice.script.scoring import kinds, score, score_of

LEAST_SENTENCES = 450
LEAST_SHARE = 0.98


@pytest.mark.parametrize("kind", kinds())
def test_news_sentences_are_said_as_a_good_newsreader_says_them(kind: str) -> None:
    one = score_of(kind)
    assert one.share >= LEAST_SHARE, one.misses


def test_there_are_sentences_enough_to_tell() -> None:
    assert sum(one.count for one in score()) >= LEAST_SENTENCES
