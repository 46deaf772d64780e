"""What the passkey's views do with what no browser sends. A real one is in test_in_a_browser.py."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from broadsheet.config import Config
from broadsheet.readers.models import Account
from broadsheet.readers.ways import has_passkeys
from tests.readers.making import browser, make_editor, make_reader, with_settings

ODD: list[Any] = [
    None,
    [],
    "credential",
    {},
    {"credential": None},
    {"credential": []},
    {"credential": {}},
    {"credential": {"id": "x", "rawId": "x", "type": "public-key", "response": {}}},
    {"credential": {"id": 1, "rawId": [], "response": {"userHandle": 5}}},
    {"credential": {"response": {"userHandle": "////"}}},
    {
        "credential": {
            "id": "AAAA",
            "rawId": "AAAA",
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "userHandle": "AAAA",
                "clientDataJSON": "e30",
                "attestationObject": "oA",
                "authenticatorData": "AAAA",
                "signature": "AAAA",
            },
        }
    },
    {"credential": {"x": "y" * 30_000}},
]


@pytest.fixture(autouse=True)
def at_localhost(newsroom: Config) -> Iterator[None]:
    with with_settings(newsroom, url="http://localhost:8000"):
        yield


@pytest.fixture
def client(newsroom: Config) -> Client:
    return browser()


def post(client: Client, path: str, sent: Any) -> Any:
    body = sent if isinstance(sent, bytes) else json.dumps(sent)
    return client.post(f"/reader/passkey/{path}/", body, content_type="application/json")


@pytest.mark.parametrize("view", ["enter", "keep"])
def test_nothing_that_is_no_passkey_lets_anybody_in_or_is_a_fault_of_ours(
    client: Client, view: str
) -> None:
    handle = make_reader("Mina Bell").handle
    for sent in [*ODD, b"\xff\x00", b"{", b"[" * 5000]:
        post(client, "ask" if view == "enter" else "make", {})
        assert post(client, view, sent).status_code == 422, sent
    assert client.get("/reader/me.json").json()["signed_in"] is False
    assert Account.objects.get().handle == handle
    assert not Authenticator.objects.exists()


def test_a_question_tells_nothing_of_anybody(client: Client) -> None:
    make_reader("Mina Bell")
    asked = post(client, "ask", {}).json()["publicKey"]
    assert not asked.get("allowCredentials")
    assert asked["userVerification"] == "required"
    assert asked["rpId"] == "localhost"


def test_a_passkey_is_made_for_a_handle_and_not_for_an_address_or_number(client: Client) -> None:
    reader = make_reader("Mina Bell", "mina@post.example")
    client.force_login(reader)
    session = client.session
    session["reader_signed_in_at"] = 1e12
    session.save()
    text = json.dumps(post(client, "make", {}).json())
    assert "mina@post.example" not in text
    assert "Mina Bell" in text


def test_a_browser_that_was_left_open_and_staff_are_given_no_passkey(client: Client) -> None:
    client.force_login(make_reader("Mina Bell"))
    assert post(client, "make", {}).status_code == 403
    assert post(client, "keep", {"credential": {}}).status_code == 403
    client.force_login(make_editor("tilda"))
    assert post(client, "make", {}).status_code == 403


def test_many_attempts_from_one_network_are_stopped(client: Client) -> None:
    answers = [post(client, "ask", {}).status_code for _ in range(61)]
    assert answers == [200] * 60 + [429]


def test_a_form_from_elsewhere_makes_no_passkey() -> None:
    assert post(browser(enforce_csrf_checks=True), "make", {}).status_code == 403


@pytest.mark.parametrize(
    ("url", "are_made"),
    [
        ("https://news.example", True),
        ("http://news.example", False),
        ("http://localhost:8000", True),
        ("http://127.0.0.1:8000", False),
        ("https://192.0.2.1", False),
    ],
)
def test_passkeys_are_offered_where_browsers_make_them(
    newsroom: Config, client: Client, url: str, are_made: bool
) -> None:
    changed = newsroom.model_copy(update={"paper": newsroom.paper.model_copy(update={"url": url})})
    assert has_passkeys(changed) is are_made
    with with_settings(newsroom, url=url):
        assert post(client, "ask", {}).status_code == (200 if are_made else 404)
