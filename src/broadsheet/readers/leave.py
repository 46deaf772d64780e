"""A reader goes: asked for, taken back within a day, and then done.

The press calls `let_go` with its other errands.
"""

from __future__ import annotations

import datetime as dt
import logging

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from broadsheet.readers import mail
from broadsheet.readers.holdings import holdings
from broadsheet.readers.models import Account

logger = logging.getLogger("broadsheet.readers")

DAY = dt.timedelta(days=1)


def ask_to_leave(account: Account, *, now: dt.datetime) -> None:
    """Have the account deleted a day from `now`, unless its reader takes that back."""
    if account.leaves_at is None:
        account.leaves_at = now + DAY
        with transaction.atomic():
            account.save(update_fields=["leaves_at"])
            let_go_on_time.using(run_after=account.leaves_at).enqueue()
        mail.leaving(account, account.leaves_at)


def stay(account: Account) -> None:
    """Keep the account after all."""
    account.leaves_at = None
    account.save(update_fields=["leaves_at"])


@task()
def let_go_on_time() -> None:
    let_go(now=timezone.now())


def let_go(*, now: dt.datetime) -> int:
    """Delete every account whose day is over, with all that is held of it. Returns how many."""
    gone = 0
    for number in Account.objects.due(now=now).values_list("pk", flat=True):
        with transaction.atomic():
            # Taken again under the lock: its reader may have changed their mind a moment ago.
            account = Account.objects.due(now=now).select_for_update().filter(pk=number).first()
            if account is None or account.works_at_the_desk:
                continue
            for holding in holdings():
                holding.forget(account)
            account.delete()
            gone += 1
    if gone:
        logger.info("%d readers have left", gone)
    return gone
