from __future__ import annotations

import gzip
import struct
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.lexicon.readers.stardict import read_stardict
from broadsheet.lexicon.volume import DictionaryError, Form, Meaning

IFO = "StarDict's dict ifo file\nversion=2.4.2\nbookname=Small 영한 사전\nwordcount={count}\n"


def make_stardict(
    folder: Path,
    entries: dict[str, bytes],
    *,
    types: str = "m",
    count: int | None = None,
    packed: bool = False,
    synonyms: bytes = b"",
) -> Path:
    body, index = b"", b""
    for headword, entry in entries.items():
        index += headword.encode() + b"\0" + struct.pack(">II", len(body), len(entry))
        body += entry
    written = IFO.format(count=len(entries) if count is None else count)
    if types:
        written += f"sametypesequence={types}\n"
    (folder / "small.ifo").write_text(written)
    (folder / "small.idx").write_bytes(index)
    if packed:
        (folder / "small.dict.dz").write_bytes(gzip.compress(body))
    else:
        (folder / "small.dict").write_bytes(body)
    if synonyms:
        (folder / "small.syn").write_bytes(synonyms)
    return folder / "small.ifo"


def meanings(file: Path) -> list[tuple[str, str, str]]:
    return [
        (one.headword, one.part, one.gloss)
        for one in read_stardict(file, language="ko").records
        if isinstance(one, Meaning)
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_an_english_word_is_explained_in_korean(tmp_path: Path, packed: bool) -> None:
    entries = {
        "ship": "n.\n1. 배, 선박\n2. 우주선\nv.\n1. 보내다".encode(),
        "quay": "부두".encode(),
    }
    file = make_stardict(tmp_path, entries, packed=packed)
    assert meanings(file) == [
        ("ship", "noun", "배, 선박"),
        ("ship", "noun", "우주선"),
        ("ship", "verb", "보내다"),
        ("quay", "", "부두"),
    ]
    volume = read_stardict(file, language="ko")
    assert (volume.title, volume.gloss_language, volume.licence) == (
        "Small 영한 사전",
        "ko",
        "not stated",
    )


def test_each_field_of_a_mixed_entry_is_read_by_its_type(tmp_path: Path) -> None:
    entry = b"tki\xcb\x90\0h<p>\xeb\xb6\x80\xeb\x91\x90</p>\0W" + struct.pack(">I", 3) + b"RIF"
    file = make_stardict(tmp_path, {"quay": entry}, types="")
    (found,) = [
        one for one in read_stardict(file, language="ko").records if isinstance(one, Meaning)
    ]
    assert (found.gloss, found.pronunciation) == ("부두", "kiː")


def test_markup_of_an_html_entry_is_not_kept(tmp_path: Path) -> None:
    entry = b'<b onclick="x()">a boat</b><script>steal()</script><img src=x onerror=steal()>'
    assert meanings(make_stardict(tmp_path, {"ship": entry}, types="h")) == [("ship", "", "a boat")]


def test_synonyms_lead_to_their_word(tmp_path: Path) -> None:
    file = make_stardict(tmp_path, {"quay": b"x"}, synonyms=b"wharf\0" + struct.pack(">I", 0))
    assert Form("wharf", "", "quay") in list(read_stardict(file, language="ko").records)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"count": 7}, r"small\.idx: it holds 1 words where the \.ifo says 7"),
        ({"synonyms": b"wharf\0\0\0\0\x09"}, r"small\.syn: it speaks of word 9 of 1"),
        ({"synonyms": b"wharf\0\0"}, r"small\.syn: it breaks off at byte 0"),
        ({"types": "W", "entries": {"ship": b"x" * 9}}, ""),
    ],
)
def test_files_that_do_not_agree_are_refused(
    tmp_path: Path, changes: dict[str, object], sentence: str
) -> None:
    given = {"entries": {"quay": b"a wharf"}, **changes}
    file = make_stardict(tmp_path, **given)  # type: ignore[arg-type]
    if sentence:
        with pytest.raises(DictionaryError, match=sentence):
            list(read_stardict(file, language="ko").records)
    else:
        assert not meanings(file)


def test_an_entry_beyond_the_end_is_refused(tmp_path: Path) -> None:
    file = make_stardict(tmp_path, {"quay": b"a wharf"})
    (tmp_path / "small.idx").write_bytes(b"quay\0" + struct.pack(">II", 4_000_000_000, 7))
    with pytest.raises(DictionaryError, match="which ends at 7"):
        list(read_stardict(file, language="ko").records)


def test_an_ifo_that_is_none_or_claims_too_much_is_refused(tmp_path: Path) -> None:
    file = make_stardict(tmp_path, {"quay": b"x"}, count=99_999_999)
    with pytest.raises(DictionaryError, match="its wordcount is '99999999'"):
        read_stardict(file, language="ko")
    file.write_text("something else")
    with pytest.raises(DictionaryError, match="it does not begin with"):
        read_stardict(file, language="ko")


@settings(max_examples=60, deadline=None)
@given(
    index=st.binary(max_size=60),
    body=st.binary(max_size=60),
    types=st.sampled_from(["", "m", "h", "tm", "W"]),
)
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, index: bytes, body: bytes, types: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    file = make_stardict(folder, {"quay": b"x"}, types=types)
    (folder / "small.idx").write_bytes(index)
    (folder / "small.dict").write_bytes(body)
    with suppress(DictionaryError):
        records = list(read_stardict(file, language="ko").records)
        assert all(isinstance(one, Meaning) for one in records)
