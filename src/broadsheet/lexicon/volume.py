"""A dictionary as its reader gives it, before it stands in the newsroom's file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["meanings", "pronunciations", "frequencies"]
Part = Literal["noun", "verb", "adjective", "adverb", ""]


class DictionaryError(Exception):
    """What is wrong with a dictionary, in one sentence with what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One meaning of one headword.

    `order` counts from 1 within a headword and part of speech, as the dictionary orders them.
    `count` is how often it was met in a text whose meanings were marked by hand; 0 where nobody
    counted. `synonyms` are headwords with the same meaning. `subject` holds a class such as
    `noun.act` and fields such as `military`. `about` is text that tells what it has to do with.
    `frames` are the sentences that a verb stands in, by WordNet's numbers.
    """

    headword: str
    part: Part = ""
    order: int = 1
    gloss: str
    example: str = ""
    pronunciation: str = ""
    count: int = 0
    key: str = ""
    synonyms: tuple[str, ...] = ()
    subject: str = ""
    about: str = ""
    frames: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """An irregular form: `went` is a form of the verb `go`."""

    written: str
    part: Part
    base: str


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """How a word is said, in IPA without slashes. `order` is 1 for the usual way."""

    headword: str
    ipa: str
    order: int = 1


@dataclass(frozen=True, slots=True)
class Frequency:
    """How common a written word is, as a Zipf value: log10 of its uses in 10^9 words."""

    word: str
    zipf: float


Record = Meaning | Form | Pronunciation | Frequency


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A whole dictionary. `records` can be read once and raises DictionaryError where it breaks.

    `language` is what the headwords are in, `gloss_language` what they are explained in. `origin`
    is what was read: a file's name, a package.
    """

    title: str
    kind: Kind
    language: str
    gloss_language: str
    licence: str
    origin: str
    records: Iterator[Record]
