from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from broadsheet.lexicon.readers.lmf import read_lmf
from broadsheet.lexicon.volume import DictionaryError, Form, Meaning

OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n'
ENTRIES = """
<LexicalEntry id="e1">
  <Lemma writtenForm="quay" partOfSpeech="n"><Pronunciation>kiː</Pronunciation></Lemma>
  <Form writtenForm="quaies"/>
  <Sense id="tiny-quay__1.06.00.." synset="s1"><Count>4</Count></Sense>
</LexicalEntry>
<LexicalEntry id="e2">
  <Lemma writtenForm="wharf" partOfSpeech="n"/><Sense id="w" synset="s1"/>
</LexicalEntry>
<LexicalEntry id="e3">
  <Lemma writtenForm="platform" partOfSpeech="n"/><Sense id="p" synset="s2"/>
</LexicalEntry>
"""
SYNSETS = """
<Synset id="s1" partOfSpeech="n" lexfile="noun.artifact">
  <Definition>where ships tie up</Definition>
  <SynsetRelation relType="hypernym" target="s2"/><Example>"boats lay at the quay"</Example>
</Synset>
<Synset id="s2" partOfSpeech="n"><Definition>a raised flat place</Definition></Synset>
"""


def make_file(file: Path, inside: str = ENTRIES + SYNSETS, opening: str = OPENING) -> Path:
    text = (
        f'{opening}<LexicalResource><Lexicon id="tiny" label="Tiny Wordnet" language="en" '
        f'license="CC BY 4.0">{inside}</Lexicon></LexicalResource>'
    )
    file.write_bytes(gzip.compress(text.encode()) if file.suffix == ".gz" else text.encode())
    return file


@pytest.mark.parametrize("name", ["tiny.xml", "tiny.xml.gz"])
def test_a_sense_is_read_with_all_that_is_said_of_its_synset(tmp_path: Path, name: str) -> None:
    volume = read_lmf(make_file(tmp_path / name))
    records = list(volume.records)
    assert (volume.title, volume.licence, volume.language) == ("Tiny Wordnet", "CC BY 4.0", "en")
    assert records[0] == Meaning(
        headword="quay",
        part="noun",
        gloss="where ships tie up",
        example="boats lay at the quay",
        pronunciation="kiː",
        count=4,
        key="quay%1:06:00::",
        synonyms=("wharf",),
        subject="noun.artifact",
        about="platform: a raised flat place",
    )
    assert Form("quaies", "noun", "quay") in records


def test_entities_that_would_fill_the_memory_are_refused(tmp_path: Path) -> None:
    bomb = OPENING + (
        '<!DOCTYPE LexicalResource [<!ENTITY a "aaaaaaaaaa">'
        + "".join(
            f'<!ENTITY {name} "{f"&{before};" * 10}">'
            for before, name in zip("abcdefgh", "bcdefghi", strict=True)
        )
        + "]>"
    )
    inside = ENTRIES + SYNSETS.replace("where ships tie up", "where &i; tie up")
    with pytest.raises(DictionaryError, match="not well-formed XML"):
        list(read_lmf(make_file(tmp_path / "bomb.xml", inside, bomb)).records)


def test_a_file_of_this_machine_is_not_read_through_an_entity(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret words")
    opening = f'{OPENING}<!DOCTYPE LexicalResource [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    inside = ENTRIES + SYNSETS.replace("where ships tie up", "where &x; tie up")
    records = read_lmf(make_file(tmp_path / "read.xml", inside, opening)).records
    assert not any("secret" in str(one) for one in records)


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [
        (ENTRIES + "<Synset", "not well-formed XML"),
        (ENTRIES, "which is not in the file"),
    ],
)
def test_a_file_that_breaks_off_is_refused(tmp_path: Path, inside: str, sentence: str) -> None:
    volume = read_lmf(make_file(tmp_path / "tiny.xml", inside))
    with pytest.raises(DictionaryError, match=sentence):
        list(volume.records)


def test_xml_that_is_no_wordnet_is_refused(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text("<rss/>")
    with pytest.raises(DictionaryError, match="it holds no Lexicon"):
        read_lmf(tmp_path / "feed.xml")
