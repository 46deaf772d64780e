"""The desk's first page says what goes out, what is held and what was late."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage, Role
from broadsheet.desk.set_embargo import set_embargo
from broadsheet.readers.models import Account
from broadsheet.timetable.goes_out import goes_out
from broadsheet.timetable.keep_time import TimeKeeper
from tests.make import make_report
from tests.timetable.clock import let_pass, scheduled, spoil


@pytest.fixture
def chief(newsroom: Config) -> Account:
    return Account.objects.create_superuser("chief", password="a long password")


def held(**changes: object) -> ReportPage:
    report = make_report(publish=False, **changes)
    now = timezone.now()
    set_embargo(report, until=now + dt.timedelta(hours=3), terms="", by=None, now=now)
    return report


def test_the_next_stands_first_with_how_it_stands(newsroom: Config, chief: Account) -> None:
    later = scheduled(make_report(publish=False), minutes=400)
    soon = scheduled(make_report(publish=False), minutes=10)
    draft = held()
    ready = held()
    ready.get_latest_revision().publish()
    lines = goes_out(chief, now=timezone.now())
    assert [line.page.pk for line in lines] == [soon.pk, draft.pk, ready.pk, later.pk]
    assert [line.is_held for line in lines] == [False, True, True, False]
    assert [line.is_approved for line in lines] == [True, False, True, True]


def test_what_was_late_stands_above_it_for_a_day(newsroom: Config, chief: Account) -> None:
    scheduled(make_report(publish=False))
    late, stuck = (scheduled(make_report(publish=False)) for _ in range(2))
    let_pass(late, minutes=30)
    let_pass(stuck, minutes=20)
    spoil(stuck)
    TimeKeeper().turn()
    lines = goes_out(chief, now=timezone.now())
    assert [line.page.pk for line in lines[:2]] == [late.pk, stuck.pk]
    assert [line.is_late for line in lines] == [True, True, False]
    assert lines[0].out_at
    assert not lines[1].out_at
    assert "none" in lines[1].trouble
    tomorrow = goes_out(chief, now=timezone.now() + dt.timedelta(days=1, minutes=1))
    assert late.pk not in [line.page.pk for line in tomorrow]


def test_what_no_worker_let_out_is_late_too(newsroom: Config, chief: Account) -> None:
    report = scheduled(make_report(publish=False))
    let_pass(report, minutes=12)
    [line] = goes_out(chief, now=timezone.now())
    assert line.is_late


def test_it_stands_on_the_first_page_with_its_zone(newsroom: Config, chief: Account) -> None:
    scheduled(make_report(publish=False, headline="Pier opens"))
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(chief)
    page = client.get("/desk/").content.decode()
    assert "What goes out" in page
    assert "Pier opens" in page
    assert "KST" in page


def test_who_works_with_no_pages_sees_none(newsroom: Config) -> None:
    scheduled(make_report(publish=False))
    moderator = Account.objects.create_user("mina", password="a long password")
    moderator.groups.add(Role.objects.group("moderator"))
    assert goes_out(moderator, now=timezone.now()) == []
