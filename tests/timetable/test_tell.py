"""A late report is told to those concerned, by mail, once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group
from django.core import mail as outbox
from django.test.utils import override_settings
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.readers.models import Account
from broadsheet.timetable.keep_time import TimeKeeper
from broadsheet.timetable.models import Lateness
from broadsheet.timetable.tell import MOST_TRIES, tell_one
from tests.make import make_report
from tests.timetable.clock import let_pass, scheduled, spoil

SOON = dt.timedelta(minutes=2)


@pytest.fixture
def posted(newsroom: Config) -> Iterator[Config]:
    """A newsroom that sends mail."""
    mailing = newsroom.model_copy(
        update={"mail": newsroom.mail.model_copy(update={"host": "mail.example"})}
    )
    backend = "django.core.mail.backends.locmem.EmailBackend"
    with override_settings(CONFIG=mailing, EMAIL_BACKEND=backend):
        outbox.outbox = []
        yield mailing


@pytest.fixture
def nadia(newsroom: Config) -> Account:
    return Account.objects.create_user("nadia", email="nadia@example.com")


@pytest.fixture
def chief(newsroom: Config) -> Account:
    return Account.objects.create_superuser("chief", email="chief@example.com")


def test_whoever_scheduled_it_and_who_may_publish_it_are_told_once(
    posted: Config, nadia: Account, chief: Account
) -> None:
    report = make_report(publish=False, headline="Pier opens")
    report = scheduled(report, user=nadia, skip_permission_checks=True)
    let_pass(report, minutes=20)
    TimeKeeper().turn()
    assert tell_one(now=timezone.now())
    assert not tell_one(now=timezone.now() + SOON)
    [message] = outbox.outbox
    assert message.to == ["chief@example.com", "nadia@example.com"]
    assert message.subject == "Late: Pier opens"
    assert "KST" in message.body
    assert f"/desk/pages/{report.pk}/edit/" in message.body


def test_who_may_not_publish_it_is_not_told(posted: Config, chief: Account) -> None:
    other = Account.objects.create_user("otto", email="otto@example.com")
    other.groups.add(Group.objects.create(name="Those who read the desk"))
    report = scheduled(make_report(publish=False))
    let_pass(report, minutes=20)
    TimeKeeper().turn()
    tell_one(now=timezone.now())
    assert outbox.outbox[0].to == ["chief@example.com"]


def test_of_a_report_that_was_in_time_nobody_hears(posted: Config, chief: Account) -> None:
    report = scheduled(make_report(publish=False))
    let_pass(report, minutes=10)
    TimeKeeper().turn()
    assert not tell_one(now=timezone.now() + SOON)
    assert outbox.outbox == []


def test_the_mail_says_why_a_report_does_not_come_out(posted: Config, chief: Account) -> None:
    report = scheduled(make_report(publish=False))
    let_pass(report, minutes=10.5)
    spoil(report)
    TimeKeeper().turn()
    assert not tell_one(now=timezone.now())  # its minute is not over
    assert tell_one(now=timezone.now() + SOON)
    assert "is not out" in outbox.outbox[0].body
    assert "none" in outbox.outbox[0].body


def test_a_report_that_an_editor_has_taken_off_the_timetable_is_not_told(
    posted: Config, chief: Account
) -> None:
    report = scheduled(make_report(publish=False))
    let_pass(report, minutes=12)
    spoil(report)
    TimeKeeper().turn()
    revision = report.scheduled_revision
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    tell_one(now=timezone.now() + SOON)
    assert outbox.outbox == []
    assert Lateness.objects.get().settled_at is not None


def test_a_mail_server_that_is_away_is_tried_again_and_not_for_ever(
    posted: Config, chief: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError("connection refused")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refused)
    report = scheduled(make_report(publish=False))
    let_pass(report, minutes=20)
    TimeKeeper().turn()
    assert tell_one(now=timezone.now())
    assert not tell_one(now=timezone.now())
    later, tries = timezone.now(), 1
    while tries < MOST_TRIES:
        later += dt.timedelta(days=1)
        assert tell_one(now=later)
        tries += 1
    assert not tell_one(now=later + dt.timedelta(days=1))
