"""A provider's keys → whether the provider knows them, without anybody signing in."""

from __future__ import annotations

import enum

import requests
from requests.auth import HTTPBasicAuth

from broadsheet.config import Config
from broadsheet.readers.oauth import believing_adapter
from broadsheet.readers.ways import Provider, keys

TIMEOUT_SECONDS = 5
# A code that nobody was given. What is refused then is the code, if the keys are right.
_NO_CODE = "broadsheet-check"

# What their token servers say of an application that they do not know, and of a code that they
# do not: RFC 6749, 5.2, and the words of those that keep to words of their own.
_OF_THE_KEYS = (
    *("invalid_client", "unauthorized_client", "koe010", "koe101", "wrong client"),
    *("validating client secret", "validating application", "invalid client_id"),
)
_OF_THE_CODE = (
    *("invalid_grant", "koe320", "authorization code", "verification code"),
    *("no valid data in session", "invalid_request"),
)


class Verdict(enum.Enum):
    TAKEN = "taken"
    REFUSED = "refused"
    UNKNOWN = "unknown"


def try_keys(config: Config, provider: Provider) -> Verdict:
    """Ask the provider's token server; UNKNOWN where it cannot be reached or understood."""
    key, secret = keys(config, provider)
    adapter = believing_adapter(provider.allauth_id)
    sent = {
        "grant_type": "authorization_code",
        "code": _NO_CODE,
        "redirect_uri": f"{config.paper.url}/reader/with/{provider.id}/back/",
        "code_verifier": "v" * 43,
    }
    if not adapter.basic_auth:
        sent |= {"client_id": key, "client_secret": secret}
    is_get = adapter.access_token_method == "GET"  # noqa: S105  # the verb, no password
    try:
        answer = requests.request(
            adapter.access_token_method,
            adapter.access_token_url,
            params=sent if is_get else None,
            data=None if is_get else sent,
            auth=HTTPBasicAuth(key, secret) if adapter.basic_auth else None,
            timeout=TIMEOUT_SECONDS,
            allow_redirects=False,
        )
    except requests.RequestException:
        return Verdict.UNKNOWN
    return verdict_on(answer.text)


def verdict_on(answer: str) -> Verdict:
    """What the token server's answer says of the keys."""
    said = answer.lower()
    if any(words in said for words in _OF_THE_KEYS):
        return Verdict.REFUSED
    if any(words in said for words in _OF_THE_CODE):
        return Verdict.TAKEN
    return Verdict.UNKNOWN
