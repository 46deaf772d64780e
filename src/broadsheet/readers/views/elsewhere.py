"""Signing in with an account that a reader has elsewhere."""

from __future__ import annotations

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST, require_safe

from broadsheet.readers.limit import is_over_limit
from broadsheet.readers.next_path import next_path
from broadsheet.readers.oauth import believing_adapter
from broadsheet.readers.signed_in import freshly_signed_in
from broadsheet.readers.ways import Provider, providers


@csrf_protect
@require_POST
def begin(request: HttpRequest, provider: str) -> HttpResponse:
    """`/reader/with/<provider>/`: sends the browser there; for one signed in, to add that way."""
    known = _known(provider)
    if is_over_limit(request, "login"):
        messages.error(request, _("There were many attempts from here. Please wait an hour."))
        return HttpResponseRedirect(reverse("reader:sign-in"))
    if request.user.is_authenticated and "again" not in request.POST:
        return _add(request, known)
    return _sent_there(request, known, process="login")


@require_safe
def back(request: HttpRequest, provider: str) -> HttpResponse:
    """`/reader/with/<provider>/back/`: where the provider sends the browser after."""
    adapter = believing_adapter(_known(provider).allauth_id)
    answer: HttpResponse = OAuth2CallbackView.adapter_view(adapter)(request)
    # The code in this address is of no use a second time, and nobody else is to see it.
    answer["Referrer-Policy"] = "no-referrer"
    answer["Cache-Control"] = "no-store"
    return answer


@freshly_signed_in
def _add(request: HttpRequest, known: Provider) -> HttpResponse:
    return _sent_there(request, known, process="connect")


def _sent_there(request: HttpRequest, known: Provider, *, process: str) -> HttpResponse:
    provider = get_adapter().get_provider(request, known.allauth_id)
    sent: HttpResponse = provider.redirect(request, process, next_url=next_path(request))
    return sent


def _known(slug: str) -> Provider:
    for one in providers(settings.CONFIG):
        if one.id == slug:
            return one
    raise Http404(gettext("Nobody signs in that way here."))
