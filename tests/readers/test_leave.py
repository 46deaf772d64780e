"""Taking one's data along, leaving, and changing one's mind."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.core import mail
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from broadsheet.config import Config
from broadsheet.press import errands
from broadsheet.readers import holdings as register_of_holdings
from broadsheet.readers.holdings import Held, Holding, register
from broadsheet.readers.leave import DAY, ask_to_leave, let_go, stay
from broadsheet.readers.models import Account
from tests.readers.making import (
    ALL_KEYS,
    browser,
    make_editor,
    make_reader,
    sign_in_by_mail,
    with_settings,
)

MINE = "mina@post.example"
NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


@pytest.fixture(autouse=True)
def with_mail(newsroom: Config, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    mail.outbox = []
    monkeypatch.setattr(register_of_holdings, "_registered", {})
    with with_settings(newsroom, mail_host="smtp.example", **ALL_KEYS):
        yield


def make_full_reader() -> Account:
    account = make_reader("Mina Bell", MINE)
    SocialAccount.objects.create(
        user=account, provider="kakao", uid="2201", extra_data={"name": "미나"}
    )
    Authenticator.objects.create(
        user=account,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "", "credential": {"id": "public-1"}},
    )
    return account


@pytest.fixture
def client(newsroom: Config) -> Client:
    made = browser()
    make_full_reader()
    sign_in_by_mail(made, MINE)
    return made


def notes(written: dict[int, list[str]]) -> Holding:
    """What another part of the paper holds, by account number."""

    def shown(account: Account) -> list[Held]:
        return [Held(text=one, path="/a/", at=NOW, note="held") for one in written[account.pk]]

    return Holding(
        key="notes",
        title="Notes",
        export=lambda account: [{"text": one} for one in written[account.pk]],
        shown=shown,
        forget=lambda account: written.pop(account.pk, None) and None,
    )


def test_the_download_holds_all_that_is_held(client: Client) -> None:
    account = Account.objects.get()
    register(notes({account.pk: ["한 마디"]}))
    answer = client.get("/reader/data.json")
    assert answer["Content-Disposition"] == 'attachment; filename="reader.json"'
    assert answer["Cache-Control"] == "no-store"
    got = json.loads(answer.content)
    assert got["account"]["display_name"] == "Mina Bell"
    assert got["addresses"] == [{"address": MINE, "proven": True, "first": True}]
    assert got["accounts_elsewhere"][0]["number_there"] == "2201"
    assert got["passkeys"][0]["public_part"] == {"id": "public-1"}
    assert got["notes"] == [{"text": "한 마디"}]


def test_every_column_of_an_account_is_in_the_download_or_is_none_of_the_readers() -> None:
    ours = {"password", "is_superuser", "is_staff", "is_active", "name_key", "handle"}
    told = {
        *("id", "display_name", "username", "first_name", "last_name", "email", "date_joined"),
        *("last_login", "leaves_at"),
    }
    assert {field.attname for field in Account._meta.concrete_fields} == ours | told


def test_the_page_lists_what_other_parts_hold_as_text(client: Client) -> None:
    register(notes({Account.objects.get().pk: ["<script>alert(1)</script>"]}))
    page = client.get("/reader/").content.decode()
    assert "<h2>Notes</h2>" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_leaving_gives_a_day_and_a_letter_and_a_way_back(client: Client) -> None:
    assert client.post("/reader/leave/")["Location"] == "/reader/"
    account = Account.objects.get()
    assert account.leaves_at is not None
    assert dt.timedelta(hours=23) < account.leaves_at - timezone.now() <= DAY
    assert mail.outbox[-1].to == [MINE]
    page = client.get("/reader/").content.decode()
    assert "Your account will be deleted at" in page
    client.post("/reader/stay/")
    assert Account.objects.get().leaves_at is None
    assert let_go(now=timezone.now() + 2 * DAY) == 0


def test_asking_twice_does_not_put_it_off(newsroom: Config) -> None:
    account = make_full_reader()
    ask_to_leave(account, now=NOW)
    ask_to_leave(account, now=NOW + SECOND)
    assert Account.objects.get().leaves_at == NOW + DAY


def test_after_a_day_all_is_gone_and_not_a_moment_before(newsroom: Config) -> None:
    written = {make_full_reader().pk: ["one"], make_reader("Other One").pk: ["two"]}
    register(notes(written))
    ask_to_leave(Account.objects.get(display_name="Mina Bell"), now=NOW)
    assert let_go(now=NOW + DAY - SECOND) == 0
    assert let_go(now=NOW + DAY) == 1
    assert list(Account.objects.values_list("display_name", flat=True)) == ["Other One"]
    assert list(written.values()) == [["two"]]
    assert not EmailAddress.objects.exists()
    assert not SocialAccount.objects.exists()
    assert not Authenticator.objects.exists()


def test_no_table_holds_anything_of_one_who_has_left(newsroom: Config) -> None:
    client = browser()
    sign_in_by_mail(client, MINE)
    client.post("/reader/name/", {"display_name": "Mina Bell"})
    client.post("/reader/leave/")
    let_go(now=timezone.now() + DAY)
    for model in apps.get_models():
        for row in model._base_manager.values():
            text = repr(row)
            assert MINE not in text, model
            assert "Mina Bell" not in text, model
    assert client.get("/reader/me.json").json()["signed_in"] is False


def test_the_worker_lets_go_when_the_day_is_over(newsroom: Config) -> None:
    account = make_full_reader()
    ask_to_leave(account, now=timezone.now() - DAY + dt.timedelta(hours=1))
    DBTaskResult.objects.exclude(task_path__endswith=".let_go_on_time").delete()
    assert DBTaskResult.objects.get().run_after == account.leaves_at
    assert not errands.run_one()
    later = timezone.now() + dt.timedelta(hours=1)
    with patch("django.utils.timezone.now", return_value=later):
        assert errands.run_one()
    assert not Account.objects.exists()


def test_what_a_task_did_not_do_is_done_within_the_hour(newsroom: Config) -> None:
    ask_to_leave(make_full_reader(), now=NOW)
    DBTaskResult.objects.all().delete()
    errands.clear_old()
    assert not Account.objects.exists()


def test_a_part_that_cannot_forget_keeps_the_account_whole(newsroom: Config) -> None:
    account = make_full_reader()
    ask_to_leave(account, now=NOW)

    def refuse(_: Account) -> None:
        raise OSError("the disk is full")

    register(Holding(key="notes", title="", export=lambda _: [], shown=lambda _: [], forget=refuse))
    with pytest.raises(OSError, match="disk is full"):
        let_go(now=NOW + DAY)
    assert EmailAddress.objects.filter(user=account).exists()


def test_one_who_came_to_work_here_meanwhile_stays(newsroom: Config) -> None:
    account = make_full_reader()
    ask_to_leave(account, now=NOW)
    Account.objects.filter(pk=account.pk).update(is_staff=True)
    assert let_go(now=NOW + DAY) == 0
    assert Account.objects.filter(pk=account.pk).exists()


def test_one_who_stays_and_leaves_again_has_a_day_again(newsroom: Config) -> None:
    account = make_full_reader()
    ask_to_leave(account, now=NOW)
    stay(account)
    ask_to_leave(account, now=NOW + DAY)
    assert let_go(now=NOW + DAY) == 0
    assert let_go(now=NOW + 2 * DAY) == 1


def test_staff_do_not_leave_by_the_readers_door(newsroom: Config) -> None:
    client = browser()
    client.force_login(make_editor("tilda"))
    client.post("/reader/leave/")
    assert Account.objects.get(username="tilda").leaves_at is None
