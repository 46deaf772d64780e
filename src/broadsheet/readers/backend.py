from __future__ import annotations

from django.contrib.auth.backends import BaseBackend

from broadsheet.readers.models import Account


class ReaderBackend(BaseBackend):
    """Sessions that a reader's way in has opened. It knows no password and grants nothing.

    Whoever comes to work at the desk is signed out of them: the desk is entered by its own log-in.
    """

    def get_user(self, user_id: int) -> Account | None:
        account = Account.objects.filter(pk=user_id, is_active=True).first()
        return None if account is None or account.works_at_the_desk else account
