"""The ways in that one reader has: which they are, and how one is added or taken away."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db import transaction

from broadsheet.readers.models import Account
from broadsheet.readers.ways import EMAIL, PASSKEY, PROVIDERS, has_email, has_passkeys, providers


class LastWayError(Exception):
    """The way in that was to be taken away is the last one that serves."""


class TakenAddressError(Exception):
    """The address belongs to another reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWay:
    """A way in: its kind (a provider's id, `email` or `passkey`), its number and its name.

    `serves` is whether it can be used now: the newsroom may have turned off what it was made for.
    """

    kind: str
    number: int
    name: str
    detail: str
    since: dt.datetime | None
    used: dt.datetime | None
    serves: bool


def own_ways(account: Account) -> list[OwnWay]:
    """In the order: addresses, accounts elsewhere, passkeys."""
    return [*_addresses(account), *_elsewhere(account), *_passkeys(account)]


def add_address(account: Account, address: str) -> None:
    """Add an address that the reader has just proven. Raises TakenAddressError."""
    with transaction.atomic():
        others = EmailAddress.objects.filter(email=address).exclude(user=account)
        if others.exists() or Account.objects.of_the_desk(address):
            raise TakenAddressError
        is_first = not EmailAddress.objects.filter(user=account).exists()
        EmailAddress.objects.update_or_create(
            user=account, email=address, defaults={"verified": True}
        )
        if is_first:
            EmailAddress.objects.get(user=account, email=address).set_as_primary()


def take_away(account: Account, *, kind: str, number: int) -> OwnWay | None:
    """Take one way away and return it; None where there is none such. Raises LastWayError."""
    with transaction.atomic():
        # The lock: of two that are taken away at once, the second sees what the first has left.
        locked = Account.objects.select_for_update().get(pk=account.pk)
        ways = own_ways(locked)
        gone = next((one for one in ways if (one.kind, one.number) == (kind, number)), None)
        if gone is None:
            return None
        if not any(one.serves for one in ways if one is not gone):
            raise LastWayError
        _of_kind(kind).filter(user=locked, pk=number).delete()
        if kind == EMAIL:
            _name_first_address(locked)
        return gone


def _addresses(account: Account) -> list[OwnWay]:
    return [
        OwnWay(
            kind=EMAIL,
            number=one.pk,
            name=EMAIL,
            detail=one.email,
            since=None,
            used=None,
            serves=has_email(settings.CONFIG),
        )
        for one in EmailAddress.objects.filter(user=account, verified=True).order_by("pk")
    ]


def _elsewhere(account: Account) -> list[OwnWay]:
    known = {one.allauth_id: one for one in PROVIDERS}
    serving = providers(settings.CONFIG)
    return [
        OwnWay(
            kind=known[one.provider].id,
            number=one.pk,
            name=known[one.provider].name,
            detail=str(one.extra_data.get("name", "")),
            since=one.date_joined,
            used=one.last_login,
            serves=known[one.provider] in serving,
        )
        for one in SocialAccount.objects.filter(user=account, provider__in=known).order_by("pk")
    ]


def _passkeys(account: Account) -> list[OwnWay]:
    return [
        OwnWay(
            kind=PASSKEY,
            number=one.pk,
            name=PASSKEY,
            detail="",
            since=one.created_at,
            used=one.last_used_at,
            serves=has_passkeys(settings.CONFIG),
        )
        for one in Authenticator.objects.filter(
            user=account, type=Authenticator.Type.WEBAUTHN
        ).order_by("pk")
    ]


def _of_kind(kind: str) -> Any:
    model = {EMAIL: EmailAddress, PASSKEY: Authenticator}.get(kind, SocialAccount)
    return model.objects.all()


def _name_first_address(account: Account) -> None:
    rest = EmailAddress.objects.filter(user=account, verified=True).order_by("-primary", "pk")
    if first := rest.first():
        first.set_as_primary()
    else:
        account.email = ""
        account.save(update_fields=["email"])
