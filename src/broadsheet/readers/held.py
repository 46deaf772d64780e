"""An account → everything that the paper holds of its reader, as values that JSON knows."""

from __future__ import annotations

import datetime as dt
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from broadsheet.readers.holdings import holdings
from broadsheet.readers.models import Account


def held(account: Account) -> dict[str, Any]:
    return {
        "account": {
            "number": account.pk,
            "display_name": account.display_name,
            "account_name": account.username,
            "first_name": account.first_name,
            "last_name": account.last_name,
            "email": account.email,
            "joined": _when(account.date_joined),
            "last_signed_in": _when(account.last_login),
            "leaves": _when(account.leaves_at),
        },
        "addresses": [
            {"address": one.email, "proven": one.verified, "first": one.primary}
            for one in EmailAddress.objects.filter(user=account).order_by("pk")
        ],
        "accounts_elsewhere": [
            {
                "with": one.provider,
                "number_there": one.uid,
                "told_us": one.extra_data,
                "added": _when(one.date_joined),
                "last_used": _when(one.last_login),
            }
            for one in SocialAccount.objects.filter(user=account).order_by("pk")
        ],
        "passkeys": [
            {
                "public_part": one.data.get("credential", {}),
                "made": _when(one.created_at),
                "last_used": _when(one.last_used_at),
            }
            for one in Authenticator.objects.filter(user=account).order_by("pk")
        ],
        **{one.key: list(one.export(account)) for one in holdings()},
    }


def _when(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None
