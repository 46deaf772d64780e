"""What a provider answered → what of it we believe and keep.

An address counts as proven only where the provider says that this person can read it now. An
address that is not proven is not kept at all, not even as unproven: nothing can be joined on it.
"""

from __future__ import annotations

import unicodedata
from typing import Any

# https://support.google.com/accounts/answer/63955: these can only be Google's own mailboxes.
_GOOGLES_OWN = ("@gmail.com", "@googlemail.com")
_LONGEST_NAME = 120


def proven_address(provider: str, answer: dict[str, Any]) -> str:
    """The e-mail address that `answer` proves to be this person's, in lower case, or nothing.

    `provider` is allauth's name for it. Google proves its own mailboxes and those of a Workspace
    (`hd`); any other address was only verified when the Google account was made, and may be
    somebody else's by now (https://developers.google.com/identity/gsi/web/guides/verify-google-id-token).
    Kakao says whether an address is still in use and was verified. Naver's answer says nothing of
    verification, Facebook's neither, and X gives no address.
    """
    if provider == "google":
        return _googles(answer)
    if provider == "kakao":
        return _kakaos(answer)
    return ""


def _googles(answer: dict[str, Any]) -> str:
    address = _text(answer.get("email")).lower()
    is_verified = answer.get("email_verified") is True or answer.get("verified_email") is True
    hosted = _text(answer.get("hd")).lower()
    is_its_own = address.endswith(_GOOGLES_OWN) or (hosted and address.endswith(f"@{hosted}"))
    return address if is_verified and is_its_own else ""


def _kakaos(answer: dict[str, Any]) -> str:
    held = answer.get("kakao_account")
    if not isinstance(held, dict):
        return ""
    is_proven = held.get("is_email_valid") is True and held.get("is_email_verified") is True
    return _text(held.get("email")).lower() if is_proven else ""


def own_name(provider: str, answer: dict[str, Any]) -> str:
    """What this person is called there, to tell one's ways in apart and to propose a name."""
    found: Any = ""
    if provider == "kakao":
        held = answer.get("kakao_account")
        profile = held.get("profile") if isinstance(held, dict) else None
        found = profile.get("nickname") if isinstance(profile, dict) else ""
    elif provider == "naver":
        found = answer.get("nickname") or answer.get("name")
    elif provider == "twitter_oauth2":
        found = answer.get("name") or answer.get("username")
    else:
        found = answer.get("name")
    return unicodedata.normalize("NFC", _text(found))[:_LONGEST_NAME]


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
