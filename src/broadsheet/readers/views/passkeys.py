"""Passkeys, asked for by `<reader-passkey>`: each view takes and gives JSON.

A passkey is found by the device itself and asks for its owner (a finger, a face, a PIN), so that it
is a way in by itself.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.webauthn.internal import auth
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST
from fido2.utils import websafe_decode

from broadsheet.readers import mail
from broadsheet.readers.adapters import is_own_path
from broadsheet.readers.come_in import come_in
from broadsheet.readers.limit import is_over_limit
from broadsheet.readers.models import Account
from broadsheet.readers.signed_in import is_fresh
from broadsheet.readers.ways import has_passkeys

logger = logging.getLogger("broadsheet.readers")

_NEW_HANDLE = "reader_new_handle"
_MOST_BYTES = 20_000
# What a browser may have sent that is no answer to the question: fido2 says it in these ways.
_WRONG = (
    ValidationError,
    *(ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError),
)

View = Callable[[HttpRequest], HttpResponse]


def _asked_by_script(view: View) -> View:
    @csrf_protect
    @require_POST
    @wraps(view)
    def handle(request: HttpRequest) -> HttpResponse:
        if not has_passkeys(settings.CONFIG):
            raise Http404(gettext("Nobody signs in that way here."))
        if is_over_limit(request, "login"):
            return _refused(
                gettext("There were many attempts from here. Please wait an hour."), 429
            )
        answer = view(request)
        answer["Cache-Control"] = "no-store"
        return answer

    return handle


@_asked_by_script
def ask(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # allauth has it in its context
    """`/reader/passkey/ask/`: what a browser signs to come in."""
    return JsonResponse(auth.begin_authentication())


@_asked_by_script
def enter(request: HttpRequest) -> HttpResponse:
    """`/reader/passkey/enter/`: the browser's answer; the reader is signed in."""
    try:
        sent = _sent(request)
        account = _account_of(sent["credential"])
        authenticator = auth.complete_authentication(account, sent["credential"])
    except _WRONG as error:
        logger.info("a passkey was refused: %s", error)
        return _refused(gettext("That passkey is not known here."), 422)
    authenticator.record_usage()
    return _onward(come_in(request, account, next_path=_next_path(sent)))


@_asked_by_script
def make(request: HttpRequest) -> HttpResponse:
    """`/reader/passkey/make/`: what a browser makes a passkey from, for a reader or a new one."""
    account = request.user
    if not isinstance(account, Account):
        account = Account.objects.new_reader()
        request.session[_NEW_HANDLE] = account.handle
    elif refusal := _may_not_add(request, account):
        return refusal
    return JsonResponse(auth.begin_registration(account, passwordless=True))


@_asked_by_script
def keep(request: HttpRequest) -> HttpResponse:
    """`/reader/passkey/keep/`: the passkey that was made; a new reader is signed in with it."""
    account = request.user
    if isinstance(account, Account) and (refusal := _may_not_add(request, account)):
        return refusal
    try:
        sent = _sent(request)
        if not isinstance(account, Account):
            account = Account.objects.new_reader()
            account.handle = request.session.pop(_NEW_HANDLE)
        auth.parse_registration_response(sent["credential"])
        auth.complete_registration(sent["credential"])
    except _WRONG as error:
        logger.info("a passkey was not kept: %s", error)
        return _refused(gettext("That passkey could not be kept. Please try again."), 422)
    return _kept(request, account, sent)


def _kept(request: HttpRequest, account: Account, sent: dict[str, Any]) -> HttpResponse:
    if account.pk:
        auth.WebAuthn.add(account, "", sent["credential"])
        mail.way_added(account, gettext("a passkey"))
        messages.success(request, _("You can sign in that way from now on."))
        return JsonResponse({"location": reverse("reader:home")})
    if is_over_limit(request, "signup"):
        return _refused(gettext("There were many attempts from here. Please wait an hour."), 429)
    with transaction.atomic():
        account.save()
        auth.WebAuthn.add(account, "", sent["credential"])
    return _onward(come_in(request, account, next_path=_next_path(sent)))


def _may_not_add(request: HttpRequest, account: Account) -> HttpResponse | None:
    if account.works_at_the_desk or not is_fresh(request):
        return _refused(gettext("It is a while since you came. Please sign in once more."), 403)
    return None


def _account_of(credential: dict[str, Any]) -> Account:
    handle = websafe_decode(credential["response"]["userHandle"]).decode("ascii")
    # PostgreSQL takes no NUL, not even to look for it.
    account = None if "\0" in handle else Account.objects.filter(handle=handle).first()
    if account is None:
        raise ValueError("no account has that handle")
    return account


def _sent(request: HttpRequest) -> dict[str, Any]:
    if len(request.body) > _MOST_BYTES:
        raise ValueError(f"{len(request.body)} bytes are no credential")
    sent = json.loads(request.body)
    if not isinstance(sent, dict) or not isinstance(sent.get("credential"), dict):
        raise TypeError("there is no credential in it")
    return sent


def _next_path(sent: dict[str, Any]) -> str:
    asked = sent.get("next")
    return asked if isinstance(asked, str) and is_own_path(asked) else reverse("reader:home")


def _onward(response: HttpResponse) -> HttpResponse:
    return JsonResponse({"location": response["Location"]})


def _refused(told: str, status: int) -> HttpResponse:
    return JsonResponse({"error": told}, status=status)
