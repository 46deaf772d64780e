"""Readers never get into the desk, and staff never come in by a reader's way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import authenticate
from django.contrib.auth.models import Permission
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from broadsheet.config import Config
from broadsheet.desk.models import Role
from broadsheet.readers.backend import ReaderBackend
from broadsheet.readers.models import Account
from tests.readers.making import (
    browser,
    make_editor,
    make_reader,
    sent_code,
    sign_in_by_mail,
    with_settings,
)

MINE, STAFF = "mina@post.example", "tilda@paper.example"


@pytest.fixture(autouse=True)
def with_mail(newsroom: Config) -> Iterator[None]:
    mail.outbox = []
    with with_settings(newsroom, mail_host="smtp.example"):
        yield


@pytest.mark.parametrize("path", ["", "reports/", "users/", "pages/", "media/secret.jpg"])
def test_a_reader_is_sent_away_from_the_desk(path: str) -> None:
    make_reader(address=MINE)
    client = browser()
    sign_in_by_mail(client, MINE)
    answer = client.get(f"/desk/{path}")
    assert answer.status_code in {302, 403, 404}
    if answer.status_code == 302:
        assert answer["Location"].startswith("/desk/login/")


def test_a_reader_is_looked_up_in_one_query_with_each_request() -> None:
    reader = make_reader(address=MINE)
    with CaptureQueriesContext(connection) as asked:
        found = ReaderBackend().get_user(reader.pk)
        assert found
        assert not found.works_at_the_desk
    assert len(asked) == 1


@pytest.mark.parametrize("how", ["is_staff", "is_superuser", "group", "permission"])
def test_whoever_may_come_to_the_desk_is_staff_however_that_was_granted(how: str) -> None:
    account = make_reader(address=MINE)
    assert not Account.objects.of_the_desk(MINE)
    may = Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    if how == "group":
        account.groups.add(Role.objects.group("reporter"))
    elif how == "permission":
        account.user_permissions.add(may)
    else:
        Account.objects.filter(pk=account.pk).update(**{how: True})
    assert Account.objects.of_the_desk(MINE) == account
    assert Account.objects.get(pk=account.pk).works_at_the_desk
    assert ReaderBackend().get_user(account.pk) is None


def test_a_reader_has_no_permission_at_all() -> None:
    reader = make_reader(address=MINE)
    assert reader.get_all_permissions() == set()
    assert not reader.works_at_the_desk


def test_no_password_opens_a_readers_account() -> None:
    reader = make_reader(address=MINE)
    for password in ("", "!", reader.password, reader.password[1:], None):
        assert authenticate(username=reader.username, password=password) is None
    client = browser()
    client.post("/desk/password_reset/", {"email": MINE})
    assert mail.outbox == []


def test_staff_who_ask_for_a_code_are_told_of_the_desk_and_get_none() -> None:
    make_editor("tilda", email="Tilda@Paper.example")
    client = browser()
    client.post("/reader/sign-in/", {"email": STAFF})
    assert "/desk/login/" in mail.outbox[-1].body
    assert "code" not in client.session["reader_code"]
    for typed in ("", " ", "-", "None"):
        client.post("/reader/code/", {"code": typed})
    assert client.get("/reader/me.json").json()["signed_in"] is False


def test_a_reader_who_comes_to_work_here_is_signed_out_and_let_in_by_the_desk_alone() -> None:
    reader = make_reader(address=MINE)
    client = browser()
    sign_in_by_mail(client, MINE)
    code_before = len(mail.outbox)
    reader.groups.add(Role.objects.group("reporter"))
    assert client.get("/reader/me.json").json()["signed_in"] is False
    assert client.get("/desk/")["Location"].startswith("/desk/login/")
    client.post("/reader/sign-in/", {"email": MINE})
    assert "/desk/login/" in mail.outbox[code_before].body


def test_one_who_becomes_staff_between_code_and_answer_is_not_let_in() -> None:
    reader = make_reader(address=MINE)
    client = browser()
    client.post("/reader/sign-in/", {"email": MINE})
    reader.groups.add(Role.objects.group("reporter"))
    assert client.post("/reader/code/", {"code": sent_code()})["Location"] == "/reader/sign-in/"
    assert client.get("/reader/me.json").json()["signed_in"] is False


def test_staff_who_signed_in_at_the_desk_are_known_as_staff_and_have_a_page() -> None:
    make_editor("tilda", first_name="Tilda", last_name="Varga")
    client = browser()
    client.post("/desk/login/", {"username": "tilda", "password": "correct-horse-4"})
    said = client.get("/reader/me.json").json()
    assert (said["name"], said["is_staff"]) == ("Tilda Varga", True)
    page = client.get("/reader/").content.decode()
    assert "sign in at its desk" in page
    assert "/reader/leave/" not in page
    assert client.post("/reader/leave/")["Location"] == "/reader/"
    assert Account.objects.get(username="tilda").leaves_at is None


def test_an_address_of_the_desks_is_added_to_no_reader() -> None:
    make_editor("tilda", email=STAFF)
    reader = make_reader(address=MINE)
    client = browser()
    sign_in_by_mail(client, MINE)
    client.post("/reader/address/", {"email": STAFF})
    client.post("/reader/code/", {"code": sent_code()})
    assert not EmailAddress.objects.filter(email=STAFF).exists()
    assert EmailAddress.objects.filter(user=reader).count() == 1
