from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.galley.compose import compose_text
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.plain_analyst import PlainAnalyst
from broadsheet.lexicon.reading_level import ReadingLevel, reading_level, word_level, zipf_of
from broadsheet.lexicon.shelf import add
from broadsheet.lexicon.syllables import syllables
from broadsheet.lexicon.volume import Frequency, Pronunciation
from tests.lexicon.making import make_galley, make_reading, make_shelf, make_volume, meaning


def judge(dictionaries: Dictionaries, *paragraphs: str) -> ReadingLevel:
    galley = make_galley(*paragraphs)
    return reading_level(galley, PlainAnalyst(dictionaries).read(galley), dictionaries)


def test_the_grade_is_that_of_flesch_and_kincaid(small: Dictionaries) -> None:
    level = judge(small, "The ship came to the bank. It was big.")
    assert (level.words, level.sentences, level.words_per_sentence) == (9, 2, 4.5)
    assert level.grade == max(0.0, round(0.39 * 4.5 + 11.8 * 9 / 9 - 15.59, 1))


def test_longer_words_and_sentences_are_harder(small: Dictionaries) -> None:
    easy = judge(small, "The ship came. The man went. It was a big bank.")
    hard = judge(small, "Intergovernmental considerations necessitated denuclearization.")
    assert hard.grade > easy.grade


def test_rare_words_are_told_from_the_rarest_with_their_places(small: Dictionaries) -> None:
    level = judge(small, "The ship left the quay by a zyxoid of the quay.")
    assert [(one.base, one.zipf, one.words) for one in level.rare] == [
        ("left", None, (2,)),
        ("zyxoid", None, (7,)),
        ("quay", 3.0, (4, 10)),
    ]
    assert level.rare_share == round(4 / 11, 3)


def test_captions_are_not_read_through(small: Dictionaries) -> None:
    galley = compose_text(
        (("paragraph", "The ship came."), ("caption", "A zyxoid.")), language="en"
    )
    level = reading_level(galley, PlainAnalyst(small).read(galley), small)
    assert level.words == 3


def test_a_word_with_a_capital_that_nobody_counted_is_taken_for_a_name(
    small: Dictionaries,
) -> None:
    assert zipf_of(make_reading("Zyx"), small) == 7.0
    assert zipf_of(make_reading("zyx"), small) == 0.0


def test_names_and_numbers_are_not_rare(small: Dictionaries) -> None:
    assert judge(small, "In 2031 the ship of Ida Brandt’s Bo Zyx had 4.2% of it.").rare == ()


@pytest.mark.parametrize(
    ("zipf", "level"),
    [(6.0, "A1"), (4.8, "A2"), (4.5, "B1"), (4.0, "B2"), (3.5, "C1"), (2.0, "C2")],
)
def test_a_rarer_word_is_of_a_higher_level(zipf: float, level: str) -> None:
    assert word_level(zipf) == level


@pytest.mark.parametrize(("hard", "level"), [(2, "A1"), (6, "C2")])
def test_a_report_is_for_whom_95_of_100_words_are_known(
    tmp_path: Path, hard: int, level: str
) -> None:
    file = tmp_path / "a.sqlite3"
    make_shelf(file, [meaning("ship"), meaning("zax")]).close()
    add(
        file,
        make_volume([Frequency("ship", 5.5), Frequency("zax", 1.0)], kind="frequencies"),
        name="b",
    )
    words = ["zax"] * hard + ["ship"] * (100 - hard)
    with Dictionaries(file) as dictionaries:
        assert judge(dictionaries, " ".join(words) + ".").level == level


def test_a_short_text_or_one_without_counts_has_no_level(
    small: Dictionaries, tmp_path: Path
) -> None:
    assert judge(small, "The ship came.").level is None
    with Dictionaries(tmp_path / "none.sqlite3") as none:
        assert judge(none, "ship " * 100).level is None


def test_a_text_without_words_is_judged_too(small: Dictionaries) -> None:
    assert judge(small, "— —").words == 0


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ship", 1),
        ("harbor", 2),
        ("agreed", 2),
        ("passed", 1),
        ("wanted", 2),
        ("table", 2),
        ("made", 1),
        ("crisis", 2),
    ],
)
def test_syllables_are_counted_by_spelling(small: Dictionaries, word: str, count: int) -> None:
    assert syllables(word, small) == count


def test_a_pronunciation_counts_better_than_a_spelling(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite3"
    said = [Pronunciation("business", "ˈbɪznəs"), Pronunciation("out", "aʊt")]
    add(file, make_volume(said, kind="pronunciations"), name="a")
    with Dictionaries(file) as dictionaries:
        assert (syllables("business", dictionaries), syllables("out", dictionaries)) == (2, 1)
