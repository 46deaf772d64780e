from __future__ import annotations

import unicodedata
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.config import Config
from broadsheet.desk.models import Author
from broadsheet.readers.display_name import (
    _must_read_as_a_name,
    clean_display_name,
    proposed_name,
    take_name,
)
from broadsheet.readers.models import Account
from tests.readers.making import browser, make_editor, make_reader


def refusal(name: str, account: Account | None = None) -> str:
    with pytest.raises(ValidationError) as raised:
        clean_display_name(name, account=account or make_reader(""))
    return str(raised.value.messages[0])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Mina   Bell ", "Mina Bell"),
        (unicodedata.normalize("NFD", "Zoé"), "Zoé"),
        (unicodedata.normalize("NFD", "한지원"), "한지원"),
        ("O’Hara-Lund", "O’Hara-Lund"),
        ("Ann B.", "Ann B."),
        ("田中 ハナ", "田中 ハナ"),
        ("नेहा", "नेहा"),
        ("Mina 2", "Mina 2"),
    ],
)
def test_a_name_is_kept_as_people_write_it(newsroom: Config, typed: str, kept: str) -> None:
    assert clean_display_name(typed, account=make_reader("")) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "A",
        "a" * 31,
        "1234",
        "<b>Mina</b>",
        "Mina\u202eanim",
        "Mina\u200bBell",
        "Mina\u0000",
        "mina@post.example",
        "https://evil.example",
        "Mina ✔",
        "Mina 👑",
        "Z" + "\u0301" * 12 + "oe",
        "Mіna Bell",
        "Mina\nBell\x1b[31m",
    ],
)
def test_what_is_no_name_is_refused(newsroom: Config, typed: str) -> None:
    assert refusal(typed).endswith(".")


def test_a_name_is_measured_as_people_count(newsroom: Config) -> None:
    thirty = "नि" * 30
    assert clean_display_name(thirty, account=make_reader("")) == thirty
    assert "2 to 30" in refusal(thirty + "नि")


@pytest.mark.parametrize("typed", ["Mina Bell", "mina bell", "M1na Bell", "Mína-Bell", "MINA BELL"])
def test_a_name_that_looks_like_another_readers_is_refused(newsroom: Config, typed: str) -> None:
    make_reader("Mina Bell")
    assert "Another reader has that name" in refusal(typed)


def test_a_reader_keeps_the_own_name_in_another_spelling(newsroom: Config) -> None:
    reader = make_reader("Mina Bell")
    assert clean_display_name("mina bell", account=reader) == "mina bell"


@pytest.mark.parametrize(
    "typed",
    [
        *("Ida Lund", "ida lund", "Ida Lund Official", "lda Lund", "IdaLund"),
        *("Tilda Varga", "tilda", "TILDA", "Tilda Varga Jr"),
        *("The Test Courier", "Test Courier Editor", "Admin", "M0derator", "Editor Ann", "편집국"),
        *("The Test Courier Desk", "Staff", "기자 김"),
    ],
)
def test_nobody_passes_for_the_newsroom(newsroom: Config, typed: str) -> None:
    Author.objects.create(name="Ida Lund")
    make_editor("tilda", first_name="Tilda", last_name="Varga")
    assert "newsroom" in refusal(typed)


def test_a_name_that_only_shares_letters_with_the_newsrooms_is_free(newsroom: Config) -> None:
    Author.objects.create(name="Ann")
    make_reader_free = clean_display_name("Annabel", account=make_reader(""))
    assert make_reader_free == "Annabel"
    assert clean_display_name("Modesty", account=make_reader("")) == "Modesty"


def test_staff_may_write_under_the_own_name(newsroom: Config) -> None:
    editor = make_editor("tilda", first_name="Tilda", last_name="Varga")
    assert clean_display_name("Tilda Varga", account=editor) == "Tilda Varga"
    assert editor.shown_name == "Tilda Varga"


def test_of_two_who_take_a_name_at_once_one_is_refused(newsroom: Config) -> None:
    first, second = make_reader(""), make_reader("")
    take_name(first, "Mina Bell")
    with pytest.raises(IntegrityError):
        take_name(second, "M1na Bell")


def test_a_proposal_is_made_only_of_what_would_do(newsroom: Config) -> None:
    reader = make_reader("")
    assert proposed_name("Mina Bell", account=reader) == "Mina Bell"
    assert proposed_name("<script>", account=reader) == ""


def test_the_page_says_why_a_name_is_refused_and_goes_on_with_a_good_one(newsroom: Config) -> None:
    make_reader("Mina Bell")
    reader = make_reader("")
    client = browser()
    client.force_login(reader)
    refused = client.post("/reader/name/", {"display_name": "Mina BeII", "next": "/national/"})
    assert refused.status_code == 422
    assert "Another reader has that name" in refused.content.decode()
    taken = client.post("/reader/name/", {"display_name": "Zoé", "next": "/national/"})
    assert taken["Location"] == "/national/"
    assert Account.objects.get(pk=reader.pk).display_name == "Zoé"


@given(st.text(max_size=100))
def test_no_text_is_too_odd_to_be_looked_at(text: str) -> None:
    with suppress(ValidationError):
        _must_read_as_a_name(" ".join(unicodedata.normalize("NFC", text).split()))
