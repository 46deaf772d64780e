"""Notices: rows that the worker sends as mail."""

from __future__ import annotations

import datetime as dt
from typing import Any

from broadsheet.readers.models import Account
from broadsheet.talk.models import Notice


def tell(
    kind: Notice.Kind,
    *,
    key: str,
    now: dt.datetime,
    reader: Account | None = None,
    email: str = "",
    not_before: dt.datetime | None = None,
    **facts: Any,
) -> Notice:
    """Have somebody told, in the transaction of what they are told of.

    It goes to `reader`, at the address of the account when it is sent, or to `email`, which is
    for somebody without an account. `key` names what it tells of (`decision:12`), `facts` are
    values that JSON knows: see `notices/mail.py` for those of each kind.
    """
    return Notice.objects.create(
        kind=kind,
        key=key,
        reader=reader,
        email=email,
        facts=facts,
        made_at=now,
        not_before=not_before or now,
    )


def withdraw(key: str) -> int:
    """Take back what is not sent yet of the notices with that key. Gives how many."""
    return Notice.objects.filter(key=key, settled_at__isnull=True).delete()[0]
