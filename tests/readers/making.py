"""A newsroom with what readers need, and readers of it."""

from __future__ import annotations

import re
from typing import Any

from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.test.utils import override_settings

from broadsheet.config import Config
from broadsheet.desk.models import Role
from broadsheet.readers.display_name import take_name
from broadsheet.readers.models import Account

ALL_KEYS = {
    f"{one}_{part}": f"{one}-{part}"
    for one in ("google", "kakao", "naver", "facebook", "x")
    for part in ("id", "secret")
}
SOME_CODE = re.compile(r"\b\d{4}-\d{4}\b")


def browser(**more: Any) -> Client:
    """A browser of its own: no cookies, and every check of where a form came from."""
    return Client(headers={"host": "127.0.0.1:8000", **more.pop("headers", {})}, **more)


def with_settings(config: Config, *, url: str = "", mail_host: str = "", **sign_in: Any) -> Any:
    """The same newsroom with other settings, for a `with` block."""
    changed = config.model_copy(
        update={
            "paper": config.paper.model_copy(update={"url": url} if url else {}),
            "mail": config.mail.model_copy(update={"host": mail_host}),
            "sign_in": config.sign_in.model_copy(update=sign_in),
        }
    )
    cache.clear()
    return override_settings(
        CONFIG=changed, EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"
    )


def make_reader(name: str = "Mina Bell", address: str = "") -> Account:
    from allauth.account.models import EmailAddress

    account = Account.objects.new_reader()
    account.email = address
    account.save()
    if address:
        EmailAddress.objects.create(user=account, email=address, verified=True, primary=True)
    if name:
        take_name(account, name)
    return account


def make_editor(username: str = "tilda", **fields: Any) -> Account:
    editor = Account.objects.create_user(username=username, password="correct-horse-4", **fields)
    editor.groups.add(Role.objects.group("reporter"))
    return Account.objects.get(pk=editor.pk)


def sent_code() -> str:
    """The code in the newest mail."""
    found = SOME_CODE.search(str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found[0]


def sign_in_by_mail(client: Client, address: str, *, next_path: str = "") -> Any:
    client.post("/reader/sign-in/", {"email": address, "next": next_path})
    return client.post("/reader/code/", {"code": sent_code()})
