"""Signing in by a code in the mail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core import mail
from django.test import Client

from broadsheet.config import Config
from broadsheet.readers.models import Account
from tests.readers.making import (
    browser,
    make_editor,
    make_reader,
    sent_code,
    sign_in_by_mail,
    with_settings,
)

MINE = "mina@post.example"


@pytest.fixture
def client(newsroom: Config) -> Client:
    return browser()


@pytest.fixture(autouse=True)
def with_mail(newsroom: Config) -> Iterator[None]:
    mail.outbox = []
    with with_settings(newsroom, mail_host="smtp.example"):
        yield


def test_a_code_lets_a_new_reader_in_and_asks_for_a_name(client: Client) -> None:
    answer = sign_in_by_mail(client, MINE, next_path="/national/")
    account = Account.objects.get(email=MINE)
    assert answer["Location"] == "/reader/name/?next=%2Fnational%2F"
    assert client.get("/reader/me.json").json()["id"] == account.pk
    assert not account.has_usable_password()


def test_the_same_address_is_the_same_reader_again(client: Client) -> None:
    known = make_reader(address=MINE)
    answer = sign_in_by_mail(client, MINE.upper(), next_path="/national/")
    assert answer["Location"] == "/national/"
    assert client.get("/reader/me.json").json()["id"] == known.pk
    assert Account.objects.count() == 1
