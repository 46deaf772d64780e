"""A pause or a ban → its end before its time, with the reason in the log."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext

from broadsheet.readers.models import Account
from broadsheet.talk.in_turn import in_turn
from broadsheet.talk.moderation.decide import CannotDecide, name_of
from broadsheet.talk.moderation.models import Decision, Sanction


def lift(sanction_id: int, reason: str, *, moderator: Account, now: dt.datetime) -> Decision:
    """The reader may write again at once. Raises CannotDecide."""
    if not reason.strip():
        raise CannotDecide(gettext("No reason is written; it goes into the log."))
    with in_turn():
        in_force = Sanction.objects.in_force(now=now).select_for_update(of=("self",))
        sanction = in_force.filter(pk=sanction_id).first()
        if sanction is None:
            raise CannotDecide(gettext("It is not in force any more; the reader may write."))
        sanction.lifted_at = now
        sanction.save(update_fields=["lifted_at"])
        return Decision.objects.create(
            reader_id=sanction.reader_id,
            moderator=moderator,
            moderator_name=name_of(moderator),
            kind=Decision.Kind.LIFT,
            reason=reason.strip(),
            made_at=now,
        )
