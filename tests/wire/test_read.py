from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from broadsheet.story import Figure, Paragraph
from broadsheet.wire.copy import CopyError
from broadsheet.wire.furniture.verdict import verdict
from broadsheet.wire.prose import QUOTES
from broadsheet.wire.read import read, read_bytes
from tests.wire.making import CAPTURES, SENTENCE, shown

LARGEST = 20_000_000
REAL = Path(__file__).parents[3] / "shared/captures/joongang-2024-11-27.txt"


def refusal(path: Path, *, largest_bytes: int = LARGEST) -> str:
    with pytest.raises(CopyError) as error:
        read(path, largest_bytes=largest_bytes)
    return str(error.value)


def test_a_file_is_read_with_its_digest(tmp_path: Path) -> None:
    file = tmp_path / "pier.txt"
    file.write_text(f"The pier stays open\n\n{SENTENCE}\n")
    copy = read(file, largest_bytes=LARGEST)
    assert (copy.headline, shown(copy.body)) == ("The pier stays open", [SENTENCE])
    assert copy.digest == hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "the file is empty"),
        ("\ufeff\u200b \n".encode(), "the file holds no letters"),
        (bytes(range(256)) * 9, "bytes that are no text"),
        (b"%PDF-1.7 \xe2\xe3", "this is a PDF"),
        (b"PK\x03\x04....", "this is a Word, OpenDocument or ZIP file"),
        (b"\xff\xd8\xff\xe0JFIF", "this is a JPEG picture"),
        (b"{\\rtf1 text}", "this is an RTF file"),
        (b"\xff\xfeT\x00h\x00\x00\xd8", "says that it is UTF-16, but byte"),
        (b"The pier\n\xe9\xff\xfe\xc3(", "line 2 is not UTF-8 (byte 9 is 0xE9)"),
        (b'{"headline": "The pier"}', "this is data (XML or JSON)"),
        (b"<rss version='2.0'><channel/></rss>", "this is data (XML or JSON)"),
        (b"word " * 100_000, "the text has 500,000 characters"),
        (b"The pier stays open", "there is no report in it, only the headline"),
        (b"<html><body><nav>Home News</nav></body></html>", "there is no report in it"),
    ],
)
def test_what_is_no_copy_is_refused_in_one_sentence_that_says_what_to_do(
    tmp_path: Path, content: bytes, found: str
) -> None:
    file = tmp_path / "copy.txt"
    file.write_bytes(content)
    said = refusal(file)
    assert said.startswith(f"{file}: ")
    assert found in said
    assert "; " in said
    assert "\n" not in said


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as hole:
        hole.truncate(200_000_000)
    assert "the file has 200 MB and copy may have 20;" in refusal(file)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "this is a folder" in refusal(tmp_path)
    assert "a device or a pipe" in refusal(pipe)
    assert "No such file" in refusal(tmp_path / "nowhere.txt")
    assert "cannot be read" in refusal(Path("nul\0byte"))


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a"]))
@example(b"---\nheadline: [\n---\n", "a.md")
@example(b"<" * 300, "a.html")
@settings(deadline=None)
def test_whatever_the_bytes_they_are_a_report_or_refused(data: bytes, name: str) -> None:
    try:
        copy = read_bytes(data, name=name)
    except CopyError as error:
        assert "\n" not in str(error)  # noqa: PT017  # both ends are right here
    else:
        assert copy.headline
        assert copy.body


@given(st.text(max_size=300), st.sampled_from(["a.txt", "a.md"]))
@settings(deadline=None)
def test_whatever_the_text_every_line_is_in_the_account_once(text: str, name: str) -> None:
    try:
        copy = read_bytes(text.encode(), name=name)
    except (CopyError, UnicodeEncodeError):
        return
    text = text.removeprefix("\ufeff")
    written = [(at, line.strip()) for at, line in enumerate(text.splitlines(), 1) if line.strip()]
    assert [(entry.line, entry.text) for entry in copy.account if entry.line] == written


@pytest.mark.parametrize("name", sorted(file.name for file in CAPTURES.glob("*.txt")))
def test_copy_is_the_same_with_the_line_ends_of_another_system(name: str) -> None:
    unix = (CAPTURES / name).read_bytes()
    windows = b"\xef\xbb\xbf" + unix.replace(b"\n", b"\r\n")
    here, there = read_bytes(unix, name=name), read_bytes(windows, name=name)
    assert (here.headline, here.body, here.lead) == (there.headline, there.body, there.lead)


@pytest.mark.skipif(not REAL.exists(), reason="the captured page is not on this machine")
def test_the_captured_page_of_a_daily_gives_its_report_and_no_furniture() -> None:
    copy = read(REAL, largest_bytes=LARGEST)
    first = REAL.read_text(encoding="utf-8").splitlines()[0]
    paragraphs = [block for block in copy.body if isinstance(block, Paragraph)]
    figures = [block for block in copy.body if isinstance(block, Figure)]
    assert (copy.shape, copy.headline, copy.language) == ("capture", first, "en")
    assert copy.sections == ("National", "North Korea")
    assert [writer.name for writer in copy.byline] == ["Seo Ji-eun"]
    assert copy.lead is not None
    assert [copy.lead.credit, *(figure.photo.credit for figure in figures)] == [
        "YONHAP",
        "EPA/YONHAP",
    ]
    assert (len(paragraphs), len(figures), len(copy.body)) == (13, 1, 14)
    assert (copy.published_on, copy.queries) == (None, ())
    assert not any(verdict(paragraph.text.plain) for paragraph in paragraphs)
    kept = " ".join(entry.text for entry in copy.account if not entry.is_dropped)
    marks = "".join(char for char in kept if char in QUOTES)
    body = " ".join(
        [copy.headline, copy.lead.caption, *(line for line in shown(copy.body))],
    )
    assert "".join(char for char in body if char in QUOTES) == marks
