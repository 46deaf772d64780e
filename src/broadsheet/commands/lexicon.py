"""`broadsheet lexicon`: what the words of a text file mean, with no newsroom at all."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from broadsheet.commands import dictionary
from broadsheet.commands.trouble import Trouble
from broadsheet.commands.unfiled_story import unfiled_story
from broadsheet.config import ConfigError, find_home
from broadsheet.galley.compose import compose
from broadsheet.galley.galley import Galley
from broadsheet.lexicon.choose_analyst import choose_analyst
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.gloss import gloss
from broadsheet.lexicon.glosses import Entry, Glosses
from broadsheet.lexicon.reading_level import ReadingLevel, reading_level, word_level
from broadsheet.lexicon.volume import DictionaryError
from broadsheet.lexicon.words_file import words_file

_WIDTH = 100
_WORD_WIDTH = 24
_SHOWN_SENSES = 3


def run(*, file: Path, model: str, shelf: Path | None, is_words_file: bool) -> None:
    """Print each entry once, in the order of the text; with `is_words_file` what a page fetches."""
    galley = compose(unfiled_story(file))
    try:
        with Dictionaries(shelf or _shelf()) as dictionaries:
            analyst = choose_analyst(dictionaries, model=model)
            glosses = gloss(galley, dictionaries, analyst=analyst)
            if is_words_file:
                click.echo(words_file(glosses, galley))
                return
            level = reading_level(galley, analyst.read(galley), dictionaries)
    except DictionaryError as error:
        raise Trouble(str(error)) from None
    for line in (*_told(level), "", *_table(galley, glosses), *_sources(glosses)):
        click.echo(line)


def _shelf() -> Path:
    """The newsroom's shelf where there is one, else the reader's own, filled at first use."""
    try:
        home = os.environ.get("BROADSHEET_NEWSROOM") or find_home(Path.cwd())
        if (found := Path(home) / "var" / dictionary.FILE_NAME).exists():
            return found
    except ConfigError:
        pass
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    own = Path(cache) / "broadsheet" / dictionary.FILE_NAME
    if not own.exists():
        click.echo(f"making {own} of the dictionaries on this machine", err=True)
        dictionary.add(dictionary.INSTALLED, name="", language="en", file=own)
    return own


def _told(level: ReadingLevel) -> Iterator[str]:
    if not level.words:
        yield "There is nothing to read in it."
        return
    reader = f", for readers at {level.level}" if level.level else ""
    yield (
        f"{level.words:,} words, {level.words_per_sentence} in a sentence, "
        f"grade {level.grade}{reader}; {level.rare_share:.1%} of them rare"
    )
    if level.rare:
        words = ", ".join(one.base for one in level.rare)
        yield from textwrap.wrap(f"Rare words: {words}", _WIDTH, subsequent_indent="  ")


def _table(galley: Galley, glosses: Glosses) -> Iterator[str]:
    told: set[Entry] = set()
    units = {unit.words[0]: unit for unit in reversed(glosses.units)}
    for number in range(len(galley.words)):
        unit = units.get(number)
        if unit and unit.entry not in told:
            told.add(unit.entry)
            yield from _row(" ".join(galley.word(one) for one in unit.words), unit.entry)
        entry = glosses.words[number]
        if entry and entry not in told:
            told.add(entry)
            yield from _row(galley.word(number), entry)


def _row(printed: str, entry: Entry) -> Iterator[str]:
    head = [entry.form or (entry.base if entry.base != printed else ""), entry.part]
    head += [f"/{entry.ipa}/" if entry.ipa else ""]
    head += [word_level(entry.zipf) if entry.zipf is not None else ""]
    yield f"{printed:<{_WORD_WIDTH}} {' · '.join(one for one in head if one)}"
    for at, sense in enumerate(entry.senses[:_SHOWN_SENSES], 1):
        simpler = f" (= {', '.join(sense.simpler)})" if sense.simpler else ""
        yield from _wrapped(f"{at}. {sense.gloss}{simpler}")
    for piece in entry.pieces:
        yield from _wrapped(f"{piece.written}: {piece.gloss}")


def _wrapped(text: str) -> list[str]:
    indent = " " * 4
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "   ",
        break_on_hyphens=False,
    )


def _sources(glosses: Glosses) -> Iterator[str]:
    yield ""
    for source in glosses.sources:
        yield f"{source.title}: {source.licence}"
