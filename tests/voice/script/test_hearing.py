from __future__ import annotations

from pathlib import Path

from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP

from broadsheet.voice.script.grammar.names import listed_names
from tests.voice.script.hearing import bare, heard

LEAST_NAMES = 150
LEAST_SHARE = 0.98


def test_names_and_hard_words_sound_as_a_newsreader_says_them() -> None:
    lines = (Path(__file__).parent / "golden.tsv").read_text(encoding="utf-8").splitlines()
    golden = dict(line.split("\t") for line in lines)
    misses = {
        phrase: (expected, said)
        for phrase, expected in golden.items()
        for said in [heard(phrase)]
        if said not in {bare(one) for one in expected.split("|")}
    }
    assert len(golden) >= LEAST_NAMES
    assert len(misses) <= (1 - LEAST_SHARE) * len(golden), misses


def test_every_sound_of_the_list_of_names_is_one_that_the_voice_has() -> None:
    sounds = set("".join(listed_names().values()))
    assert sounds - {" "} <= set(DEFAULT_PHONEME_ID_MAP)
