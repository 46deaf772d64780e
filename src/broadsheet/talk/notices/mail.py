"""A notice → the mail that carries it: plain text and HTML, and one click to have no more of it."""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from broadsheet.desk.furniture import newspaper
from broadsheet.feeds.address import address
from broadsheet.newspaper import Newspaper
from broadsheet.talk.models import Notice
from broadsheet.talk.notices.stop import stop_path
from broadsheet.talk.notices.words import words


def mail(notice: Notice, to: str) -> EmailMultiAlternatives | None:
    """The mail to the address `to`, or None where there is nothing left to tell.

    A second try carries the same Message-ID, so that a mail program shows it once.
    """
    paper = newspaper()
    with translation.override(paper.language):
        said = words(notice)
        if said is None:
            return None
        stop = address(stop_path(notice), paper)
        context = {
            "said": said,
            "passages": [
                (one, _whole_address(one.path, paper) if one.path else "") for one in said.passages
            ],
            "newspaper": paper,
            "kind": notice.get_kind_display(),
            "stop": stop,
        }
        plain = render_to_string("talk/mail/notice.txt", context)
        html = render_to_string("talk/mail/notice.html", context)
    message = EmailMultiAlternatives(
        subject=f"{_one_line(said.subject)} · {_one_line(paper.name)}",
        body=plain.strip() + "\n",
        to=[to],
        headers={
            "Message-ID": _message_id(notice),
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(html, "text/html")
    return message


def _whole_address(path: str, paper: Newspaper) -> str:
    """With its fragment, which is no part of a path."""
    path, hash_sign, fragment = path.partition("#")
    return f"{address(path, paper)}{hash_sign}{fragment}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _message_id(notice: Notice) -> str:
    secret = f"{settings.SECRET_KEY}:{notice.pk}:{notice.key}".encode()
    host = urlsplit(settings.CONFIG.paper.url).hostname
    return f"<{hashlib.sha256(secret).hexdigest()[:32]}@{host}>"
