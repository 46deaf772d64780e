"""A reader → whether they may write now, and if not, until when and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from django.db import connection

from broadsheet.readers.models import Account
from broadsheet.talk.moderation.models import Sanction


@dataclass(frozen=True, slots=True)
class Standing:
    """`until` is None for a ban. A reader who may not write still reads, downloads and leaves."""

    may_write: bool = True
    kind: Literal["", "pause", "ban"] = ""
    until: dt.datetime | None = None
    reason: str = ""


def standing(reader: Account, now: dt.datetime) -> Standing:
    """The gravest sanction in force. One query for most, who never had any."""
    if not _ever_sanctioned(reader):
        return Standing()
    in_force = list(Sanction.objects.filter(reader=reader).in_force(now=now))
    ban = next((one for one in in_force if one.kind == Sanction.Kind.BAN), None)
    if ban:
        return Standing(may_write=False, kind="ban", reason=ban.reason)
    pause = max(in_force, key=lambda one: one.until or now, default=None)
    if pause:
        return Standing(may_write=False, kind="pause", until=pause.until, reason=pause.reason)
    return Standing()


def _ever_sanctioned(reader: Account) -> bool:
    with connection.cursor() as cursor:
        # Written out: it is part of every post.
        cursor.execute("SELECT 1 FROM talk_sanction WHERE reader_id = %s LIMIT 1", [reader.pk])
        return cursor.fetchone() is not None
