from __future__ import annotations

from django.contrib.auth.backends import BaseBackend

from broadsheet.readers.models import Account


class ReaderBackend(BaseBackend):
    """Sessions that a reader's way in has opened. It knows no password and grants nothing.

    Whoever comes to work at the desk is signed out of them: the desk is entered by its own log-in.
    """

    def get_user(self, user_id: int) -> Account | None:
        # One query: this runs with every request of a reader.
        found = Account.objects.get_queryset().readers().filter(pk=user_id, is_active=True).first()
        if found:
            found.works_at_the_desk = False
        return found
