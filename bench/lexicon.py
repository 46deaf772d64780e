"""The dictionary: what a report's words weigh and take, and how often they are told right."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import brotli

from bench.figure import Figure, Target
from bench.missing import Missing
from bench.report import report
from bench.setting import Setting
from bench.spread import middle
from broadsheet import sample
from broadsheet import story as s
from broadsheet.commands import dictionary
from broadsheet.commands.trouble import Trouble
from broadsheet.galley.compose import compose_text
from broadsheet.galley.galley import Galley
from broadsheet.lexicon.choose_analyst import choose_analyst
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.reading import Analyst
from broadsheet.reference.look_up import look_up
from broadsheet.reference.question import Question
from broadsheet.wire.read import read
from tests.lexicon import scoring

PART = "lexicon"
WORDNET = "wordnet"
_LARGEST_BYTES = 1_000_000


def measure(setting: Setting) -> list[Figure]:
    """With every dictionary that is on this machine. Raises Missing where there is no WordNet."""
    shelf = _shelf(setting)
    name, lines = report()
    galley = compose_text(lines, language="en")
    setting.say(f"{PART}: {name}, {len(galley.words)} words")
    with Dictionaries(shelf) as dictionaries:
        analyst = choose_analyst(dictionaries)
        setting.say(f"{PART}: read by {type(analyst).__name__}")
        analyst.read(galley)  # loads the model
    # A shelf that was asked nothing yet, as it is after the worker has slept.
    with Dictionaries(shelf) as dictionaries:
        analyst = choose_analyst(dictionaries)
        analyst.read(galley)
        return [
            *_weight(galley, dictionaries, analyst),
            *_time(galley, dictionaries, analyst, rounds=setting.pace.voicing_rounds),
            *_coverage(galley, dictionaries, analyst, setting),
            *_base_forms(analyst),
            *_meanings(dictionaries, analyst),
        ]


def _shelf(setting: Setting) -> Path:
    file = setting.scratch / "dictionaries.sqlite3"
    setting.say(f"{PART}: putting dictionaries on the shelf")
    try:
        dictionary.add(dictionary.INSTALLED, name="", language="en", file=file)
    except Trouble as trouble:
        raise Missing(str(trouble)) from None
    with Dictionaries(file) as dictionaries:
        if not any(source.name == WORDNET for source in dictionaries.sources):
            raise Missing(
                "the meanings were judged by WordNet, and none is on this machine; get it with: "
                "apt-get install wordnet-base wordnet-sense-index"
            )
    return file


def _unsaid(_word: str) -> str:
    return ""


def _weight(galley: Galley, dictionaries: Dictionaries, analyst: Analyst) -> Iterator[Figure]:
    words = look_up(Question(galley=galley), dictionaries, analyst, _unsaid).words
    kilobytes = len(brotli.compress(words)) / 1000
    yield Figure(
        part=PART,
        what=f"words file of the report ({len(galley.words)} words), brotli",
        value=kilobytes,
        unit="kB",
        target=Target("figure", "under", 40),
    )
    yield Figure(
        part=PART,
        what="the same for 1,000 words",
        value=1000 * kilobytes / len(galley.words),
        unit="kB",
    )


def _time(
    galley: Galley, dictionaries: Dictionaries, analyst: Analyst, *, rounds: int
) -> Iterator[Figure]:
    seconds = []
    for _ in range(rounds):
        dictionaries.forget()
        started = time.process_time()
        look_up(Question(galley=galley), dictionaries, analyst, _unsaid)
        seconds.append(1000 * (time.process_time() - started) / len(galley.words))
    yield Figure(
        part=PART,
        what="looking 1,000 words up, model loaded, CPU",
        value=middle(seconds),
        unit="s",
        target=Target("figure", "under", 1),
    )


def _coverage(
    galley: Galley, dictionaries: Dictionaries, analyst: Analyst, setting: Setting
) -> Iterator[Figure]:
    for what, galleys in (("the report", [galley]), ("the sample paper", list(_sample()))):
        found = [scoring.coverage(one, dictionaries, analyst) for one in galleys]
        words = sum(one.words for one in found)
        missing = sorted({word for one in found for word in one.missing})
        setting.say(f"{PART}: no entry in {what}: {', '.join(missing) or 'none'}")
        yield Figure(
            part=PART,
            what=f"content words with an entry, {what} ({words})",
            value=100 * sum(one.answered for one in found) / words,
            unit="%",
            target=Target("figure", "at least", 99),
        )


def _sample() -> Iterator[Galley]:
    for file in sorted((Path(sample.__file__).parent / "reports").glob("*.md")):
        copy = read(file, largest_bytes=_LARGEST_BYTES)
        if copy.language in {"", "en"}:
            texts = [one.text.plain for one in copy.body if isinstance(one, s.Paragraph)]
            lines = (("headline", copy.headline), *(("paragraph", text) for text in texts))
            yield compose_text(lines, language="en")  # type: ignore[arg-type]


def _base_forms(analyst: Analyst) -> Iterator[Figure]:
    score = scoring.base_form_score(analyst)
    yield Figure(
        part=PART,
        what=f"base form right ({score.words} words)",
        value=100 * score.share,
        unit="%",
    )
    yield Figure(
        part=PART,
        what=f"base form right, inflected words ({score.inflected})",
        value=100 * score.inflected_share,
        unit="%",
        target=Target("figure", "at least", 98),
    )


def _meanings(dictionaries: Dictionaries, analyst: Analyst) -> Iterator[Figure]:
    parts: tuple[tuple[scoring.Part, str], ...] = (
        ("score", "not tuned on"),
        ("later", "written later"),
    )
    for part, named in parts:
        score = scoring.meaning_score(dictionaries, analyst, source=WORDNET, part=part)
        for what, ours, own in (
            ("first", score.first, score.own_first),
            ("among the first three", score.in_three, score.own_in_three),
        ):
            yield Figure(
                part=PART,
                what=f"right meaning {what}, {named} ({score.words})",
                value=100 * ours / score.words,
                unit="%",
                beside="WordNet's own order",
                beside_value=100 * own / score.words,
                target=Target("ratio", "at least", 1),
            )
