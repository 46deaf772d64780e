"""What a provider's server says → a sign-in that holds only what we believe and need of it."""

from __future__ import annotations

from functools import cache
from typing import Any

from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialLogin, SocialToken
from allauth.socialaccount.providers.base import ProviderException
from allauth.socialaccount.providers.facebook.views import FacebookOAuth2Adapter
from allauth.socialaccount.providers.google.views import GoogleOAuth2Adapter
from allauth.socialaccount.providers.kakao.views import KakaoOAuth2Adapter
from allauth.socialaccount.providers.naver.views import NaverOAuth2Adapter
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter
from allauth.socialaccount.providers.twitter_oauth2.views import TwitterOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from broadsheet.readers.belief import own_name, proven_address

ADAPTERS: tuple[type[OAuth2Adapter], ...] = (
    FacebookOAuth2Adapter,
    GoogleOAuth2Adapter,
    KakaoOAuth2Adapter,
    NaverOAuth2Adapter,
    TwitterOAuth2Adapter,
)


@cache
def believing_adapter(allauth_id: str) -> type[OAuth2Adapter]:
    """allauth's adapter for that provider, held to what we believe of its answers."""
    plain = next(one for one in ADAPTERS if one.provider_id == allauth_id)
    return type(f"Believing{plain.__name__}", (_Believing, plain), {})


class _Believing(OAuth2Adapter):
    def get_callback_url(self, request: HttpRequest, app: Any) -> str:  # noqa: ARG002  # allauth's
        # Not made of the request's Host: providers compare it with what the newsroom entered there.
        return f"{settings.CONFIG.paper.url}{reverse(f'{self.provider_id}_callback')}"

    def complete_login(
        self, request: HttpRequest, app: Any, token: SocialToken, **kwargs: Any
    ) -> SocialLogin:
        try:
            login: SocialLogin = super().complete_login(request, app, token, **kwargs)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise ProviderException(f"{self.provider_id} answered in no known shape") from error
        answer = login.account.extra_data
        # allauth would take a missing number for the number "None", which all such people share.
        if not (answer.get("id") or answer.get("sub")):
            raise ProviderException(f"{self.provider_id} did not say who this is")
        address = proven_address(self.provider_id, answer)
        login.account.extra_data = {"name": own_name(self.provider_id, answer)}
        login.email_addresses = (
            [EmailAddress(email=address, verified=True, primary=True)] if address else []
        )
        return login
