"""Signing in with accounts that readers have elsewhere, with each provider's own kind of answer."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.core import mail
from django.test import Client

from broadsheet.config import Config
from broadsheet.readers.models import Account
from tests.readers.making import (
    ALL_KEYS,
    browser,
    make_editor,
    make_reader,
    sign_in_by_mail,
    with_settings,
)
from tests.readers.providers import PROFILES, through

MINE = "mina@post.example"
NAMES = sorted(PROFILES)


@pytest.fixture(autouse=True)
def with_keys(newsroom: Config) -> Iterator[None]:
    mail.outbox = []
    with with_settings(newsroom, mail_host="smtp.example", **ALL_KEYS):
        yield


@pytest.fixture
def client(newsroom: Config) -> Client:
    return browser()


def who(client: Client) -> int | None:
    number: int | None = client.get("/reader/me.json").json()["id"]
    return number


def profile_of(provider: str, **changes: Any) -> dict[str, Any]:
    """The provider's answer, with changes in the part that tells of the person."""
    made = copy.deepcopy(PROFILES[provider])
    part = {"kakao": "kakao_account", "naver": "response", "x": "data"}.get(provider)
    (made[part] if part else made).update(changes)
    return made


@pytest.mark.parametrize("provider", NAMES)
def test_a_new_reader_comes_in_and_the_same_one_again(
    client: Client, monkeypatch: pytest.MonkeyPatch, provider: str
) -> None:
    first = through(client, monkeypatch, provider, PROFILES[provider])
    assert first["Location"] == "/reader/name/?next=%2Fnational%2F"
    number = who(client)
    assert number
    again = browser()
    through(again, monkeypatch, provider, PROFILES[provider])
    assert who(again) == number
    assert Account.objects.count() == 1


@pytest.mark.parametrize("provider", NAMES)
def test_nothing_is_kept_but_a_number_and_a_name(
    client: Client, monkeypatch: pytest.MonkeyPatch, provider: str
) -> None:
    for _ in range(2):
        through(client, monkeypatch, provider, PROFILES[provider])
        assert "account_authentication_methods" not in client.session
        client.post("/reader/sign-out/")
    kept = SocialAccount.objects.get()
    assert list(kept.extra_data) == ["name"]
    assert kept.extra_data["name"] in {"Mina Bell", "미나"}
    assert (kept.user.first_name, kept.user.last_name) == ("", "")
    assert not SocialToken.objects.exists()
    assert not SocialApp.objects.exists()


@pytest.mark.parametrize(
    ("provider", "changes"),
    [
        ("naver", {}),
        ("naver", {"email": "MINA@post.example"}),
        ("naver", {"email_verified": True, "verified": True}),
        ("facebook", {}),
        ("facebook", {"verified": True, "email_verified": True}),
        ("x", {}),
        ("x", {"email": MINE, "confirmed_email": MINE, "verified": True}),
        ("kakao", {"is_email_verified": False}),
        ("kakao", {"is_email_valid": False}),
        ("kakao", {"is_email_verified": "true"}),
        ("kakao", {"is_email_verified": 1}),
        ("google", {"email": MINE}),
        ("google", {"email": MINE, "hd": "other.example"}),
        ("google", {"email": "mina@gmail.com.post.example"}),
        ("google", {"verified_email": False}),
        ("google", {"verified_email": "true"}),
    ],
)
def test_an_address_that_is_not_proven_takes_over_nobody_and_is_not_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch, provider: str, changes: dict[str, Any]
) -> None:
    owners = [
        make_reader("First One", MINE),
        make_reader("Second One", "mina@gmail.com"),
        make_reader("Third One", "mina@gmail.com.post.example"),
    ]
    before = set(EmailAddress.objects.values_list("pk", flat=True))
    through(client, monkeypatch, provider, profile_of(provider, **changes))
    number = who(client)
    assert number
    assert number not in {owner.pk for owner in owners}
    assert set(EmailAddress.objects.values_list("pk", flat=True)) == before
    assert Account.objects.get(pk=number).email == ""
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("provider", "changes"),
    [
        ("google", {"email": "mina@gmail.com"}),
        ("google", {"email": "Mina@GMail.com"}),
        ("google", {"email": MINE, "hd": "post.example"}),
        ("kakao", {}),
    ],
)
def test_a_proven_address_joins_its_reader_who_is_told_by_mail(
    client: Client, monkeypatch: pytest.MonkeyPatch, provider: str, changes: dict[str, Any]
) -> None:
    address = changes.get("email", MINE).lower()
    owner = make_reader("Mina Bell", address)
    answer = through(client, monkeypatch, provider, profile_of(provider, **changes))
    assert answer["Location"] == "/national/"
    assert who(client) == owner.pk
    assert Account.objects.count() == 1
    assert mail.outbox[-1].to == [address]
    assert "new way to sign in" in mail.outbox[-1].subject


