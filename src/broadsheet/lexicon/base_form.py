"""A word as used → its base form, by exceptions first and then by its ending."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.folded import folded
from broadsheet.lexicon.irregular import IRREGULAR
from broadsheet.lexicon.volume import Part

# Ending, what stands in its place in the base form. The first that leads to a headword is taken.
_ENDINGS: dict[Part, tuple[tuple[str, str], ...]] = {
    "noun": (
        ("ies", "y"),
        ("ves", "f"),
        ("ves", "fe"),
        ("sses", "ss"),
        ("xes", "x"),
        ("zzes", "zz"),
        ("zes", "z"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("s", ""),
        ("es", ""),
        ("ses", "sis"),
        ("men", "man"),
        ("children", "child"),
    ),
    "verb": (
        ("ying", "ie"),
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("s", ""),
        ("es", ""),
        ("ed", "e"),
        ("ed", ""),
        ("ing", "e"),
        ("ing", ""),
        ("cked", "c"),
        ("cking", "c"),
        ("ies", "ie"),
    ),
    "adjective": (("ier", "y"), ("iest", "y"), ("er", "e"), ("est", "e"), ("er", ""), ("est", "")),
    "adverb": (("ier", "y"), ("iest", "y"), ("er", ""), ("est", "")),
}
_BASE_TAGS: dict[Part, str] = {"noun": "NN", "verb": "VB", "adjective": "JJ", "adverb": "RB"}
_INFLECTED = {"NNS", "NNPS", "VBD", "VBN", "VBG", "VBZ", "JJR", "JJS", "RBR", "RBS"}
_VOWELS = "aeiou"


def base_form(written: str, part: Part, tag: str, dictionaries: Dictionaries) -> str:
    """The base form in the spelling of a headword, else a regular one by the rules of spelling.

    `tag` is a Penn tag: a word that it calls uninflected is its own base form where it is a
    headword.
    """
    word = folded(written)
    is_inflected = tag in _INFLECTED
    own = part in dictionaries.parts(word)
    if own and not is_inflected:
        return word
    candidates = list(dict.fromkeys(base_forms(word, part, dictionaries)))
    if tag in {"NNS", "NNPS"} and not candidates:
        candidates = [word] if own else list(_regular(word, part))
    others = [one for one in candidates if one != word] if is_inflected else candidates
    if others:
        return max(others, key=lambda one: (_weight(one, part, dictionaries), -others.index(one)))
    if is_inflected and not own:
        return next(_regular(word, part), word)
    return word


def base_forms(written: str, part: Part, dictionaries: Dictionaries) -> Iterator[str]:
    """Every headword of this part of speech that the word can be a form of, likeliest first."""
    word = folded(written)
    yield from (folded(base) for base in dictionaries.bases(word, part))
    yield from IRREGULAR.get(part, {}).get(word, ())
    for base in _undone(word, part):
        if part in dictionaries.parts(base):
            yield base


def form_tag(word: str, base: str, part: Part) -> str:
    """The Penn tag of a word as a form of its base, both as they are looked up."""
    if word == base:
        return _BASE_TAGS.get(part, "")
    irregular = IRREGULAR.get(part, {}).get(word, {}).get(base)
    if irregular:
        return irregular
    match part:
        case "noun":
            return "NNS"
        case "verb":
            return "VBG" if word.endswith("ing") else "VBZ" if word.endswith("s") else "VBD"
        case "adjective":
            return "JJS" if word.endswith("st") else "JJR"
        case _:
            return "RBS" if word.endswith("st") else "RBR"


def _weight(base: str, part: Part, dictionaries: Dictionaries) -> float:
    return dictionaries.count(base, part) + (dictionaries.zipf(base) or 0) / 10


def _undone(word: str, part: Part) -> Iterator[str]:
    for ending, instead in _ENDINGS.get(part, ()):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            yield stem + instead
            if not instead and ending in {"ed", "ing", "er", "est"} and _is_doubled(stem):
                yield stem[:-1]


def _is_doubled(stem: str) -> bool:
    return len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS


def _regular(word: str, part: Part) -> Iterator[str]:
    """What the rules of spelling say of a word that no dictionary has."""
    if part == "noun" and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        for ending, instead in (
            ("ies", "y"),
            ("ches", "ch"),
            ("shes", "sh"),
            ("sses", "ss"),
            ("xes", "x"),
            ("s", ""),
        ):
            if word.endswith(ending):
                yield word[: -len(ending)] + instead
    elif part == "verb":
        yield from _regular_verb(word)


def _regular_verb(word: str) -> Iterator[str]:
    if word.endswith(("ies", "ied")):
        yield word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if _is_doubled(stem) and stem[-1] not in "lsz":
                yield stem[:-1]
            elif stem.endswith(("at", "iz", "is", "c", "v", "u", "dg", "rg", "s")):
                yield stem + "e"
            yield stem
    if word.endswith("s"):
        yield word[:-1]
