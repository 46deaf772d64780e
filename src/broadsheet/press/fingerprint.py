"""What every page has in common → one short string that changes when it does."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from django.conf import settings

from broadsheet.desk.furniture import newspaper

PRINTING_PACKAGES = ("broadsheet.paper", "broadsheet.feeds", "broadsheet.press.recipes")


def fingerprint() -> str:
    """SHA-256 over masthead, sections, policies, some settings, and our own templates and code."""
    config = settings.CONFIG
    set_for_all = (config.voice, config.sound.opening, config.dictionary.word_help)
    said = f"{newspaper()!r} {set_for_all!r} {_printing_code()}"
    return hashlib.sha256(said.encode()).hexdigest()


@cache
def _printing_code() -> str:
    digest = hashlib.sha256()
    for package in PRINTING_PACKAGES:
        _add(digest, files(package))
    return digest.hexdigest()


def _add(digest: hashlib._Hash, place: Traversable) -> None:
    for entry in sorted(place.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                _add(digest, entry)
        else:
            digest.update(entry.name.encode() + entry.read_bytes())
