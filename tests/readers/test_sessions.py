"""Who is signed in is asked in one query of our own, and means what Django's means."""

from __future__ import annotations

import datetime as dt

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.readers.sessions import SessionStore


def test_a_session_is_the_same_to_both(newsroom: Config) -> None:
    djangos = db.SessionStore()
    djangos["reader"] = "Mina"
    djangos.save()
    with CaptureQueriesContext(connection) as asked:
        assert SessionStore(djangos.session_key)["reader"] == "Mina"
    assert len(asked) == 1
    ours = SessionStore(djangos.session_key)
    ours["reader"] = "Otto"
    ours.save()
    assert db.SessionStore(djangos.session_key)["reader"] == "Otto"


def test_a_session_that_is_over_or_unheard_of_is_empty_and_keeps_no_name(newsroom: Config) -> None:
    kept = SessionStore()
    kept["reader"] = "Mina"
    kept.save()
    Session.objects.update(expire_date=timezone.now() - dt.timedelta(seconds=1))
    for name in (kept.session_key, "a" * 32):
        session = SessionStore(name)
        assert "reader" not in session
        assert session.session_key is None
