"""Signing in by a code, and the page that shows every way; signing out."""

from __future__ import annotations

import logging

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from broadsheet.readers import mail
from broadsheet.readers.come_in import come_in_by_address
from broadsheet.readers.limit import is_over_limit
from broadsheet.readers.mailed_code import MailedCode
from broadsheet.readers.models import Account
from broadsheet.readers.next_path import next_path
from broadsheet.readers.own_ways import TakenAddressError, add_address
from broadsheet.readers.page import page
from broadsheet.readers.signed_in import freshly_signed_in
from broadsheet.readers.ways import has_email, has_passkeys, providers

logger = logging.getLogger("broadsheet.readers")


class AddressForm(forms.Form):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("The code from the mail"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """`/reader/sign-in/?next=…`: every way in; a POST sends a code to an address.

    With `again`, somebody who is signed in is asked once more.
    """
    is_again = "again" in request.GET or "again" in request.POST
    if request.user.is_authenticated and not is_again:
        return HttpResponseRedirect(next_path(request))
    is_asked = request.method == "POST" and has_email(settings.CONFIG)
    form = AddressForm(request.POST if is_asked else None)
    status = 200
    if is_asked:
        status = _send_code(request, form, account=None)
        if status == 302:
            return HttpResponseRedirect(reverse("reader:code"))
    return page(
        request,
        "sign_in",
        status=status,
        form=form if has_email(settings.CONFIG) else None,
        next=next_path(request),
        is_again=is_again,
        providers=providers(settings.CONFIG),
        has_passkeys=has_passkeys(settings.CONFIG),
    )


@csrf_protect
@require_POST
@freshly_signed_in
def address(request: HttpRequest) -> HttpResponse:
    """`/reader/address/`: a code to an address that is to be added to the account."""
    form = AddressForm(request.POST)
    if has_email(settings.CONFIG) and _send_code(request, form, account=request.user) == 302:
        return HttpResponseRedirect(reverse("reader:code"))
    for error in (*form.non_field_errors(), *form["email"].errors):
        messages.error(request, error)
    return HttpResponseRedirect(reverse("reader:home"))


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """`/reader/code/`: where the code is typed."""
    waiting = MailedCode.of(request)
    if waiting is None or waiting.adds_to not in {None, request.user}:
        messages.error(request, _("That code holds no more. Please ask for a new one."))
        return HttpResponseRedirect(reverse("reader:sign-in"))
    form = CodeForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if is_over_limit(request, "confirm_login_code"):
            form.add_error(None, _("There were many codes from here. Please wait an hour."))
            status = 429
        elif form.is_valid():
            if waiting.is_right(form.cleaned_data["code"]):
                return _proven(request, waiting)
            if MailedCode.of(request) is None:
                messages.error(request, _("That was wrong too often. Please ask for a new code."))
                return HttpResponseRedirect(reverse("reader:sign-in"))
            form.add_error("code", _("That is not the code. Please look at the mail again."))
    return page(
        request,
        "code",
        status=status,
        form=form,
        address=waiting.address,
        minutes=waiting.timeout // 60,
        is_logged=settings.CONFIG.mail.host == "log",
        is_added=waiting.adds_to is not None,
    )


@csrf_protect
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """`/reader/sign-out/`; with `everywhere`, in every other browser too."""
    account = request.user
    if isinstance(account, Account) and "everywhere" in request.POST:
        account.end_sessions()
    onward = next_path(request)
    logout(request)
    return HttpResponseRedirect("/" if onward == reverse("reader:home") else onward)


def _send_code(request: HttpRequest, form: AddressForm, *, account: object) -> int:
    """Send it, and return the status of the answer: 302 where it was sent."""
    if not form.is_valid():
        return 422
    typed = form.cleaned_data["email"]
    if is_over_limit(request, "request_login_code", key=typed):
        form.add_error(None, _("Several codes were sent. Please wait an hour."))
        return 429
    try:
        MailedCode.asked_for(
            request,
            typed,
            next_path=next_path(request),
            account=account if isinstance(account, Account) else None,
        )
    except OSError as error:
        logger.error("a code could not be mailed (%s)", error)
        form.add_error(None, _("The mail could not be sent. Please try again in a while."))
        return 503
    return 302


def _proven(request: HttpRequest, waiting: MailedCode) -> HttpResponse:
    account = waiting.adds_to
    if account is None:
        return come_in_by_address(request, waiting.address, next_path=waiting.next_path)
    try:
        add_address(account, waiting.address)
    except TakenAddressError:
        messages.error(request, _("That address belongs to another reader here."))
    else:
        account.refresh_from_db()
        mail.way_added(account, waiting.address)
        messages.success(request, _("You can sign in that way from now on."))
    return HttpResponseRedirect(reverse("reader:home"))
