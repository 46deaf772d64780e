"""Readers of a served newsroom and what they said before, made in a process of its own.

`python -m tests.talk.cast COMMENTS` works in the newsroom that BROADSHEET_NEWSROOM names. It prints
the path and the number of a report with so many comments, the oldest of which is recommended most,
and the cookies of two readers, as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import django

from tests.server.making import ROOT


def cast(comments: int, *, env: Mapping[str, str]) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.talk.cast", str(comments)],
        cwd=ROOT,
        env=dict(env),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def made(comments: int) -> dict[str, Any]:
    from broadsheet.desk.models import ReportPage
    from broadsheet.talk.models import Comment
    from tests.readers.making import make_reader
    from tests.talk.making import fill, open_talk

    open_talk()
    report = ReportPage.objects.live().filter(language="en").order_by("-first_published_at")[0]
    mina, otto, pia = (make_reader(name) for name in ("Mina Bell", "Otto Riis", "Pia Holm"))
    before = fill(report, pia, comments)
    Comment.objects.filter(pk=before[0].pk).update(recommended=5)
    return {
        "path": report.path_on_site,
        "report": report.pk,
        "oldest": before[0].pk,
        "mina": _session(mina),
        "otto": _session(otto),
    }


def _session(account: Any) -> str:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from tests.talk.making import READER_BACKEND

    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = READER_BACKEND
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    return str(session.session_key)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.settings"
    django.setup()
    print(json.dumps(made(int(sys.argv[1]))))
