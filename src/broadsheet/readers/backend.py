from __future__ import annotations

from django.contrib.auth.backends import BaseBackend

from broadsheet.readers.models import Account


class ReaderBackend(BaseBackend):
    """Sessions that a reader's way in has opened. It knows no password and grants nothing.

    Whoever comes to work at the desk is signed out of them: the desk is entered by its own log-in.
    """

    def get_user(self, user_id: int) -> Account | None:
        found = next(iter(Account.objects.raw(_ACCOUNT, [user_id])), None)
        if found is None or found.is_staff or found.is_superuser:
            return None
        if not found.holds_rights:  # type: ignore[attr-defined]  # the query's own column
            found.works_at_the_desk = False
        return None if found.works_at_the_desk else found


# One query, written out: this runs with every request of a reader, and to put the same together
# from its parts takes Django ten times as long as to ask it. Who is in no group and has no right
# of their own need not be asked for rights.
_ACCOUNT = """
SELECT account.*,
    EXISTS (SELECT 1 FROM readers_account_groups WHERE account_id = account.id)
    OR EXISTS (SELECT 1 FROM readers_account_user_permissions WHERE account_id = account.id)
    AS holds_rights
FROM readers_account AS account WHERE account.id = %s AND account.is_active
"""
