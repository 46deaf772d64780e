"""Where allauth asks how it is to be done here."""

from __future__ import annotations

import logging
import time
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import clear_authentication_records
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from broadsheet.readers import mail
from broadsheet.readers.models import Account
from broadsheet.readers.oauth import believing_adapter
from broadsheet.readers.ways import keys, providers

logger = logging.getLogger("broadsheet.readers")

SIGNED_IN_AT = "reader_signed_in_at"

# allauth tells readers many things; these are the ones that they do not see for themselves.
_TOLD = {
    "socialaccount/messages/account_connected.txt": _("You can sign in that way from now on."),
    "socialaccount/messages/account_connected_other.txt": _(
        "That account belongs to another reader here. Sign in with it to use it."
    ),
}


class ReaderAdapter(DefaultAccountAdapter):
    def new_user(self, request: HttpRequest) -> Account:  # noqa: ARG002  # allauth's
        return Account.objects.new_reader()

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Nothing: a reader's account has its number for a name from the start."""

    def get_login_stages(self) -> list[str]:
        """None. A passkey is a way in of its own here, not a second step after another."""
        return []

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        if user.works_at_the_desk:
            clear_authentication_records(request)
            return _back(request, _("You work at the desk: please use the desk's own log-in."))
        return super().pre_login(request, user, **kwargs)

    def login(self, request: HttpRequest, user: Any) -> None:
        user.backend = "broadsheet.readers.backend.ReaderBackend"
        super().login(request, user)
        request.session[SIGNED_IN_AT] = time.time()
        # allauth notes by which address or account one came in; nobody here reads it again.
        clear_authentication_records(request)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Onward to where the reader wanted to go, by way of a name where there is none yet."""
        onward: HttpResponse = super().post_login(request, user, **kwargs)
        if user.shown_name:
            return onward
        query = urlencode({"next": onward["Location"]})
        return HttpResponseRedirect(f"{reverse('reader:name')}?{query}")

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:  # noqa: ARG002  # allauth's
        return _back(request, _("This account has been closed by the newsroom."))

    def get_login_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002  # allauth's
        return reverse("reader:home")

    def get_signup_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002  # allauth's
        return reverse("reader:home")

    def is_safe_url(self, url: str) -> bool:
        """Whether `url` is a place on this site, written without any host."""
        return is_own_path(url)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,  # noqa: ARG002  # allauth's
        **kwargs: Any,  # noqa: ARG002  # allauth's
    ) -> None:
        if told := _TOLD.get(message_template or ""):
            messages.add_message(request, level, told)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:  # noqa: ARG002  # allauth's
        return False


class SocialAdapter(DefaultSocialAccountAdapter):
    def list_apps(
        self,
        request: HttpRequest,  # noqa: ARG002  # allauth's
        provider: str | None = None,
        client_id: str | None = None,
    ) -> list[SocialApp]:
        """The keys in broadsheet.toml, and none from the database."""
        found = []
        for one in providers(settings.CONFIG):
            key, secret = keys(settings.CONFIG, one)
            if provider in {None, one.allauth_id} and client_id in {None, key}:
                app = SocialApp(provider=one.allauth_id, name=one.name)
                app.client_id, app.secret = key, secret
                found.append(app)
        return found

    def get_provider(
        self, request: HttpRequest, provider: str, client_id: str | None = None
    ) -> Any:
        found = super().get_provider(request, provider, client_id)
        found.oauth2_adapter_class = believing_adapter(found.id)
        return found

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: Any) -> Any:  # noqa: ARG002  # allauth's
        """Nothing is taken over: neither an address that is not proven nor a civil name."""
        return sociallogin.user

    def authenticate_by_email(self, sociallogin: SocialLogin) -> tuple[Any, str] | None:
        """The reader whose address this sign-in proves; the two are joined.

        An address of the desk's is passed over: no way in for readers leads to staff.
        """
        for proven in list(sociallogin.email_addresses):
            if Account.objects.of_the_desk(proven.email):
                sociallogin.email_addresses.remove(proven)
                continue
            known = EmailAddress.objects.filter(email=proven.email, verified=True).first()
            if known and sociallogin.state.get("process") != "connect":
                return known.user, proven.email
        return None

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: SocialAccount) -> str:  # noqa: ARG002  # allauth's
        return reverse("reader:home")

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Account,
        context: dict[str, Any],
        **kwargs: Any,  # noqa: ARG002  # allauth's
    ) -> None:
        if template_prefix == "socialaccount/email/account_connected":
            mail.way_added(user, context["provider"].name)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: Any = None,  # noqa: ARG002  # allauth's
    ) -> None:
        if exception is not None:
            logger.warning("signing in with %s failed: %s", provider.id, exception)
        if error == "cancelled":
            told = _("You did not sign in with %(name)s.") % {"name": provider.name}
        else:
            told = _("Signing in with %(name)s did not work. Please try again.") % {
                "name": provider.name
            }
        raise ImmediateHttpResponse(_back(request, told))


class PasskeyAdapter(DefaultMFAAdapter):
    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        host = settings.CONFIG.paper.url.partition("://")[2].partition(":")[0]
        return {"id": host, "name": host}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        name = user.shown_name or str(_("Reader"))
        return {"id": user.handle.encode(), "name": name, "display_name": name}


def is_own_path(url: str) -> bool:
    """Whether `url` is a path of this site, and nothing that a browser takes for a host."""
    return url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)


def _back(request: HttpRequest, told: Any) -> HttpResponse:
    messages.error(request, told)
    return HttpResponseRedirect(reverse("reader:sign-in"))
