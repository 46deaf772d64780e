"""`broadsheet account`: who may come to the desk."""

from __future__ import annotations

import secrets

import click
from django.contrib.auth.models import Group
from django.db import transaction

from broadsheet.commands.trouble import Trouble
from broadsheet.readers.models import Account

WORDS = 4
SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "mo", "ne", "pi", "ra", "so", "tu", "vi", "za")


def run(*, name: str, is_reporter: bool) -> None:
    known = Account.objects.filter(username=name).exists()
    password = give_account(name, is_reporter=is_reporter)
    click.echo(f"{name} {'has a new password' if known else 'may come to the desk'}: {password}")


@transaction.atomic
def give_account(name: str, *, is_reporter: bool) -> str:
    """Make the account, or give it a new password. Returns the password; it is kept nowhere."""
    Account.username_validator(name)
    account, is_new = Account.objects.get_or_create(username=name)
    if not is_new and not account.is_active:
        raise Trouble(f"{name} is an account that is closed; open it at the desk first")
    password = _password()
    account.set_password(password)
    if is_new:
        account.is_staff = account.is_superuser = not is_reporter
    account.save()
    if is_new and is_reporter:
        account.groups.add(Group.objects.get(name="Editors"))
    return password


def _password() -> str:
    """Easy to type, hard to guess: 12 syllables out of 14 and four digits, about 58 bits."""
    words = ["".join(secrets.choice(SYLLABLES) for _ in range(3)) for _ in range(WORDS)]
    return "-".join([*words, f"{secrets.randbelow(10_000):04}"])