def test_a_proven_address_of_a_new_reader_lets_them_in_by_mail_too(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    through(client, monkeypatch, "kakao", PROFILES["kakao"])
    number = who(client)
    other = browser()
    sign_in_by_mail(other, MINE)
    assert who(other) == number


@pytest.mark.parametrize("provider", ["google", "kakao"])
def test_a_proven_address_of_staff_leads_to_no_account_of_theirs(
    client: Client, monkeypatch: pytest.MonkeyPatch, provider: str
) -> None:
    editor = make_editor("tilda", email="Mina@Gmail.com" if provider == "google" else MINE)
    through(client, monkeypatch, provider, PROFILES[provider])
    reader = Account.objects.get(pk=who(client))
    assert reader != editor
    assert reader.email == ""
    assert not EmailAddress.objects.exists()
    assert client.get("/desk/")["Location"].startswith("/desk/login/")


def test_only_those_are_shown_whose_keys_are_here(newsroom: Config, client: Client) -> None:
    with with_settings(newsroom, google_id="one", google_secret="two", kakao_id="half"):
        page = client.get("/reader/sign-in/").content.decode()
        assert "Continue with Google" in page
        assert "/reader/with/kakao/" not in page
        assert [way["id"] for way in client.get("/reader/me.json").json()["ways"]] == ["google"]
        assert client.post("/reader/with/kakao/").status_code == 404
        assert client.get("/reader/with/kakao/back/", {"code": "1"}).status_code == 404
        assert client.post("/reader/with/nobody/").status_code == 404


@pytest.mark.parametrize("provider", NAMES)
def test_the_provider_is_told_the_papers_own_address_and_a_state(
    client: Client, provider: str
) -> None:
    client.defaults["HTTP_HOST"] = "localhost"
    sent = client.post(f"/reader/with/{provider}/", {"next": "https://evil.example/"})
    asked = parse_qs(urlsplit(sent["Location"]).query)
    assert asked["redirect_uri"] == [f"http://127.0.0.1:8000/reader/with/{provider}/back/"]
    assert len(asked["state"][0]) >= 16
    assert asked["client_id"] == [f"{provider}-id"]
    assert f"{provider}-secret" not in sent["Location"]
    assert "email" not in asked.get("scope", [""])[0] or provider == "google"


@pytest.mark.parametrize("provider", NAMES)
def test_a_form_of_the_page_may_lead_to_the_provider(client: Client, provider: str) -> None:
    policy = client.get("/reader/sign-in/")["Content-Security-Policy"]
    sent = urlsplit(client.post(f"/reader/with/{provider}/")["Location"])
    assert f"{sent.scheme}://{sent.netloc}" in policy.partition("form-action")[2].split(";")[0]


@pytest.mark.parametrize("provider", NAMES)
def test_an_answer_to_nobodys_question_signs_nobody_in(
    client: Client, monkeypatch: pytest.MonkeyPatch, provider: str
) -> None:
    through(browser(), monkeypatch, provider, PROFILES[provider])
    stray = client.get(f"/reader/with/{provider}/back/", {"code": "code-1", "state": "guessed"})
    assert stray["Location"] == "/reader/sign-in/"
    assert who(client) is None


def test_a_state_of_one_browser_is_of_no_use_in_another(client: Client) -> None:
    sent = client.post("/reader/with/google/")
    state = parse_qs(urlsplit(sent["Location"]).query)["state"][0]
    victim = browser()
    victim.get("/reader/with/google/back/", {"code": "of the thief", "state": state})
    assert who(victim) is None


def test_whoever_says_no_there_is_told_kindly(client: Client) -> None:
    sent = client.post("/reader/with/google/")
    state = parse_qs(urlsplit(sent["Location"]).query)["state"][0]
    back = client.get("/reader/with/google/back/", {"error": "access_denied", "state": state})
    assert back["Location"] == "/reader/sign-in/"
    assert "You did not sign in with Google." in client.get("/reader/sign-in/").content.decode()


@pytest.mark.parametrize("provider", NAMES)
@pytest.mark.parametrize("answer", [{}, {"id": None}, {"data": [], "response": [], "id": ""}, []])
def test_an_answer_in_no_known_shape_is_no_sign_in_and_no_fault_of_ours(
    client: Client, monkeypatch: pytest.MonkeyPatch, provider: str, answer: Any
) -> None:
    back = through(client, monkeypatch, provider, answer)
    assert (back.status_code, back["Location"]) == (302, "/reader/sign-in/")
    assert who(client) is None


@pytest.mark.parametrize("hostile", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_the_way_back_leads_to_no_other_site(
    client: Client, monkeypatch: pytest.MonkeyPatch, hostile: str
) -> None:
    make_reader("Mina Bell", "mina@gmail.com")
    back = through(client, monkeypatch, "google", PROFILES["google"], next_path=hostile)
    assert back["Location"] == "/reader/"


def test_a_session_gets_another_key_on_the_way_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post("/reader/with/google/")
    before = client.session.session_key
    through(client, monkeypatch, "google", PROFILES["google"])
    assert client.session.session_key != before


def test_one_who_is_signed_in_adds_the_way_and_then_comes_by_it(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = make_reader("Mina Bell", MINE)
    sign_in_by_mail(client, MINE)
    back = through(client, monkeypatch, "x", PROFILES["x"], next_path="")
    assert back["Location"] == "/reader/"
    assert "sign in that way from now on" in client.get("/reader/").content.decode()
    other = browser()
    through(other, monkeypatch, "x", PROFILES["x"])
    assert who(other) == reader.pk


def test_a_way_of_another_reader_is_not_taken_over_by_adding_it(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    through(browser(), monkeypatch, "x", PROFILES["x"])
    make_reader("Mina Bell", MINE)
    sign_in_by_mail(client, MINE)
    through(client, monkeypatch, "x", PROFILES["x"], next_path="")
    assert "belongs to another reader" in client.get("/reader/").content.decode()
    assert SocialAccount.objects.get().user.email == ""


def test_one_who_adds_a_way_with_anothers_proven_address_does_not_become_them(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_reader("Other One", "mina@gmail.com")
    mine = make_reader("Mina Bell", MINE)
    sign_in_by_mail(client, MINE)
    through(client, monkeypatch, "google", PROFILES["google"], next_path="")
    assert who(client) == mine.pk
    assert SocialAccount.objects.get().user_id == mine.pk


def test_staff_cannot_be_given_a_readers_way_in(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_editor("tilda")
    client.post("/desk/login/", {"username": "tilda", "password": "correct-horse-4"})
    back = through(client, monkeypatch, "google", PROFILES["google"])
    assert back["Location"] == "/reader/"
    assert not SocialAccount.objects.exists()


def test_a_way_of_one_who_became_staff_opens_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    through(client, monkeypatch, "x", PROFILES["x"])
    reader = Account.objects.get(pk=who(client))
    Account.objects.filter(pk=reader.pk).update(is_staff=True, is_superuser=True)
    other = browser()
    assert through(other, monkeypatch, "x", PROFILES["x"])["Location"] == "/reader/sign-in/"
    assert who(other) is None
    assert other.get("/desk/")["Location"].startswith("/desk/login/")


def test_the_name_from_there_is_proposed_but_not_taken(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    through(client, monkeypatch, "kakao", PROFILES["kakao"])
    assert 'value="미나"' in client.get("/reader/name/").content.decode()
    assert Account.objects.get().display_name == ""
