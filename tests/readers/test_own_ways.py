"""The ways in that one reader has, on the reader's page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client

from broadsheet.config import Config
from broadsheet.readers.models import Account
from broadsheet.readers.own_ways import LastWayError, own_ways, take_away
from tests.readers.making import (
    ALL_KEYS,
    browser,
    make_reader,
    sent_code,
    sign_in_by_mail,
    with_settings,
)

MINE, SECOND = "mina@post.example", "mina@second.example"


@pytest.fixture(autouse=True)
def with_keys(newsroom: Config) -> Iterator[None]:
    mail.outbox = []
    with with_settings(newsroom, mail_host="smtp.example", **ALL_KEYS):
        yield


@pytest.fixture
def client(newsroom: Config) -> Client:
    made = browser()
    make_reader("Mina Bell", MINE)
    sign_in_by_mail(made, MINE)
    return made


def reader() -> Account:
    return Account.objects.get(display_name="Mina Bell")


def elsewhere(account: Account, provider: str = "google") -> SocialAccount:
    return SocialAccount.objects.create(user=account, provider=provider, uid=f"{provider}-1")


def removal(kind: str, number: int) -> dict[str, str]:
    return {"kind": kind, "number": str(number)}


def test_an_address_is_added_once_its_code_is_typed(client: Client) -> None:
    client.post("/reader/address/", {"email": SECOND})
    assert [way.detail for way in own_ways(reader())] == [MINE]
    assert client.post("/reader/code/", {"code": sent_code()})["Location"] == "/reader/"
    assert [way.detail for way in own_ways(reader())] == [MINE, SECOND]
    assert reader().email == MINE
    assert mail.outbox[-1].to == [MINE]


def test_an_address_of_another_reader_is_not_added_though_its_code_is_typed(client: Client) -> None:
    make_reader("Other One", SECOND)
    client.post("/reader/address/", {"email": SECOND})
    client.post("/reader/code/", {"code": sent_code()})
    assert [way.detail for way in own_ways(reader())] == [MINE]
    assert "belongs to another reader" in client.get("/reader/").content.decode()


def test_a_code_for_adding_an_address_signs_nobody_else_in(client: Client) -> None:
    client.post("/reader/address/", {"email": SECOND})
    session = client.session
    thief = browser()
    make_reader("Thief Thin", "thief@post.example")
    sign_in_by_mail(thief, "thief@post.example")
    theirs = thief.session
    theirs["reader_code"] = session["reader_code"]
    theirs.save()
    assert thief.post("/reader/code/", {"code": sent_code()})["Location"] == "/reader/sign-in/"
    assert not EmailAddress.objects.filter(email=SECOND).exists()


def test_the_last_way_in_cannot_be_taken_away(client: Client) -> None:
    address = EmailAddress.objects.get(email=MINE)
    client.post("/reader/remove/", removal("email", address.pk))
    page = client.get("/reader/").content.decode()
    assert "your last way in" in page
    assert 'action="/reader/remove/"' not in page
    assert EmailAddress.objects.filter(pk=address.pk).exists()


def test_a_way_that_the_paper_has_turned_off_does_not_count_as_one(
    newsroom: Config, client: Client
) -> None:
    elsewhere(reader(), "naver")
    with with_settings(newsroom, mail_host="smtp.example"), pytest.raises(LastWayError):
        take_away(reader(), kind="email", number=EmailAddress.objects.get().pk)
    with with_settings(newsroom, mail_host="smtp.example"):
        gone = take_away(reader(), kind="naver", number=SocialAccount.objects.get().pk)
    assert gone is not None


def test_a_way_is_taken_away_and_whoever_used_it_is_signed_out(client: Client) -> None:
    added = elsewhere(reader())
    other = browser()
    sign_in_by_mail(other, MINE)
    client.post("/reader/remove/", removal("google", added.pk))
    assert not SocialAccount.objects.exists()
    assert client.get("/reader/me.json").json()["signed_in"] is True
    assert other.get("/reader/me.json").json()["signed_in"] is False
    assert "taken away" in mail.outbox[-1].subject


def test_when_the_first_address_goes_the_next_one_takes_its_place(client: Client) -> None:
    EmailAddress.objects.create(user=reader(), email=SECOND, verified=True)
    client.post("/reader/remove/", removal("email", EmailAddress.objects.get(email=MINE).pk))
    assert reader().email == SECOND
    assert EmailAddress.objects.get().primary


def test_when_the_last_address_goes_none_is_left_on_the_account(client: Client) -> None:
    elsewhere(reader())
    client.post("/reader/remove/", removal("email", EmailAddress.objects.get(email=MINE).pk))
    assert reader().email == ""


@pytest.mark.parametrize("number", ["", "0", "-1", "1e3", "٣", "9" * 30, "x"])
def test_a_number_that_is_none_takes_nothing_away(client: Client, number: str) -> None:
    elsewhere(reader())
    assert client.post("/reader/remove/", {"kind": "google", "number": number}).status_code == 302
    assert SocialAccount.objects.count() == EmailAddress.objects.count() == 1


def test_the_way_of_another_reader_cannot_be_taken_away(client: Client) -> None:
    other = make_reader("Other One", SECOND)
    elsewhere(reader())
    theirs = EmailAddress.objects.get(user=other)
    client.post("/reader/remove/", removal("email", theirs.pk))
    assert EmailAddress.objects.filter(pk=theirs.pk).exists()


@pytest.mark.parametrize("path", ["remove/", "address/", "leave/", "with/google/"])
def test_a_browser_that_was_left_open_changes_no_way_in(client: Client, path: str) -> None:
    later = time.time() + 31 * 60
    with patch("broadsheet.readers.signed_in.time.time", return_value=later):
        answer = client.post(f"/reader/{path}", {"email": SECOND})
    assert answer["Location"] == "/reader/sign-in/?next=%2Freader%2F&again=1"
    assert reader().leaves_at is None
    page = client.get(answer["Location"]).content.decode()
    assert "sign in once more" in page
    assert 'name="again"' in page


def test_signing_in_once_more_makes_it_fresh(client: Client) -> None:
    session = client.session
    session["reader_signed_in_at"] = 0
    session.save()
    client.post("/reader/sign-in/", {"email": MINE, "again": "1"})
    client.post("/reader/code/", {"code": sent_code()})
    assert client.get("/reader/leave/").status_code == 200


def test_signing_out_everywhere_ends_every_session(client: Client) -> None:
    other = browser()
    sign_in_by_mail(other, MINE)
    client.post("/reader/sign-out/", {"everywhere": "1"})
    assert client.get("/reader/me.json").json()["signed_in"] is False
    assert other.get("/reader/me.json").json()["signed_in"] is False


@pytest.mark.parametrize("path", ["", "name/", "data.json", "leave/"])
def test_whoever_is_not_signed_in_is_asked_to_and_brought_back(newsroom: Config, path: str) -> None:
    answer = browser().get(f"/reader/{path}")
    assert answer["Location"] == f"/reader/sign-in/?next=%2Freader%2F{path.replace('/', '%2F')}"
