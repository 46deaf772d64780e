"""Mail to those who are involved, and to nobody else."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail as outbox
from django.core.cache import cache
from django.test.utils import override_settings
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account
from broadsheet.talk.appear import appear
from broadsheet.talk.models import Comment, Notice, Silence
from broadsheet.talk.notices.send import MOST_TRIES, send_one
from broadsheet.talk.notices.tell import tell, withdraw
from tests.readers.making import browser
from tests.talk.making import make_comment

LATER = dt.timedelta(hours=1)


@pytest.fixture
def posted(talk: Config) -> Iterator[Config]:
    """A newsroom that sends mail."""
    from django.conf import settings

    mailing = settings.CONFIG.model_copy(
        update={"mail": settings.CONFIG.mail.model_copy(update={"host": "mail.example"})}
    )
    backend = "django.core.mail.backends.locmem.EmailBackend"
    with override_settings(CONFIG=mailing, EMAIL_BACKEND=backend):
        cache.clear()
        outbox.outbox = []
        yield mailing


def send_all(*, after: dt.timedelta = LATER) -> list[Any]:
    before = len(outbox.outbox)
    while send_one(now=timezone.now() + after):
        pass
    return list(outbox.outbox[before:])


def answer(report: ReportPage, mina: Account, otto: Account) -> Comment:
    # No two alike: a repeat would be held.
    comment = make_comment(report, mina, f"It is late. {uuid.uuid4()}")
    return make_comment(report, otto, f"So it is. {uuid.uuid4()}", parent=comment)


def test_whoever_is_answered_gets_one_mail(
    posted: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    reply = answer(report, mina, otto)
    assert send_all(after=dt.timedelta(0)) == []
    (message,) = send_all()
    assert send_all() == []
    assert message.to == ["mina@mail.example"]
    assert message.subject == "Otto Riis answered your comment · The Test Courier"
    html = message.alternatives[0][0]
    for part in (message.body, html):
        assert "It is late." in part
        assert "So it is." in part
        assert f"http://127.0.0.1:8000{report.path_on_site}#{reply.place}" in part
        assert "otto@mail.example" not in part
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = message.extra_headers["List-Unsubscribe"].strip("<>")
    assert stop in message.body
    assert stop in html
    assert Notice.objects.get().outcome == "sent"


def test_one_click_ends_mail_of_a_kind_without_a_cookie_or_a_token(
    posted: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    answer(report, mina, otto)
    (message,) = send_all()
    stop = message.extra_headers["List-Unsubscribe"].strip("<>").removeprefix(posted.paper.url)
    program = browser(enforce_csrf_checks=True)
    assert "Send me no more of it" in program.get(stop).content.decode()
    assert not Silence.objects.exists()
    for _ in range(2):
        assert program.post(stop, {"List-Unsubscribe": "One-Click"}).status_code == 200
    answer(report, mina, otto)
    answer(report, otto, mina)
    assert [one.to for one in send_all()] == [["otto@mail.example"]]
    assert "Send me such mail again" in program.post(stop, {}).content.decode()
    program.post(stop, {"again": "1"})
    answer(report, mina, otto)
    assert len(send_all()) == 1
    assert program.post(f"{stop[:-2]}x/", {}).status_code == 404


@pytest.mark.parametrize("why", ["reply deleted", "reply held", "no address", "leaving", "closed"])
def test_there_is_no_mail_where_there_is_nothing_to_tell_or_nobody(
    posted: Config, report: ReportPage, mina: Account, otto: Account, why: str
) -> None:
    reply = answer(report, mina, otto)
    match why:
        case "reply deleted":
            Comment.objects.filter(pk=reply.pk).update(state="deleted", text="")
        case "reply held":
            Comment.objects.filter(pk=reply.pk).update(state="held")
        case "no address":
            Account.objects.filter(pk=mina.pk).update(email="")
        case "leaving":
            Account.objects.filter(pk=mina.pk).update(leaves_at=timezone.now())
        case _:
            Account.objects.filter(pk=mina.pk).update(is_active=False)
    assert send_all() == []
    assert Notice.objects.get().settled_at is not None


def test_a_reply_that_a_moderator_lets_out_is_told_of_once(
    posted: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    reply = answer(report, mina, otto)
    for _ in range(2):
        appear(reply, now=timezone.now())
    assert len(send_all()) == 1


def test_a_decision_can_be_taken_back_before_it_is_sent(posted: Config, mina: Account) -> None:
    now = timezone.now()
    facts = {
        "comment": "It is late.",
        "report": "Pier opens",
        "path": "/pier/",
        "clause": "2. Be kind.",
        "decision": "pause",
        "reason": "It was unkind.",
        "until": now.isoformat(),
        "appeal_path": "/talk/appeals/7/",
    }
    for key in ("decision:7", "decision:8"):
        tell(
            Notice.Kind.DECISION,
            key=key,
            now=now,
            reader=mina,
            not_before=now + dt.timedelta(seconds=60),
            **facts,
        )
    assert send_all(after=dt.timedelta(seconds=59)) == []
    assert (withdraw("decision:7"), withdraw("decision:9")) == (1, 0)
    (message,) = send_all()
    for told in ("2. Be kind.", "It was unkind.", "/talk/appeals/7/", "It is late."):
        assert told in message.body
        assert told in message.alternatives[0][0]
    assert withdraw("decision:8") == 0


def test_a_claim_is_answered_to_an_address_without_an_account(posted: Config) -> None:
    now = timezone.now()
    facts = {
        "role": "claimant",
        "step": "blocked",
        "comment": "It is late.",
        "report": "Pier opens",
        "path": "/pier/",
        "statement": "It is my photo.",
        "until": None,
        "objection_path": "",
    }
    tell(Notice.Kind.CLAIM, key="claim:1", now=now, email="claimant@mail.example", **facts)
    (message,) = send_all()
    assert message.to == ["claimant@mail.example"]
    stop = message.extra_headers["List-Unsubscribe"].strip("<>").removeprefix(posted.paper.url)
    browser().post(stop, {"List-Unsubscribe": "One-Click"})
    tell(Notice.Kind.CLAIM, key="claim:2", now=now, email="Claimant@mail.example", **facts)
    assert send_all() == []


def test_mail_that_cannot_be_sent_is_tried_again_and_then_given_up(
    posted: Config,
    report: ReportPage,
    mina: Account,
    otto: Account,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer(report, mina, otto)

    def away(_self: object) -> None:
        raise OSError("the mail server is away")

    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.EmailMessage.send", away)
        assert send_one(now=timezone.now() + LATER)
        notice = Notice.objects.get()
        assert (notice.tries, notice.settled_at) == (1, None)
        assert notice.not_before > timezone.now() + LATER
        for number in range(2, MOST_TRIES + 1):
            assert send_one(now=timezone.now() + LATER * 24 * number)
    notice.refresh_from_db()
    assert (notice.tries, notice.outcome[:17]) == (MOST_TRIES, "could not be sent")
    assert send_all(after=LATER * 10_000) == []


def test_where_mail_is_off_notices_do_not_pile_up(
    talk: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    answer(report, mina, otto)
    assert send_all() == []
    assert Notice.objects.get().outcome == "mail is off"
