"""Django's sessions in the database, read by a query that is written out (SESSION_ENGINE)."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone

# It is asked with every request of somebody who is signed in, and to put it together from its parts
# takes Django four times as long as to ask it.
_DATA = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """Named like Django's own, since what it signs a session with is made from the name."""

    def load(self) -> dict[str, Any]:
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        with connection.cursor() as cursor:
            cursor.execute(_DATA, [self.session_key, now])
            found = cursor.fetchone()
        if found is None:
            self._session_key = None  # so that nobody is given the session that he asks for
            return {}
        return self.decode(found[0])
