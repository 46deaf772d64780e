"""The part of `broadsheet check` that looks at the dictionaries, and at what they could not do."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings

from broadsheet.commands.finding import Finding
from broadsheet.lexicon.shelf import Source, sources
from broadsheet.lexicon.sniff import is_installed
from broadsheet.lexicon.spacy_analyst import installed_model, is_model
from broadsheet.lexicon.volume import DictionaryError
from broadsheet.reference.models import Wordbook

_ADD = "run: broadsheet dictionary add installed"
_EXTRA = 'pip install "broadsheet[lexicon]"'
_GET = f"get one: apt-get install wordnet-base wordnet-sense-index, or {_EXTRA}"


def findings() -> Iterable[Finding]:
    file = settings.CONFIG.dictionaries
    try:
        found = sources(file)
    except DictionaryError as error:
        yield Finding.wrong(f"the dictionaries cannot be read: {error}", f"then {_ADD}")
        return
    yield from _meanings(found)
    if found:
        yield from _model()
    if failed := Wordbook.objects.filter(state=Wordbook.State.FAILED).first():
        yield Finding.note(
            f"the words of {_failed()} reports could not be looked up; of {failed.pk} it says: "
            f"{failed.trouble}",
            "mend that and publish the report again",
        )


def _meanings(found: tuple[Source, ...]) -> Iterable[Finding]:
    meanings = [one for one in found if one.kind == "meanings"]
    if meanings:
        titles = ", ".join(one.title for one in meanings)
        yield Finding.fine(f"readers can look words up in {titles}")
        return
    is_here = is_installed("wordnet") or is_installed("gcide")
    yield Finding.note(
        "there is no dictionary, so readers cannot look words up",
        _ADD if is_here else f"{_GET}; then {_ADD}",
    )


def _model() -> Iterable[Finding]:
    named = settings.CONFIG.dictionary.model
    if named and not is_model(named):
        yield Finding.wrong(
            f"[dictionary] model is {named!r}, which is no spaCy model on this machine",
            f"name its folder, install it, or leave it empty; spaCy comes with: {_EXTRA}",
        )
    elif not (named or installed_model()):
        yield Finding.note(
            "sentences are read without a model, which orders meanings a little less well",
            _EXTRA,
        )


def _failed() -> int:
    return Wordbook.objects.filter(state=Wordbook.State.FAILED).count()
