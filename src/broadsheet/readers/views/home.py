"""The reader's page: the name, the ways in, what was written here."""

from __future__ import annotations

from itertools import islice

from allauth.socialaccount.models import SocialAccount
from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from broadsheet.readers import mail
from broadsheet.readers.display_name import clean_display_name, proposed_name, take_name
from broadsheet.readers.holdings import holdings
from broadsheet.readers.limit import is_over_limit
from broadsheet.readers.models import Account
from broadsheet.readers.next_path import next_path
from broadsheet.readers.own_ways import LastWayError, own_ways, take_away
from broadsheet.readers.page import page
from broadsheet.readers.signed_in import freshly_signed_in, signed_in
from broadsheet.readers.ways import EMAIL, PASSKEY, has_email, has_passkeys, providers

MOST_SHOWN = 50


class NameForm(forms.Form):
    display_name = forms.CharField(
        label=_("Your name here"),
        max_length=200,
        help_text=_("It stands beside what you write. It need not be your own name."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )

    def __init__(self, account: Account, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.account = account

    def clean_display_name(self) -> str:
        return clean_display_name(self.cleaned_data["display_name"], account=self.account)


@require_safe
@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """`/reader/`."""
    account = _account(request)
    ways = own_ways(account)
    kinds = {way.kind for way in ways}
    return page(
        request,
        "home",
        ways=ways,
        is_one_way=sum(way.serves for way in ways) == 1,
        addable=[one for one in providers(settings.CONFIG) if one.id not in kinds],
        has_email=has_email(settings.CONFIG),
        has_passkeys=has_passkeys(settings.CONFIG),
        listings=[
            (holding.title, list(islice(holding.shown(account), MOST_SHOWN)))
            for holding in holdings()
        ],
        next=reverse("reader:home"),
    )


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def name(request: HttpRequest) -> HttpResponse:
    """`/reader/name/?next=…`: choosing a name, and another one."""
    account = _account(request)
    initial = {"display_name": account.display_name or _proposed(account)}
    form = NameForm(account, request.POST or None, initial=initial)
    status = 200
    if request.method == "POST":
        status = 422
        if is_over_limit(request, "manage_account"):
            form.add_error(None, _("That was tried often. Please wait an hour."))
            status = 429
        elif form.is_valid() and _takes(account, form):
            return HttpResponseRedirect(next_path(request))
    return page(request, "name", status=status, form=form, next=next_path(request))


@csrf_protect
@require_POST
@freshly_signed_in
def remove(request: HttpRequest) -> HttpResponse:
    """`/reader/remove/`: one way in is taken away, and whoever used it is signed out."""
    account = _account(request)
    number = request.POST.get("number", "")
    try:
        gone = take_away(
            account,
            kind=request.POST.get("kind", ""),
            number=int(number) if number.isascii() and number.isdecimal() else 0,
        )
    except LastWayError:
        messages.error(request, _("This is your last way in. Add another one first."))
        return HttpResponseRedirect(reverse("reader:home"))
    if gone:
        account.refresh_from_db()
        account.end_sessions(but=request)
        mail.way_removed(account, _said(gone.name, gone.detail))
        messages.success(request, _("That way in is gone, and other browsers are signed out."))
    return HttpResponseRedirect(reverse("reader:home"))


@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """`/reader/me.json`: who asks, for a page that stands as a file and whose reader now acts."""
    account = request.user if isinstance(request.user, Account) else None
    answer = JsonResponse(
        {
            "signed_in": account is not None,
            "id": account.pk if account else None,
            "name": account.shown_name if account else "",
            "is_staff": bool(account and account.works_at_the_desk),
            "csrf_token": get_token(request),
            "sign_in": reverse("reader:sign-in"),
            "name_page": reverse("reader:name"),
            "ways": _ways(),
        }
    )
    answer["Cache-Control"] = "no-store"
    return answer


def _ways() -> list[dict[str, str]]:
    found = [{"id": one.id, "name": one.name} for one in providers(settings.CONFIG)]
    if has_email(settings.CONFIG):
        found.append({"id": EMAIL, "name": str(_("E-mail"))})
    if has_passkeys(settings.CONFIG):
        found.append({"id": PASSKEY, "name": str(_("Passkey"))})
    return found


def _takes(account: Account, form: NameForm) -> bool:
    try:
        take_name(account, form.cleaned_data["display_name"])
    except IntegrityError:
        account.refresh_from_db()
        form.add_error(
            "display_name",
            ValidationError(_("Another reader has that name, or one that looks like it.")),
        )
        return False
    return True


def _proposed(account: Account) -> str:
    for one in SocialAccount.objects.filter(user=account).order_by("pk"):
        if found := proposed_name(str(one.extra_data.get("name", "")), account=account):
            return found
    return ""


def _said(name: str, detail: str) -> str:
    return f"{name} ({detail})" if detail else name


def _account(request: HttpRequest) -> Account:
    account = request.user
    assert isinstance(account, Account)  # noqa: S101  # the view is held by @signed_in
    return account
