"""A live report, entries in it, and people who write them."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.test import Client
from django.utils import timezone

from broadsheet.desk.models import Author, LiveEntry, LiveReport, ReportPage
from broadsheet.live.post import Draft, post
from broadsheet.live.run import start
from broadsheet.readers.models import Account
from tests.make import make_report


def make_editor(name: str = "editor") -> Account:
    """Somebody who may publish anything."""
    account: Account = Account.objects.create_superuser(
        username=name, password="a long pass-phrase"
    )
    return account


def make_reporter(name: str = "Nadia Sund") -> Account:
    """Somebody who may come to the desk and publish nothing, with an author of their own."""
    from django.contrib.auth.models import Permission

    account: Account = Account.objects.create_user(
        username=name.split(maxsplit=1)[0].lower(), password="a long pass-phrase"
    )
    account.user_permissions.add(Permission.objects.get(codename="access_admin"))
    Author.objects.create(name=name, account=account)
    return account


def client_of(account: Account) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(account)
    return client


def make_live(report: ReportPage | None = None, *, by: Account | None = None) -> LiveReport:
    return start(report or make_report(), by=by, now=timezone.now())


def make_entry(
    live: LiveReport,
    text: str,
    writer: Account,
    *,
    now: dt.datetime | None = None,
    **changes: Any,
) -> LiveEntry:
    draft = Draft(key=uuid.uuid4(), text=text, **changes)
    return post(draft, live, writer, now=now or timezone.now())
