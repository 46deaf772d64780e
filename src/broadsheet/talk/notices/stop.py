"""The address at which one click ends mail of a kind (RFC 8058): signed, and good for ever."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.core import signing
from django.db.models import Q, QuerySet

from broadsheet.talk.models import Notice, Silence

_SALT = "broadsheet.talk.notices"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets mail of one kind: a reader by number, or an address."""

    kind: Notice.Kind
    reader_id: int | None
    email: str


def stop_path(notice: Notice) -> str:
    token = signing.dumps([notice.kind, notice.reader_id, notice.email], salt=_SALT)
    return f"/talk/notices/{token}/"


def recipient(token: str) -> Recipient | None:
    """Whom a token is of; None where it is none of ours."""
    try:
        kind, reader_id, email = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    return Recipient(Notice.Kind(kind), reader_id, email)


def stop(who: Recipient, *, now: dt.datetime) -> None:
    """Send no more mail of that kind; what waits to be sent is not sent either."""
    if not is_stopped(who.kind, who.reader_id, who.email):
        Silence.objects.create(
            kind=who.kind, reader_id=who.reader_id, email=who.email, asked_at=now
        )


def go_on(who: Recipient) -> None:
    """Send mail of that kind again."""
    _silences(who.kind, who.reader_id, who.email).delete()


def is_stopped(kind: str, reader_id: int | None, email: str) -> bool:
    return _silences(kind, reader_id, email).exists()


def _silences(kind: str, reader_id: int | None, email: str) -> QuerySet[Silence]:
    whose = Q(reader_id=reader_id) if reader_id else Q(reader=None, email__iexact=email)
    return Silence.objects.filter(whose, kind=kind)
