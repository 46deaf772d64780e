"""How common English words are, as PyPI's `wordfreq` knows it → a volume of frequencies.

Its numbers are merged from books, news, subtitles, the web and talk up to 2021
(doi.org/10.5281/zenodo.7199437).
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from broadsheet.lexicon.volume import DictionaryError, Frequency, Record, Volume

LICENCE = "CC BY-SA 4.0 (Robyn Speer, wordfreq)"
MOST_WORDS = 200_000


def read_wordfreq() -> Volume:
    """Raises DictionaryError where the package is not installed."""
    if find_spec("wordfreq") is None:
        raise DictionaryError("frequencies: the package wordfreq is not here; install wordfreq")
    return Volume(
        title="wordfreq",
        kind="frequencies",
        language="en",
        gloss_language="",
        licence=LICENCE,
        origin="wordfreq",
        records=_records(),
    )


def _records() -> Iterator[Record]:
    # The only import by name outside the command line: the package is a choice of the operator.
    words = import_module("wordfreq").get_frequency_dict("en", wordlist="large")
    zipf = import_module("wordfreq").freq_to_zipf
    most = sorted(words.items(), key=lambda one: (-one[1], one[0]))[:MOST_WORDS]
    yield from (Frequency(word, round(zipf(value), 2)) for word, value in most)
