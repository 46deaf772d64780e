"""What a machine has → the best analyst that it can run."""

from __future__ import annotations

from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.plain_analyst import PlainAnalyst
from broadsheet.lexicon.reading import Analyst
from broadsheet.lexicon.spacy_analyst import SpacyAnalyst, installed_model


def choose_analyst(dictionaries: Dictionaries, *, model: str = "") -> Analyst:
    """spaCy with `model` (a package or a folder), else with one that is here, else without it."""
    name = model or installed_model()
    return SpacyAnalyst(name, dictionaries) if name else PlainAnalyst(dictionaries)
