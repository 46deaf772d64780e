"""Moderators, the policy that they decide by, and what they decide."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files
from typing import Any

from django.test import Client
from django.utils import timezone

from broadsheet.desk.founding import add_policy
from broadsheet.desk.models import FrontPage, PolicyPage, ReportPage
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment, Complaint
from broadsheet.talk.moderation.clauses import clauses
from broadsheet.talk.moderation.decide import Choice, decide
from broadsheet.talk.moderation.models import Decision, ReportTalk
from broadsheet.talk.moderation.seen import seen
from broadsheet.wire.read import read_bytes
from tests.make import make_person
from tests.talk.making import DESK_BACKEND

SCRIPT = {"x-requested-with": "moderation-queue"}


def make_moderator(username: str = "mo") -> Account:
    return make_person("moderator", username)


def at_the_desk(account: Account) -> Client:
    client = Client(headers={"host": "127.0.0.1:8000"})
    client.force_login(account, backend=DESK_BACKEND)
    return client


def make_policy() -> str:
    """The standards policy that every newsroom begins with; gives its fourth clause."""
    starter = files("broadsheet.desk") / "starters/standards.md"
    copy = read_bytes(starter.read_bytes(), name="standards.md")
    add_policy(FrontPage.objects.get(), copy, PolicyPage.Kind.STANDARDS)
    return clauses()[3].label


def saw(comment: Comment) -> str:
    comment.refresh_from_db()
    return seen(comment, Decision.objects.filter(comment=comment).first())


def decided(
    comment: Comment, kind: Any, moderator: Account, *, now: dt.datetime | None = None, **more: Any
) -> Decision:
    """That decision, made by somebody who has just looked."""
    words = {"clause": "4. Advertise nothing.", "reason": "It sells lamps."}
    choice = Choice(kind, **{**({} if kind == "publish" else words), **more})
    at = now or timezone.now()
    return decide(comment.pk, choice, moderator=moderator, saw=saw(comment), now=at)


def make_complaint(comment: Comment, reader: Account, **changes: Any) -> Complaint:
    words = {"reason": "insult", "text": "It is rude.", "made_at": timezone.now()}
    return Complaint.objects.create(comment=comment, reader=reader, **{**words, **changes})


def set_mode(report: ReportPage, mode: str, **changes: Any) -> None:
    ReportTalk.objects.update_or_create(pk=report.pk, defaults={"mode": mode, **changes})
