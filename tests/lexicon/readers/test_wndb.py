from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.lexicon.readers.wndb import read_wndb
from broadsheet.lexicon.volume import DictionaryError, Form, Meaning

HEADER = "  1 This is a small wordnet in the shape of WordNet 3.0\n"


def make_wordnet(folder: Path, **changes: str) -> Path:
    files = {
        "data.noun": HEADER
        + "00000100 03 n 01 thing 0 000 | a separate thing\n"
        + "00000200 06 n 02 line 0 cable 1 002 @ 00000100 n 0000 ;c 00000300 n 0000 "
        + '| a wire that carries power; "the line came down in the storm"; "lines hum"\n'
        + "00000300 09 n 01 physics 0 000 | the study of matter and force\n"
        + "00000400 15 n 01 Lindvik 0 001 @i 00000100 n 0000 | a port in the north\n",
        "index.noun": HEADER
        + "line n 1 1 @ 1 1 00000200  \nthing n 1 0 1 0 00000100  \n"
        + "lindvik n 1 1 @i 1 0 00000400  \n",
        "data.verb": HEADER
        + "00000500 36 v 02 draw_a_line 0 draw 0 000 02 + 02 01 + 08 02 | set a limit (on)\n",
        "index.verb": HEADER + "draw_a_line v 1 0 1 0 00000500  \ndraw v 1 0 1 0 00000500  \n",
        "data.adj": HEADER + "00000600 00 a 01 alive(p) 0 000 | living\n",
        "index.adj": HEADER + "alive a 1 0 1 0 00000600  \n",
        "data.adv": HEADER + "00000700 02 r 01 fast 0 000 | quickly\n",
        "index.adv": HEADER + "fast r 1 0 1 0 00000700  \n",
        "index.sense": "line%1:06:00:: 00000200 1 7\nalive%3:00:00:: 00000600 1 2\n",
        "verb.exc": "drew draw\ndrawn draw\n",
        **changes,
    }
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text)
    return folder


def by_headword(folder: Path) -> dict[str, Meaning]:
    return {one.headword: one for one in read_wndb(folder).records if isinstance(one, Meaning)}


def test_a_sense_is_read_with_its_example_its_count_and_what_it_has_to_do_with(
    tmp_path: Path,
) -> None:
    assert by_headword(make_wordnet(tmp_path))["line"] == Meaning(
        headword="line",
        part="noun",
        order=1,
        gloss="a wire that carries power",
        example="the line came down in the storm",
        count=7,
        key="line%1:06:00::",
        synonyms=("cable",),
        subject="noun.artifact physics",
        about="thing: a separate thing",
    )


def test_a_phrase_has_spaces_a_name_its_capital_and_a_marker_goes(tmp_path: Path) -> None:
    assert {"draw a line", "Lindvik", "alive"} <= by_headword(make_wordnet(tmp_path)).keys()


def test_the_sentences_of_a_verb_are_those_of_the_word_itself(tmp_path: Path) -> None:
    found = by_headword(make_wordnet(tmp_path))
    assert (found["draw a line"].frames, found["draw"].frames) == ((2,), (8,))


def test_irregular_forms_come_along(tmp_path: Path) -> None:
    assert Form("drawn", "verb", "draw") in list(read_wndb(make_wordnet(tmp_path)).records)


def test_a_folder_that_counts_nothing_is_read_too(tmp_path: Path) -> None:
    make_wordnet(tmp_path)
    for name in ("index.sense", "verb.exc"):
        (tmp_path / name).unlink()
    found = by_headword(tmp_path)["line"]
    assert (found.count, found.key) == (0, "line.noun.1")


def test_a_folder_without_one_of_its_files_is_refused(tmp_path: Path) -> None:
    make_wordnet(tmp_path)
    (tmp_path / "index.adv").unlink()
    with pytest.raises(DictionaryError, match=r"there is no index\.adv in it"):
        read_wndb(tmp_path)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("data.noun", "00000100 03 n zz thing\n"),
        ("data.noun", "00000100 99 n 01 thing 0 000 | a thing\n"),
        ("index.noun", "line n 1 1 @ 1 1 09999999  \n"),
        ("index.noun", "line\n"),
        ("index.sense", "line 1 2\n"),
    ],
)
def test_a_line_that_is_broken_is_told_by_its_number(tmp_path: Path, file: str, text: str) -> None:
    volume = read_wndb(make_wordnet(tmp_path, **{file: text}))
    with pytest.raises(DictionaryError, match=f"^{file}: line 1 is no line of WordNet"):
        list(volume.records)
