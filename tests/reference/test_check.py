"""What `broadsheet check` says of the dictionaries."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test.utils import override_settings

from broadsheet.commands import check_reference
from broadsheet.commands.check_reference import findings
from broadsheet.config import Config
from broadsheet.lexicon import shelf
from broadsheet.reference.models import Wordbook
from broadsheet.setting.dictionary import DictionaryConfig
from tests.reference.conftest import make_explained


def said() -> str:
    return "\n".join(map(str, findings()))


@pytest.mark.parametrize("is_here", [True, False])
def test_why_there_is_no_dictionary_and_what_to_do(
    newsroom: Config, monkeypatch: pytest.MonkeyPatch, is_here: bool
) -> None:
    monkeypatch.setattr(check_reference, "is_installed", lambda _what: is_here)
    text = said()
    assert "readers cannot look words up" in text
    assert "broadsheet dictionary add installed" in text
    assert ("apt-get install wordnet-base" in text) is not is_here


def test_a_shelf_without_meanings_is_no_dictionary(site: Path, newsroom: Config) -> None:
    assert "readers can look words up in A small dictionary" in said()
    shelf.remove(newsroom.dictionaries, "small")
    assert "readers cannot look words up" in said()


def test_a_broken_shelf_is_wrong(newsroom: Config) -> None:
    newsroom.dictionaries.write_bytes(b"no shelf at all")
    assert said().startswith("WRONG")


def test_a_model_that_is_not_there_is_wrong(site: Path) -> None:
    named = DictionaryConfig(model="no_such_model")
    with override_settings(CONFIG=settings.CONFIG.model_copy(update={"dictionary": named})):
        assert "'no_such_model', which is no spaCy model" in said()


def test_words_that_could_not_be_looked_up_are_counted(site: Path) -> None:
    make_explained("The ship came.")
    Wordbook.objects.get().fail("the shelf is on fire", made_with="")
    assert "the words of 1 reports could not be looked up" in said()
    assert "the shelf is on fire" in said()
