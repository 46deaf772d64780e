"""The part of `broadsheet check` that looks at how readers sign in, and tries the keys."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings

from broadsheet.commands.finding import Finding
from broadsheet.config import Config
from broadsheet.readers.try_keys import Verdict, try_keys
from broadsheet.readers.ways import PROVIDERS, has_email, has_passkeys, keys, providers


def findings() -> Iterable[Finding]:
    config: Config = settings.CONFIG
    yield from _halves(config)
    for provider in providers(config):
        verdict = try_keys(config, provider)
        where = f"[sign_in] {provider.id}_id and {provider.id}_secret"
        if verdict is Verdict.REFUSED:
            yield Finding.wrong(
                f"{provider.name} does not know the keys in {where}",
                "copy them again from there: docs/readers.md says where they stand",
            )
        elif verdict is Verdict.TAKEN:
            yield Finding.fine(f"{provider.name} knows the keys in {where}")
        else:
            yield Finding.note(
                f"whether {provider.name} knows the keys in {where} could not be found out",
                "sign in with it once yourself",
            )
    yield from _without_keys(config)


def _halves(config: Config) -> Iterable[Finding]:
    for provider in PROVIDERS:
        key, secret = keys(config, provider)
        if bool(key) != bool(secret):
            missing = "secret" if key else "id"
            yield Finding.wrong(
                f"[sign_in] {provider.id}_{missing} is missing, so nobody signs in "
                f"with {provider.name}",
                "set it, or take the other one out",
            )


def _without_keys(config: Config) -> Iterable[Finding]:
    if config.mail.host == "log":
        yield Finding.note(
            "mail goes to the log and to nobody", "set [mail] host before readers come"
        )
    elif config.sign_in.email and not config.mail.host:
        yield Finding.note("readers can be sent no code to sign in", "set [mail] host")
    if config.sign_in.passkeys and not has_passkeys(config):
        yield Finding.note(
            f"browsers make no passkeys for {config.paper.url}", "serve the paper with https"
        )
    if not (providers(config) or has_email(config) or has_passkeys(config)):
        yield Finding.note(
            "readers have no way to sign in", "set [mail] host, or keys in [sign_in]"
        )
