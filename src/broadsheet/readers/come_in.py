"""Somebody has proven who they are → signed in, in a session with a new key."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import EmailAddress, Login
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from broadsheet.readers.models import Account


def come_in(request: HttpRequest, account: Account, *, next_path: str) -> HttpResponse:
    """Sign `account` in and send it on to `next_path`, or say why it may not."""
    return perform_login(request, Login(user=account, redirect_url=next_path))


def come_in_by_address(request: HttpRequest, address: str, *, next_path: str) -> HttpResponse:
    """Sign in whoever has just proven to read mail at `address`, for the first time or again."""
    return come_in(request, _reader_at(address), next_path=next_path)


@transaction.atomic
def _reader_at(address: str) -> Account:
    known = EmailAddress.objects.filter(email=address, verified=True).select_related("user").first()
    if known:
        found: Account = known.user
        return found
    account = Account.objects.new_reader()
    account.email = address
    account.save()
    EmailAddress.objects.create(user=account, email=address, verified=True, primary=True)
    return account
