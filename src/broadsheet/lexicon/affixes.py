"""A word that no dictionary has → what it is made of, where it is made of known pieces."""

from __future__ import annotations

from collections.abc import Callable

from broadsheet.lexicon.glosses import Piece

PREFIXES = {
    "anti": "against",
    "auto": "by itself",
    "bi": "two",
    "bio": "of living things",
    "co": "together",
    "counter": "against; in answer to",
    "cross": "from one to the other",
    "cyber": "of computers and networks",
    "de": "take away or undo",
    "dis": "not; undo",
    "eco": "of nature and the environment",
    "ex": "who or what was this before",
    "extra": "outside; more than",
    "hyper": "far more than usual",
    "il": "not",
    "im": "not",
    "in": "not",
    "ir": "not",
    "inter": "between",
    "intra": "inside",
    "macro": "large",
    "mega": "very large",
    "micro": "very small",
    "mid": "in the middle of",
    "mini": "small",
    "mis": "wrongly",
    "mono": "one",
    "multi": "many",
    "nano": "extremely small",
    "neo": "new",
    "non": "not",
    "out": "more or better than",
    "over": "too much; above",
    "pan": "of all",
    "para": "beside",
    "poly": "many",
    "post": "after",
    "pre": "before",
    "pro": "in favor of; for",
    "pseudo": "not truly",
    "quasi": "almost",
    "re": "again",
    "self": "by or of oneself",
    "semi": "half; partly",
    "sub": "under; a part of",
    "super": "above; very great",
    "tele": "far away",
    "trans": "across",
    "tri": "three",
    "ultra": "extremely",
    "un": "not; undo",
    "under": "too little; below",
    "vice": "second to",
    "then": "who or what was this at that time",
}
SUFFIXES = {
    "ization": "making or becoming this",
    "isation": "making or becoming this",
    "ize": "make or become this",
    "ise": "make or become this",
    "izer": "who or what makes it this",
    "ification": "making this",
    "ify": "make this",
    "ation": "the act of doing this",
    "ition": "the act of doing this",
    "ion": "the act of doing this",
    "ment": "the act or result of doing this",
    "ability": "that it can be done",
    "ibility": "that it can be done",
    "able": "that can be done",
    "ible": "that can be done",
    "ness": "being this",
    "less": "without this",
    "ful": "full of this",
    "ship": "being this, or a group of them",
    "hood": "being this",
    "ism": "belief in or practice of this",
    "ist": "a person of this belief or work",
    "er": "who or what does this",
    "or": "who or what does this",
    "eer": "a person who works with this",
    "ee": "a person to whom this is done",
    "ish": "a little like this",
    "like": "like this",
    "ly": "in this way",
    "wise": "in respect of this",
    "ward": "towards this",
    "wards": "towards this",
    "y": "having much of this",
    "al": "of this",
    "ic": "of this",
    "ous": "having this",
    "ian": "of this",
    "an": "of this",
    "proof": "safe from this",
    "wide": "in all of this",
    "led": "with this at the head",
    "based": "with this as its base",
    "backed": "with the help of this",
    "free": "without this",
    "friendly": "good or easy for this",
    "related": "to do with this",
    "style": "in the way of this",
    "sized": "of this size",
    "scale": "of this size",
}
_SHORTEST = 3
_DEEPEST = 3


def pieces(word: str, is_word: Callable[[str], bool]) -> tuple[Piece, ...]:
    """Prefixes, the stem with an empty gloss, suffixes; empty where the word does not come apart.

    `is_word` tells whether a stem is known. A word with a hyphen comes apart at it.
    """
    if "-" in word:
        return _hyphenated(word, is_word)
    return _apart(word, is_word, _DEEPEST)


def _hyphenated(word: str, is_word: Callable[[str], bool]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    parts = [one for one in word.split("-") if one]
    for at, part in enumerate(parts):
        if at < len(parts) - 1 and part in PREFIXES:
            found.append(Piece(f"{part}-", PREFIXES[part]))
        elif at and part in SUFFIXES and len(part) > 2:
            found.append(Piece(f"-{part}", SUFFIXES[part]))
        elif is_word(part):
            found.append(Piece(part, ""))
        elif inner := _apart(part, is_word, _DEEPEST):
            found.extend(inner)
        else:
            return ()
    return tuple(found) if len(found) > 1 else ()


def _apart(word: str, is_word: Callable[[str], bool], depth: int) -> tuple[Piece, ...]:
    if not depth:
        return ()
    ways = [*_without_prefix(word, is_word, depth), *_without_suffix(word, is_word, depth)]
    return min(ways, key=lambda way: (len(way), -_stem_length(way)), default=())


def _stem_length(way: tuple[Piece, ...]) -> int:
    return sum(len(piece.written) for piece in way if not piece.gloss)


def _without_prefix(
    word: str, is_word: Callable[[str], bool], depth: int
) -> list[tuple[Piece, ...]]:
    ways = []
    for prefix, gloss in PREFIXES.items():
        stem = word.removeprefix(prefix)
        if stem != word and len(stem) >= _SHORTEST:
            rest = (Piece(stem, ""),) if is_word(stem) else _apart(stem, is_word, depth - 1)
            if rest:
                ways.append((Piece(f"{prefix}-", gloss), *rest))
    return ways


def _without_suffix(
    word: str, is_word: Callable[[str], bool], depth: int
) -> list[tuple[Piece, ...]]:
    ways = []
    for suffix, gloss in SUFFIXES.items():
        stem = word.removesuffix(suffix)
        if stem == word or len(stem) < _SHORTEST:
            continue
        for whole in _restored(stem):
            rest = (Piece(whole, ""),) if is_word(whole) else _apart(whole, is_word, depth - 1)
            if rest:
                ways.append((*rest, Piece(f"-{suffix}", gloss)))
                break
    return ways


def _restored(stem: str) -> tuple[str, ...]:
    """How the stem was spelled before its suffix came."""
    spelled = [stem, f"{stem}e"]
    if stem.endswith("i"):
        spelled.append(f"{stem[:-1]}y")
    if len(stem) > _SHORTEST and stem[-1] == stem[-2]:
        spelled.append(stem[:-1])
    return tuple(spelled)
