"""The meanings of a word → the same in the order in which they are likely here.

Nobody's ranking is right often enough to show one meaning as the meaning: the first sense of a
dictionary is right for about 65 words of 100 in public test sets, trained systems for 80. This one
adds up what is known without training: how often a sense was met in texts marked by hand, whether
newspapers mean it (`news_senses`), what sentences a verb stands in, which words the sense shares
with the sentence and the report (Lesk 1986, extended by what is above it as in Banerjee and
Pedersen 2002), what class of things it is, how simple its gloss is. The weights are those of a
logistic regression on half of the words in `tests/lexicon/gold/meanings.tsv`, rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from broadsheet.lexicon.dictionaries import Dictionaries, Found
from broadsheet.lexicon.news_senses import NEWS_SENSES
from broadsheet.lexicon.reading import Reading
from broadsheet.lexicon.stems import stem, stems
from broadsheet.lexicon.volume import Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each kind of evidence counts, in natural logarithms of odds.

    `fade` is how much rarer each sense is than the one before it where none was counted, `unseen`
    how many uses that guess stands for.
    """

    prior: float = 0.75
    fade: float = 0.6
    unseen: float = 3.0
    in_news: float = 2.1
    plural: float = 0.5
    fits_frame: float = 0.4
    subject: float = 0.7
    sentence: float = 0.008
    report: float = 0.004
    most_overlap: float = 40.0
    plain: float = 0.05


WEIGHTS = Weights()

# How much oftener than in books a newspaper means something of this class, as a logarithm.
_NEWS = {
    "noun.act": 0.3,
    "noun.communication": 0.3,
    "noun.event": 0.2,
    "noun.group": 0.5,
    "noun.person": 0.3,
    "noun.possession": 0.4,
    "noun.state": 0.1,
    "noun.time": 0.2,
    "noun.animal": -1.0,
    "noun.body": -0.8,
    "noun.food": -0.8,
    "noun.plant": -1.0,
    "noun.shape": -0.6,
    "noun.substance": -0.3,
    "noun.artifact": -0.2,
    "noun.phenomenon": -0.2,
    "verb.social": 0.4,
    "verb.communication": 0.2,
    "verb.competition": 0.2,
    "verb.possession": 0.2,
    "verb.body": -0.6,
    "verb.consumption": -0.4,
    "verb.contact": -0.2,
    "verb.perception": -0.1,
}
_PLURAL = re.compile(r"\((?:usually|often|frequently)? ?plural\)")
# Sentence frames of WordNet (wninput(5WN)) by what they ask for.
_WITH_OBJECT = frozenset({8, 9, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 30, 31, 33})
_WITH_CLAUSE = frozenset({26, 29, 34})
_WITH_INFINITIVE = frozenset({24, 25, 28, 32, 35})
_ALONE = frozenset({1, 2, 3, 4, 6, 7, 12, 13, 22, 23, 27})


@dataclass(frozen=True)
class Context:
    """The stems of a sentence and of its report, each with what it is worth as evidence."""

    sentence: Mapping[str, float]
    report: Mapping[str, float]


def context(sentence: Iterable[str], report: Iterable[str], dictionaries: Dictionaries) -> Context:
    """Evidence out of the words of a sentence and a report: rare words are worth more."""
    return Context(_worth(sentence, dictionaries), _worth(report, dictionaries))


def ranked(
    meanings: Sequence[Found],
    reading: Reading,
    around: Context,
    dictionaries: Dictionaries,
    *,
    weights: Weights = WEIGHTS,
) -> tuple[Found, ...]:
    """Likeliest first. `meanings` are of one headword, part of speech and dictionary."""
    total = sum(found.meaning.count for found in meanings)
    own = stem(reading.base.lower())

    def score(found: Found) -> float:
        meaning = found.meaning
        return (
            weights.prior * _prior(meaning, total, len(meanings), weights)
            + weights.in_news * (meaning.key in NEWS_SENSES)
            + weights.plural * (reading.tag == "NNS" and bool(_PLURAL.match(meaning.gloss)))
            + weights.fits_frame * _frame(meaning, reading)
            + weights.subject * _NEWS.get(meaning.subject.partition(" ")[0], 0.0)
            + _overlap(meaning, own, around, weights)
            - weights.plain * _hardness(meaning, dictionaries)
        )

    return tuple(sorted(meanings, key=lambda found: (-score(found), found.meaning.order)))


def _worth(words: Iterable[str], dictionaries: Dictionaries) -> dict[str, float]:
    found: dict[str, float] = {}
    for word in words:
        for one in stems(word):
            rare = max(0.5, 7.0 - (dictionaries.zipf(word) or 2.5))
            found[one] = min(found.get(one, 9.0), rare)
    return found


def _prior(meaning: Meaning, total: int, senses: int, weights: Weights) -> float:
    decay = [weights.fade**at for at in range(senses)]
    faded = decay[min(meaning.order, senses) - 1] / sum(decay)
    return log((meaning.count + weights.unseen * faded) / (total + weights.unseen))


def _overlap(meaning: Meaning, own: str, around: Context, weights: Weights) -> float:
    said = stems(f"{meaning.gloss} {meaning.example} {' '.join(meaning.synonyms)}") - {own}
    above = stems(meaning.about) - said - {own}
    shares = ((weights.sentence, around.sentence), (weights.report, around.report))
    total = 0.0
    for weight, worth in shares:
        near = _sum(said, worth) + _sum(above, worth) / 2
        total += weight * min(near, weights.most_overlap)
    return total


def _sum(words: frozenset[str], worth: Mapping[str, float]) -> float:
    return sum(worth.get(word, 0.0) for word in words)


def _frame(meaning: Meaning, reading: Reading) -> float:
    """From -1 to 1: whether a verb's sentence is one of those that this sense stands in."""
    if meaning.part != "verb" or not meaning.frames or not reading.relation:
        return 0.0
    wanted = _wanted(reading)
    if not wanted:
        return 0.0
    return 0.5 if wanted & set(meaning.frames) else -0.5


def _wanted(reading: Reading) -> frozenset[int]:
    governs = reading.governs
    if governs & {"dobj", "nsubjpass", "dative"}:
        return _WITH_OBJECT
    if "ccomp" in governs:
        return _WITH_CLAUSE
    if "xcomp" in governs:
        return _WITH_INFINITIVE | _WITH_CLAUSE | {5}
    if reading.relation in {"relcl", "acl"} or reading.tag == "VBN":
        return frozenset()
    return _ALONE


def _hardness(meaning: Meaning, dictionaries: Dictionaries) -> float:
    """How rare the rarest words of the gloss are."""
    zipfs = sorted(dictionaries.zipf(word) or 2.0 for word in meaning.gloss.lower().split()[:20])
    return max(0.0, 5.0 - sum(zipfs[:2]) / 2) if zipfs else 0.0
