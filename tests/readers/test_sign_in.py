"""Signing in by a code in the mail."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from allauth.account.internal.flows import code_verification
from django.conf import settings
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

MINE, UNKNOWN = "mina@post.example", "nobody@post.example"
SIGN_IN, CODE, ME = "/reader/sign-in/", "/reader/code/", "/reader/me.json"


@pytest.fixture(autouse=True)
def with_mail(newsroom: Config) -> Iterator[None]:
    mail.outbox = []
    with with_settings(newsroom, mail_host="smtp.example"):
        yield


@pytest.fixture
def client(newsroom: Config) -> Client:
    return browser()


def who(client: Client) -> int | None:
    number: int | None = client.get(ME).json()["id"]
    return number


def test_a_code_lets_a_new_reader_in_and_asks_for_a_name(client: Client) -> None:
    answer = sign_in_by_mail(client, MINE, next_path="/national/")
    account = Account.objects.get(email=MINE)
    assert answer["Location"] == "/reader/name/?next=%2Fnational%2F"
    assert who(client) == account.pk
    assert not account.has_usable_password()


def test_the_same_address_is_the_same_reader_again(client: Client) -> None:
    known = make_reader(address=MINE)
    answer = sign_in_by_mail(client, MINE.upper(), next_path="/national/")
    assert answer["Location"] == "/national/"
    assert who(client) == known.pk
    assert Account.objects.count() == 1


def test_signing_out_ends_it(client: Client) -> None:
    make_reader(address=MINE)
    sign_in_by_mail(client, MINE)
    assert client.get("/reader/sign-out/").status_code == 405
    assert client.post("/reader/sign-out/", {"next": "/national/"})["Location"] == "/national/"
    assert who(client) is None


def test_a_code_holds_once(client: Client) -> None:
    make_reader(address=MINE)
    sign_in_by_mail(client, MINE)
    assert client.post(CODE, {"code": sent_code()})["Location"] == SIGN_IN
    assert "reader_code" not in client.session


def test_a_code_holds_only_in_the_browser_that_asked_for_it(client: Client) -> None:
    client.post(SIGN_IN, {"email": MINE})
    other = browser()
    assert other.post(CODE, {"code": sent_code()})["Location"] == SIGN_IN
    assert who(other) is None


def test_a_code_is_taken_without_its_dash_and_with_spaces(client: Client) -> None:
    client.post(SIGN_IN, {"email": MINE})
    client.post(CODE, {"code": f" {sent_code().replace('-', '')} "})
    assert who(client)


def test_three_wrong_codes_end_it(client: Client) -> None:
    client.post(SIGN_IN, {"email": MINE})
    right = sent_code()
    wrong = "0000-0000" if right != "0000-0000" else "1111-1111"
    assert [client.post(CODE, {"code": wrong}).status_code for _ in range(3)] == [422, 422, 302]
    assert client.post(CODE, {"code": right})["Location"] == SIGN_IN
    assert who(client) is None


def test_a_code_holds_for_a_quarter_of_an_hour(client: Client) -> None:
    client.post(SIGN_IN, {"email": MINE})
    asked_at = client.session["reader_code"]["at"]
    with patch.object(code_verification.time, "time", return_value=asked_at + 15 * 60 - 1):
        assert client.get(CODE).status_code == 200
    with patch.object(code_verification.time, "time", return_value=asked_at + 15 * 60 + 1):
        assert client.post(CODE, {"code": sent_code()})["Location"] == SIGN_IN
    assert who(client) is None


def test_nothing_tells_an_address_that_is_known_from_one_that_is_not() -> None:
    make_reader(address=MINE)
    make_editor("tilda", email="tilda@paper.example")
    make_reader("Closed Door", "closed@post.example")
    Account.objects.filter(email="closed@post.example").update(is_active=False)
    seen = set()
    for address in (MINE, UNKNOWN, "tilda@paper.example", "closed@post.example"):
        client = browser()
        asked = client.post(SIGN_IN, {"email": address})
        page = client.get(CODE).content.decode().replace(address, "ADDRESS")
        token = client.cookies["csrftoken"].value
        wrong = client.post(CODE, {"code": "not it"})
        words = [
            "".join(line for line in text.splitlines() if "csrfmiddlewaretoken" not in line)
            for text in (page, wrong.content.decode().replace(address, "ADDRESS"))
        ]
        assert token
        seen.add((asked.status_code, asked["Location"], *words, wrong.status_code))
    assert len(seen) == 1
    assert len(mail.outbox) == 4


def test_asking_for_many_codes_for_one_address_is_stopped_alike_for_known_and_unknown() -> None:
    make_reader(address=MINE)
    for address in (MINE, UNKNOWN):
        client = browser()
        answers = [client.post(SIGN_IN, {"email": address}).status_code for _ in range(6)]
        assert answers == [302] * 5 + [429]


def test_asking_from_one_network_for_many_addresses_is_stopped() -> None:
    answers = [
        browser(headers={"x-forwarded-for": f"2001:db8::{number:x}"})
        .post(SIGN_IN, {"email": f"one{number}@post.example"})
        .status_code
        for number in range(21)
    ]
    assert answers == [302] * 20 + [429]
    elsewhere = browser(headers={"x-forwarded-for": "2001:db8:0:1::1"})
    assert elsewhere.post(SIGN_IN, {"email": MINE}).status_code == 302


def test_a_session_gets_another_key_when_its_reader_signs_in(client: Client) -> None:
    client.post(SIGN_IN, {"email": MINE})
    before = client.session.session_key
    client.post(CODE, {"code": sent_code()})
    assert client.session.session_key != before
    thief = browser()
    thief.cookies["sessionid"] = before
    assert who(thief) is None


def test_a_session_that_somebody_planted_is_of_no_use_to_them(client: Client) -> None:
    planted = browser()
    planted.get(SIGN_IN)
    planted.post(SIGN_IN, {"email": "thief@post.example"})
    key = planted.session.session_key
    client.cookies["sessionid"] = key
    sign_in_by_mail(client, MINE)
    assert who(client)
    assert who(planted) is None


def test_what_was_in_the_session_of_another_reader_is_gone(client: Client) -> None:
    first, second = make_reader(address=MINE), make_reader("Second One", "second@post.example")
    sign_in_by_mail(client, MINE)
    session = client.session
    session["draft"] = "of the first"
    session.save()
    client.post(SIGN_IN, {"email": second.email, "again": "1"})
    client.post(CODE, {"code": sent_code()})
    assert (first.pk, who(client)) == (first.pk, second.pk)
    assert "draft" not in client.session


def test_no_address_stays_in_the_session(client: Client) -> None:
    sign_in_by_mail(client, MINE)
    assert MINE not in repr(dict(client.session.items()))


@pytest.mark.parametrize(
    "hostile",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example/",
        "http:evil.example",
        "javascript:alert(1)",
        "/\t/evil.example/",
        "\x00//evil.example",
        " //evil.example",
        "https://127.0.0.1:8000@evil.example/",
        "national/",
        "/" + "a" * 2001,
    ],
)
def test_a_reader_goes_on_to_no_other_site(client: Client, hostile: str) -> None:
    make_reader(address=MINE)
    assert sign_in_by_mail(client, MINE, next_path=hostile)["Location"] == "/reader/"
    assert client.get(SIGN_IN, {"next": hostile})["Location"] == "/reader/"
    assert client.post("/reader/sign-out/", {"next": hostile})["Location"] == "/"


def test_a_form_from_elsewhere_signs_nobody_in_or_out() -> None:
    client = browser(enforce_csrf_checks=True)
    assert client.post(SIGN_IN, {"email": MINE}).status_code == 403
    client.get(SIGN_IN)
    token = client.cookies["csrftoken"].value
    form = {"email": MINE, "csrfmiddlewaretoken": token}
    foreign = client.post(SIGN_IN, form, headers={"origin": "https://evil.example"})
    assert foreign.status_code == 403
    assert mail.outbox == []
    ours = client.post(SIGN_IN, form, headers={"origin": "http://127.0.0.1:8000"})
    assert ours.status_code == 302
    for path in ("sign-out", "with/google", "address", "name", "remove", "leave", "stay"):
        assert client.post(f"/reader/{path}/", headers={"origin": "null"}).status_code == 403


def test_cookies_are_for_us_alone(client: Client) -> None:
    client.get(SIGN_IN)
    client.post(SIGN_IN, {"email": MINE})
    session = client.cookies["sessionid"]
    assert session["httponly"]
    assert session["samesite"] == client.cookies["csrftoken"]["samesite"] == "Lax"
    is_https = settings.CONFIG.paper.url.startswith("https:")
    assert bool(session["secure"]) is settings.SESSION_COOKIE_SECURE is is_https


def test_the_page_is_kept_by_nobody_and_tells_nobody_where_its_reader_was(client: Client) -> None:
    answer = client.get(SIGN_IN, {"next": "/national/"})
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "form-action 'self';" in answer["Content-Security-Policy"]


def test_a_mail_server_that_is_away_is_said_and_leaves_no_code(client: Client) -> None:
    with patch("django.core.mail.message.EmailMessage.send", side_effect=OSError("away")):
        answer = client.post(SIGN_IN, {"email": MINE})
    assert answer.status_code == 503
    assert "could not be sent" in answer.content.decode()
    assert client.get(CODE)["Location"] == SIGN_IN


def test_a_closed_account_is_not_let_in(client: Client) -> None:
    closed = make_reader(address=MINE)
    Account.objects.filter(pk=closed.pk).update(is_active=False)
    assert sign_in_by_mail(client, MINE)["Location"] == SIGN_IN
    assert "closed by the newsroom" in client.get(SIGN_IN).content.decode()
    assert who(client) is None


def test_without_a_mail_server_no_code_is_offered_or_sent(newsroom: Config) -> None:
    with with_settings(newsroom):
        client = browser()
        assert "id_email" not in client.get(SIGN_IN).content.decode()
        client.post(SIGN_IN, {"email": MINE})
    assert mail.outbox == []
