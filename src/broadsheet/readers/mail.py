"""What the paper writes to a reader about the account itself, in plain text."""

from __future__ import annotations

import datetime as dt
import logging
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation

from broadsheet.readers.models import Account

logger = logging.getLogger("broadsheet.readers")


def sign_in_code(address: str, code: str, *, minutes: int) -> None:
    """The code that lets in whoever reads mail there. Raises OSError if it cannot be sent."""
    _message("code", address, code=code, minutes=minutes).send()


def desk_address(address: str) -> None:
    """To staff who asked for a code: their way in is the desk's. Raises OSError likewise."""
    _message("desk", address).send()


def way_added(account: Account, way: str) -> None:
    _tell(account, "way_added", way=way)


def way_removed(account: Account, way: str) -> None:
    _tell(account, "way_removed", way=way)


def leaving(account: Account, leaves_at: dt.datetime) -> None:
    zone = settings.CONFIG.zone
    _tell(account, "leaving", leaves_at=timezone.localtime(leaves_at, zone))


def _tell(account: Account, template: str, **context: Any) -> None:
    """Mail to the account's proven address, if it has one and mail is sent here at all.

    A mail server that is away does not undo what the reader has just done.
    """
    if not account.email or not settings.CONFIG.mail.host:
        return
    try:
        _message(template, account.email, account=account, **context).send()
    except OSError as error:
        logger.error("account %s could not be told by mail (%s)", account.pk, error)


def _message(template: str, address: str, **context: Any) -> EmailMessage:
    with translation.override(settings.CONFIG.paper.language):
        text = render_to_string(
            f"readers/mail/{template}.txt", {"url": settings.CONFIG.paper.url, **context}
        )
    subject, _, body = text.partition("\n")
    return EmailMessage(subject=subject.strip(), body=body.strip() + "\n", to=[address])
