"""The newsroom's settings → the ways in that a reader is shown."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext

from broadsheet.config import Config

EMAIL, PASSKEY = "email", "passkey"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Somebody with whom readers have accounts. `id` is ours, `allauth_id` is allauth's.

    `handing_on` are origins to which the provider sends a browser on before it asks anything.
    """

    id: str
    allauth_id: str
    name: str
    handing_on: tuple[str, ...] = ()


PROVIDERS = (
    Provider(id="google", allauth_id="google", name="Google"),
    Provider(
        id="kakao", allauth_id="kakao", name="Kakao", handing_on=("https://accounts.kakao.com",)
    ),
    Provider(id="naver", allauth_id="naver", name="Naver"),
    Provider(
        id="facebook",
        allauth_id="facebook",
        name="Facebook",
        handing_on=("https://*.facebook.com",),
    ),
    Provider(id="x", allauth_id="twitter_oauth2", name="X", handing_on=("https://twitter.com",)),
)


def keys(config: Config, provider: Provider) -> tuple[str, str]:
    """The id and the secret that the newsroom has from `provider`; empty where it has none."""
    return (
        str(getattr(config.sign_in, f"{provider.id}_id")),
        str(getattr(config.sign_in, f"{provider.id}_secret")),
    )


def providers(config: Config) -> tuple[Provider, ...]:
    """Those that the newsroom has both keys of, in the order in which they are shown."""
    return tuple(one for one in PROVIDERS if all(keys(config, one)))


def has_email(config: Config) -> bool:
    """Whether a code can be sent by mail."""
    return config.sign_in.email and bool(config.mail.host)


def has_passkeys(config: Config) -> bool:
    """Whether browsers make passkeys for the paper's address: with https, or on this machine."""
    address = urlsplit(config.paper.url)
    # An address in numbers is no name that a passkey could be bound to.
    return config.sign_in.passkeys and (
        address.hostname == "localhost"
        or (address.scheme == "https" and not _is_a_number(address.hostname or ""))
    )


def way_names(config: Config) -> tuple[str, ...]:
    """What the ways that are on are called, in the order in which they are shown."""
    names = [one.name for one in providers(config)]
    names += [gettext("E-mail")] if has_email(config) else []
    names += [gettext("Passkey")] if has_passkeys(config) else []
    return tuple(names)


def _is_a_number(host: str) -> bool:
    return host.replace(".", "").isdecimal()
