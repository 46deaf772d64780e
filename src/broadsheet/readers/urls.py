"""The addresses at `/reader/`."""

from __future__ import annotations

from django.urls import include, path

from broadsheet.readers.views import elsewhere, home, leaving, passkeys, sign_in
from broadsheet.readers.ways import PROVIDERS

_OWN = [
    path("", home.home, name="home"),
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("code/", sign_in.code, name="code"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("address/", sign_in.address, name="address"),
    path("with/<slug:provider>/", elsewhere.begin, name="with"),
    path("passkey/ask/", passkeys.ask, name="passkey-ask"),
    path("passkey/enter/", passkeys.enter, name="passkey-enter"),
    path("passkey/make/", passkeys.make, name="passkey-make"),
    path("passkey/keep/", passkeys.keep, name="passkey-keep"),
    path("name/", home.name, name="name"),
    path("remove/", home.remove, name="remove"),
    path("me.json", home.me, name="me"),
    path("data.json", leaving.data, name="data"),
    path("leave/", leaving.leave, name="leave"),
    path("stay/", leaving.stay, name="stay"),
]

urlpatterns = [
    path("", include((_OWN, "reader"))),
    # allauth looks its callbacks up by these names.
    *(
        path(
            f"with/{one.id}/back/",
            elsewhere.back,
            {"provider": one.id},
            name=f"{one.allauth_id}_callback",
        )
        for one in PROVIDERS
    ),
]
