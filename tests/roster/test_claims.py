"""What several workers share: each piece is done by one, and by another if that one dies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core import mail as outbox
from django.db import transaction
from django.test.utils import override_settings
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from broadsheet import roster
from broadsheet.config import Config
from broadsheet.copydesk.models import Link
from broadsheet.press import errands
from broadsheet.readers.leave import let_go_on_time
from broadsheet.studio.claimed_recording import claimed_recording
from broadsheet.studio.models import Recording
from broadsheet.talk.models import Notice
from broadsheet.talk.notices.send import send_one
from tests.databases import POSTGRESQL
from tests.make import make_report
from tests.roster.elsewhere import another, cut_off

on_postgresql = pytest.mark.skipif(not POSTGRESQL, reason="of several machines, on PostgreSQL")


def make_recording(digest: str) -> Recording:
    return Recording.objects.create(
        report=make_report(), digest=digest, voice="joe", text="", ordered_at=timezone.now()
    )


@contextmanager
def looking_at_a_notice() -> Iterator[None]:
    with transaction.atomic():
        Notice.objects.select_for_update().first()
        yield


@on_postgresql
def test_two_booths_voice_two_reports_and_what_a_dead_one_left(newsroom: Config) -> None:
    both = {make_recording("a"), make_recording("b")}
    with another(claimed_recording) as number, claimed_recording() as ours:
        assert ours
        assert set(Recording.objects.values_list("state", flat=True)) == {"voicing"}
        with claimed_recording() as third:
            assert third is None
        assert set(Recording.objects.values_list("state", flat=True)) == {"voicing"}
        cut_off(number[0])
        Recording.objects.take_up_again()
        with claimed_recording() as left:
            assert {ours, left} == both


@on_postgresql
def test_a_task_is_taken_up_again_when_its_worker_is_gone(newsroom: Config) -> None:
    DBTaskResult.objects.all().delete()
    task = DBTaskResult.objects.get(pk=let_go_on_time.enqueue().id)
    task.claim("elsewhere")
    with another(lambda: roster.claimed("tasks of elsewhere")):
        errands.take_up_again()
        assert not errands.run_one()
    errands.take_up_again()
    assert errands.run_one()
    task.refresh_from_db()
    assert task.status == TaskResultStatus.SUCCESSFUL
    assert len(task.worker_ids) == 2


@on_postgresql
def test_a_mail_that_another_worker_has_in_hand_is_passed_over(newsroom: Config) -> None:
    now = timezone.now()
    for key in ("first", "second"):
        Notice.objects.create(
            kind="claim", key=key, email="a@example.org", made_at=now, not_before=now
        )
    with another(looking_at_a_notice):
        taken = Notice.objects.take(now=now)
    assert taken
    assert taken.key == "second"


def test_no_mail_goes_out_twice_though_its_worker_died_over_it(newsroom: Config) -> None:
    now = timezone.now()
    mailing = newsroom.model_copy(
        update={"mail": newsroom.mail.model_copy(update={"host": "mail.example"})}
    )
    Notice.objects.create(kind="claim", key="c", email="a@example.org", made_at=now, not_before=now)
    outbox.outbox = []
    with override_settings(
        CONFIG=mailing, EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"
    ):
        taken = Notice.objects.take(now=now)
        assert taken
        assert taken.outcome == "being sent"
        assert not send_one(now=now)
    assert outbox.outbox == []


def test_a_link_is_asked_for_by_one(newsroom: Config) -> None:
    now = timezone.now()
    Link.objects.want(["https://a.example/"], now=now)
    assert Link.objects.take(now=now)
    assert Link.objects.take(now=now) is None
