"""A wordnet in WN-LMF, the Global WordNet Association's XML → a volume.

Open English WordNet is given out in it.

Source: globalwordnet.github.io/schemas, WN-LMF 1.0 to 1.4.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from lxml import etree

from broadsheet.lexicon.volume import DictionaryError, Form, Meaning, Part, Record, Volume

_PARTS: dict[str, Part] = {
    "n": "noun", "v": "verb", "a": "adjective", "s": "adjective", "r": "adverb",
}  # fmt: skip
# Open English WordNet's oewn-bank__1.14.00.. is WordNet's bank%1:14:00::
_SENSE_KEY = re.compile(r"(?:\w+-)?(?P<word>[^%]+)__(?P<place>\d\.\d\d\.\d\d\.[^.]*\.\d*)")
MOST_ENTRIES = 3_000_000


@dataclass(slots=True)
class Word:
    written: str
    part: Part
    pronunciation: str = ""
    forms: list[str] = field(default_factory=list)
    senses: list[tuple[str, str, int]] = field(default_factory=list)


@dataclass(slots=True)
class Synset:
    gloss: str = ""
    example: str = ""
    subject: str = ""
    members: list[str] = field(default_factory=list)
    hypernyms: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)


def read_lmf(file: Path) -> Volume:
    """Raises DictionaryError where the file is not WN-LMF or, while it is read, where it breaks.

    Entities are not resolved and nothing is fetched.
    """
    about = next((element.attrib for _, element in _elements(file, "start", "Lexicon")), None)
    if about is None:
        raise DictionaryError(f"{file.name}: it holds no Lexicon; give a wordnet in WN-LMF")
    language = str(about.get("language", "en"))
    return Volume(
        title=str(about.get("label", file.stem))[:100],
        kind="meanings",
        language=language,
        gloss_language=language,
        licence=str(about.get("license", "not stated"))[:200],
        origin=file.name,
        records=_records(file),
    )


def _records(file: Path) -> Iterator[Record]:
    words: list[Word] = []
    synsets: dict[str, Synset] = {}
    for _, element in _elements(file, "end", "LexicalEntry", "Synset"):
        if element.tag == "LexicalEntry":
            words.append(_word(element))
        else:
            synsets[element.get("id", "")] = _synset(element)
        element.clear()
        if len(words) > MOST_ENTRIES:
            raise DictionaryError(f"{file.name}: it has over {MOST_ENTRIES} words; look what it is")
    for word in words:
        for _, synset, _ in word.senses:
            if synset in synsets:
                synsets[synset].members.append(word.written)
    for word in words:
        yield from _meanings(file, word, synsets)
        yield from (Form(form, word.part, word.written) for form in word.forms)


def _elements(file: Path, event: str, *tags: str) -> Iterator[tuple[str, Any]]:
    try:
        with _opened(file) as source:
            yield from etree.iterparse(
                source,
                events=(event,),
                tag=tags,
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
            )
    except (etree.XMLSyntaxError, gzip.BadGzipFile, EOFError) as error:
        raise DictionaryError(
            f"{file.name}: this is not well-formed XML ({error}); get it again"
        ) from None


def _opened(file: Path) -> IO[bytes]:
    return gzip.open(file) if file.suffix == ".gz" else file.open("rb")  # type: ignore[return-value]


def _word(element: Any) -> Word:
    lemma = element.find("Lemma")
    if lemma is None:
        return Word("", "")
    word = Word(lemma.get("writtenForm", ""), _PARTS.get(lemma.get("partOfSpeech", ""), ""))
    sound = lemma.find("Pronunciation")
    if sound is not None and sound.text:
        word.pronunciation = sound.text.strip("/[] ")
    word.forms = [form.get("writtenForm", "") for form in element.findall("Form")]
    for sense in element.findall("Sense"):
        count = sense.find("Count")
        met = int(count.text) if count is not None and (count.text or "").strip().isdigit() else 0
        word.senses.append((_key(sense.get("id", "")), sense.get("synset", ""), met))
    return word


def _key(name: str) -> str:
    """WordNet's own sense key, where the name of a sense is made of one, else the name."""
    made_of = _SENSE_KEY.fullmatch(name)
    if made_of is None:
        return name
    return f"{made_of['word']}%{made_of['place'].replace('.', ':')}"


def _synset(element: Any) -> Synset:
    related = [
        (one.get("relType"), one.get("target", "")) for one in element.findall("SynsetRelation")
    ]
    return Synset(
        gloss=element.findtext("Definition") or "",
        example=(element.findtext("Example") or "").strip('"“” '),
        subject=element.get("lexfile", "")
        or element.get("{https://globalwordnet.github.io/schemas/dc/}subject", ""),
        hypernyms=[
            to for kind, to in related if kind in {"hypernym", "instance_hypernym", "similar"}
        ][:3],
        topics=[to for kind, to in related if kind == "domain_topic"],
    )


def _meanings(file: Path, word: Word, synsets: dict[str, Synset]) -> Iterator[Meaning]:
    for order, (key, name, count) in enumerate(word.senses, 1):
        if name not in synsets:
            raise DictionaryError(
                f"{file.name}: a sense of {word.written[:40]!r} is of {name[:40]!r}, "
                "which is not in the file; get it again"
            )
        synset = synsets[name]
        if not (word.written and synset.gloss):
            continue
        above = [synsets[one] for one in synset.hypernyms if one in synsets]
        topics = [synsets[one].members[:1] for one in synset.topics if one in synsets]
        yield Meaning(
            headword=word.written,
            part=word.part,
            order=order,
            gloss=synset.gloss,
            example=synset.example,
            pronunciation=word.pronunciation,
            count=count,
            key=key,
            synonyms=tuple(one for one in synset.members if one != word.written),
            subject=" ".join([synset.subject, *(one for names in topics for one in names)]),
            about="; ".join(f"{', '.join(one.members)}: {one.gloss}" for one in above),
        )
