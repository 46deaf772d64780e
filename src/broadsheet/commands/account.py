"""`broadsheet account`: who may come to the desk."""

from __future__ import annotations

import secrets

import click
from django.contrib.auth.models import Group
from django.db import transaction

from broadsheet.commands.trouble import Trouble
from broadsheet.desk.models import Role, SectionPage
from broadsheet.readers.models import Account

WORDS = 4
SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "mo", "ne", "pi", "ra", "so", "tu", "vi", "za")


def run(*, name: str, role: str, section: str) -> None:
    known = Account.objects.filter(username=name).exists()
    password = give_account(name, group=_group(role, section))
    click.echo(f"{name} {'has a new password' if known else 'may come to the desk'}: {password}")


@transaction.atomic
def give_account(name: str, *, group: Group | None = None) -> str:
    """Make the account, or give it a new password. Returns the password; it is kept nowhere.

    A new account without a group may do everything, as whoever runs the server may.
    """
    Account.username_validator(name)
    account, is_new = Account.objects.get_or_create(username=name)
    if not is_new and not account.is_active:
        raise Trouble(f"{name} is an account that is closed; open it at the desk first")
    password = _password()
    account.set_password(password)
    if is_new:
        account.is_staff = account.is_superuser = group is None
    account.save()
    if is_new and group:
        account.groups.add(group)
    return password


def _group(role: str, section: str) -> Group | None:
    if not role:
        return None
    if role not in Role.Kind.values:
        roles = ", ".join(Role.Kind.values)
        raise Trouble(f"--role is {role!r}; write one of {roles}")
    found = Role.objects.filter(kind=role, group__isnull=False)
    if role == Role.Kind.DESK:
        found = found.filter(section__title__iexact=section)
    one = found.select_related("group").first()
    if one is None:
        sections = ", ".join(SectionPage.objects.at_the_top().values_list("title", flat=True))
        raise Trouble(
            f"--section is {section!r}; write the desk editor's section, one of: {sections}"
            if role == Role.Kind.DESK
            else f"the newsroom has no group of the role {role} any more; make one at the desk"
        )
    return one.group


def _password() -> str:
    """Easy to type, hard to guess: 12 syllables out of 14 and four digits, about 58 bits."""
    words = ["".join(secrets.choice(SYLLABLES) for _ in range(3)) for _ in range(WORDS)]
    return "-".join([*words, f"{secrets.randbelow(10_000):04}"])
