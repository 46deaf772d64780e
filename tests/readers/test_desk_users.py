"""Whoever manages users meets no reader there, nor a reader's address."""

from __future__ import annotations

import pytest
from django.test import Client

from broadsheet.readers.models import Account
from tests.readers.making import browser, make_editor, make_reader

MINE = "mina@post.example"
DESK_BACKEND = "django.contrib.auth.backends.ModelBackend"

pytestmark = pytest.mark.usefixtures("newsroom")


@pytest.fixture
def chief() -> Client:
    account = Account.objects.create_superuser("chief", "chief@paper.example", "correct-horse-4")
    client = browser()
    client.force_login(account, backend=DESK_BACKEND)
    return client


@pytest.fixture
def reader() -> Account:
    return make_reader("Mina Bell", MINE)


@pytest.mark.parametrize("query", ["", "?q=mina", "?q=reader"])
def test_no_reader_is_in_the_list_or_found_in_it(
    chief: Client, reader: Account, query: str
) -> None:
    page = chief.get(f"/desk/users/{query}").content.decode()
    assert MINE not in page
    assert reader.username not in page
    assert "Mina Bell" not in page


def test_whoever_has_a_password_and_no_role_yet_is_in_the_list(chief: Client) -> None:
    make_editor()
    Account.objects.create_user("newcomer", password="correct-horse-4")
    page = chief.get("/desk/users/").content.decode()
    assert "newcomer" in page
    assert "chief" in page


@pytest.mark.parametrize("what", ["edit", "delete", "history", "usage"])
def test_no_address_of_the_list_leads_to_a_reader(
    chief: Client, reader: Account, what: str
) -> None:
    assert chief.get(f"/desk/users/{what}/{reader.pk}/").status_code == 404
    assert chief.post(f"/desk/users/{what}/{reader.pk}/").status_code == 404
    assert Account.objects.filter(pk=reader.pk).exists()


@pytest.mark.parametrize("action", ["delete", "assign_role", "set_active_state"])
@pytest.mark.parametrize("ids", ["{0.pk}", "all"])
def test_what_is_done_to_many_is_done_to_no_reader(
    chief: Client, reader: Account, action: str, ids: str
) -> None:
    url = f"/desk/bulk/readers/account/{action}/?id={ids.format(reader)}"
    asked = chief.get(url)
    assert asked.status_code == (404 if ids != "all" else 200)
    assert reader.username not in asked.content.decode()
    assert MINE not in asked.content.decode()
    chief.post(url, {"mark_as_active": "False", "role": "1"})
    reader.refresh_from_db()
    assert reader.is_active
    assert not reader.groups.exists()
