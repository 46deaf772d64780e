"""The newsroom's dictionaries: whether there are any, and which they are."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.shelf import sources
from broadsheet.lexicon.volume import DictionaryError

# The language whose words the lexicon can take to their base forms.
LANGUAGE = "en"
# Another number when the words of a report would come out otherwise by our own doing.
EDITION = 1


def shelf_file() -> Path:
    """Where the dictionaries stand, or would stand."""
    return Path(settings.CONFIG.dictionaries)


def has_shelf() -> bool:
    """Whether there is a file of dictionaries at all. It costs next to nothing to ask."""
    return shelf_file().exists()


def explains_words() -> bool:
    """Whether a dictionary of meanings is on the shelf, and the shelf can be read."""
    try:
        found = sources(shelf_file())
    except DictionaryError:
        return False
    return any(one.kind == "meanings" and one.language == LANGUAGE for one in found)


def is_explained(language: str) -> bool:
    """Whether words of a report in this language can be looked up."""
    return language.partition("-")[0].casefold() == LANGUAGE


def made_with() -> str:
    """Which dictionaries and which model words are looked up by now; "" where there are none."""
    try:
        file = shelf_file().stat()
    except FileNotFoundError:
        return ""
    return f"{EDITION} {file.st_size} {file.st_mtime_ns} {settings.CONFIG.dictionary.model}"


def open_shelf() -> Dictionaries:
    """The dictionaries, for a look-up at the desk. Raises DictionaryError."""
    return Dictionaries(shelf_file())
