"""The desk of a newsroom, in a process that stays: it is told what to do, and says when it is done.

`python -m tests.machines.desk` works in the newsroom that BROADSHEET_NEWSROOM names. Each line of
its standard input is a verb with its words, as JSON; so is each line of its answers.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django

from tests.server.making import ROOT


class Desk:
    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self._process = process
        self._log = log

    def do(self, verb: str, *words: object) -> Any:
        """What came of it, which is in the database then."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{json.dumps([verb, *words])}\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, self._log.read_text()
        return json.loads(answer)


@contextmanager
def desk(log: Path, *, env: Mapping[str, str]) -> Iterator[Desk]:
    with (
        log.open("wb") as said,
        subprocess.Popen(
            [sys.executable, "-m", "tests.machines.desk"],
            cwd=ROOT,
            env=dict(env),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
        ) as process,
    ):
        yield Desk(process, log)


def open_talk(readers: int) -> list[str]:
    """Have every comment go out at once. Gives the sessions of readers who are signed in."""
    from tests.readers.making import make_reader
    from tests.talk import cast, making

    making.open_talk()
    names = ("Mina Bell", "Otto Riis", "Pia Holm", "Jun Park", "Ada Lund", "Lea Vinter")
    return [cast._session(make_reader(name)) for name in names[:readers]]


def publish(headline: str) -> dict[str, Any]:
    from django.utils import timezone

    from tests.make import make_report

    today = timezone.localdate()
    report = make_report(headline=headline, published_on=today, published_time=dt.time(0, 0))
    return {"report": report.pk, "path": report.path_on_site, "headline": headline}


def correct(report: int, text: str) -> None:
    from django.utils import timezone

    from broadsheet.desk.models import Correction, ReportPage

    draft = ReportPage.objects.get(pk=report).get_latest_revision_as_object()
    draft.corrections.add(Correction(text=text, corrected_at=timezone.now()))
    draft.save_revision().publish()


def withdraw(report: int, reason: str) -> None:
    from django.test import Client

    from broadsheet.readers.models import Account

    editor = Client(SERVER_NAME="127.0.0.1")
    editor.force_login(
        Account.objects.get(username="editor"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    answer = editor.post(f"/desk/pages/{report}/unpublish/", {"reason": reason})
    assert answer.status_code == 302, answer.content


def claim(comment: int, email: str) -> None:
    """Somebody claims a right against a comment, and is written to by mail."""
    from django.utils import timezone

    from broadsheet.talk.moderation.claim import receive
    from broadsheet.talk.moderation.models import Claim

    claim = Claim(comment_id=comment, name="Rosa Klein", email=email, right="privacy")
    claim.statement = "It says where I live."
    receive(claim, now=timezone.now())


VERBS: dict[str, Callable[..., Any]] = {
    one.__name__: one for one in (open_talk, publish, correct, withdraw, claim)
}


def main() -> None:
    # Answers alone go there; what else is printed goes to the log.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.settings"
    django.setup()
    for line in sys.stdin:
        verb, *words = json.loads(line)
        answers.write(f"{json.dumps(VERBS[verb](*words))}\n")


if __name__ == "__main__":
    main()
