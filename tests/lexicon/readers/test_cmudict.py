from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.lexicon.readers.cmudict import read_cmudict
from broadsheet.lexicon.volume import DictionaryError, Pronunciation

PLAIN = "cat K AE1 T\nlindvik L IH1 N D V IH0 K # place\nread R IY1 D\nread(2) R EH1 D\n"
CAPITALS = ";;; a remark\nCAT  K AE1 T\nREAD(1)  R EH1 D\n"
SCRIPT = 'export const dictionary = {\n  "cat": "K AE1 T",\n  "read(2)": "R EH1 D # past",\n}\n'


@pytest.mark.parametrize(
    ("name", "text", "records"),
    [
        (
            "cmudict.dict",
            PLAIN,
            [
                Pronunciation("cat", "kæt", 1),
                Pronunciation("lindvik", "ˈlɪndvɪk", 1),
                Pronunciation("read", "ɹid", 1),
                Pronunciation("read", "ɹɛd", 2),
            ],
        ),
        ("cmudict-0.7b", CAPITALS, [Pronunciation("cat", "kæt"), Pronunciation("read", "ɹɛd", 1)]),
        ("index.js", SCRIPT, [Pronunciation("cat", "kæt"), Pronunciation("read", "ɹɛd", 2)]),
    ],
)
def test_each_way_of_writing_it_is_read(
    tmp_path: Path, name: str, text: str, records: list[Pronunciation]
) -> None:
    (tmp_path / name).write_text(text)
    assert list(read_cmudict(tmp_path / name).records) == records


def test_a_line_that_is_no_pronunciation_is_told(tmp_path: Path) -> None:
    (tmp_path / "cmudict.dict").write_text("cat K AE1 T\n<script> X1\n")
    with pytest.raises(DictionaryError, match=r"^cmudict\.dict: line 2 is no pronunciation"):
        list(read_cmudict(tmp_path / "cmudict.dict").records)
