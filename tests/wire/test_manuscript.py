from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.wire.copy import CopyError
from broadsheet.wire.manuscript import manuscript

ENGLISH = "The café’s owner said: “We will not sell — not for £5,000.”\nThe pier stays.\n" * 3
KOREAN = "솔섬 주민회는 5일 “렌즈 복원을 모두 마쳤다”며 밝혔다.\n등대는 폭풍으로 깨졌다.\n"
JAPANESE = "北浦市は４日、灯台を来月から公開すると発表した。「海を見に来てほしい」と話した。\n"


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (KOREAN, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8"),
        (KOREAN, "utf-16", "utf-16"),
        (KOREAN, "utf-32", "utf-32"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (KOREAN, "utf-16-be", "utf-16-be"),
        (ENGLISH, "cp1252", "cp1252"),
        (KOREAN, "euc_kr", "cp949"),
        (JAPANESE, "cp932", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
    ],
)
def test_characters_are_read_where_they_are_certain(text: str, encoding: str, told: str) -> None:
    read = manuscript(text.encode(encoding), name="copy.txt")
    assert (read.text, read.encoding) == (text, told)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("euc-kr", "cp949"), ("ISO-8859-1", "cp1252"), ("windows-1251", "cp1251"), ("big5", "big5")],
)
def test_a_page_is_read_by_the_encoding_that_it_declares(declared: str, encoding: str) -> None:
    letters = {"cp949": "등대", "cp1252": "café", "cp1251": "маяк", "big5": "燈塔"}[encoding]
    page = f'<html><head><meta charset="{declared}"></head><body>{letters}</body></html>'
    assert letters in manuscript(page.encode(encoding), name="page.html").text


@pytest.mark.parametrize("declared", ["punycode", "unicode_escape", "hex", "no-such-thing"])
def test_an_encoding_that_no_page_has_is_not_taken_at_its_word(declared: str) -> None:
    page = f'<meta charset="{declared}">\xff\xfe\xfd\xfc letters'.encode("latin-1")
    with pytest.raises(CopyError, match="no other encoding is certain; save the file as UTF-8"):
        manuscript(page, name="page.html")


@pytest.mark.parametrize(
    "text", ["Привет, мир, это газета.", "Ωραία εφημερίδα σήμερα."], ids=["Russian", "Greek"]
)
def test_an_encoding_that_is_a_guess_is_refused(text: str) -> None:
    encoding = "cp1251" if text[0] == "П" else "cp1253"
    with pytest.raises(CopyError, match="line 1 is not UTF-8"):
        manuscript(text.encode(encoding), name="copy.txt")


@given(st.text(alphabet=st.characters(codec="cp1252", categories=["L", "N", "P"]), min_size=1))
def test_a_text_is_never_read_as_other_letters(text: str) -> None:
    data = f"The pier stays open, the council said: {text}".encode("cp1252")
    try:
        read = manuscript(data, name="copy.txt")
    except CopyError:
        return
    assert read.encoding in {"cp1252", "utf-8"}
