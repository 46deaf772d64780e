"""What is due goes out on its minute: once, whatever else happens, and after a pause too."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import PageLogEntry

from broadsheet.config import Config
from broadsheet.desk.models import FrontPage, PolicyPage, ReportPage
from broadsheet.press.models import Order
from broadsheet.timetable.keep_time import TimeKeeper
from broadsheet.timetable.models import Lateness
from broadsheet.timetable.publish import publish
from tests.make import make_report
from tests.timetable.clock import let_pass, mend, scheduled, spoil


def times_published(report: ReportPage) -> int:
    entries = PageLogEntry.objects.filter(page=report.pk, action="wagtail.publish.scheduled")
    return entries.count()


def is_live(report: ReportPage) -> bool:
    return ReportPage.objects.live().filter(pk=report.pk).exists()


def test_a_report_is_out_when_its_minute_has_come(newsroom: Config) -> None:
    report = scheduled(make_report(publish=False), minutes=10)
    keeper = TimeKeeper()
    assert not keeper.turn()
    assert not is_live(report)
    let_pass(report, minutes=10)
    Order.objects.all().delete()
    assert TimeKeeper().turn()
    assert is_live(report)
    assert list(Order.objects.values_list("subject", flat=True)) == [f"report:{report.pk}"]
    assert not Lateness.objects.exists()


def test_the_keeper_is_due_at_the_very_minute(newsroom: Config) -> None:
    report = scheduled(make_report(publish=False), minutes=10)
    now = timezone.now()
    keeper = TimeKeeper(clock=lambda: now, ticks=lambda: 5.0)
    keeper.turn()
    assert not keeper.is_due()
    now = report.scheduled_revision.approved_go_live_at - dt.timedelta(milliseconds=1)
    assert not keeper.is_due()
    now += dt.timedelta(milliseconds=1)
    assert keeper.is_due()


def test_what_is_scheduled_while_the_keeper_waits_is_seen_within_the_second(
    newsroom: Config,
) -> None:
    ticks = 5.0
    keeper = TimeKeeper(ticks=lambda: ticks)
    keeper.turn()
    report = scheduled(make_report(publish=False))
    let_pass(report, minutes=10)
    assert not keeper.turn()
    assert not keeper.is_due()
    ticks = 6.0
    assert keeper.is_due()
    assert keeper.turn()
    assert is_live(report)


@pytest.mark.parametrize("model", [FrontPage, PolicyPage])
def test_every_kind_of_page_is_published_on_time(newsroom: Config, model: type) -> None:
    front = FrontPage.objects.get()
    page = front
    if model is PolicyPage:
        page = PolicyPage(title="House rules", kind=PolicyPage.Kind.OTHER, live=False)
        front.add_child(instance=page)
    page.title = "As it is from ten"
    scheduled(page)
    assert not model.objects.live().filter(title="As it is from ten").exists()
    let_pass(model.objects.get(pk=page.pk), minutes=10)
    TimeKeeper().turn()
    assert model.objects.live().get(pk=page.pk).title == "As it is from ten"


def test_a_page_that_a_command_made_stays_out_while_a_change_of_it_waits(newsroom: Config) -> None:
    front = FrontPage.objects.get()
    assert front.live_revision is None
    scheduled(front)
    assert FrontPage.objects.live().exists()


def test_a_change_of_a_published_report_waits_for_its_minute(newsroom: Config) -> None:
    report = make_report(headline="The vote is tonight")
    report.title = "The vote is over"
    scheduled(report)
    assert ReportPage.objects.live().get(pk=report.pk).title == "The vote is tonight"
    let_pass(report, minutes=10)
    TimeKeeper().turn()
    assert ReportPage.objects.live().get(pk=report.pk).title == "The vote is over"


def test_the_aliases_of_a_report_come_out_with_it_and_not_before(newsroom: Config) -> None:
    report = make_report(publish=False)
    alias = report.create_alias(parent=FrontPage.objects.get().get_children().first())
    alias_of_alias = alias.create_alias(update_slug="once-more")
    report = scheduled(report)
    assert not ReportPage.objects.live().exists()
    let_pass(report, minutes=10)
    TimeKeeper().turn()
    assert all(is_live(one) for one in (report, alias, alias_of_alias))


def test_a_report_whose_time_is_over_leaves_and_the_press_is_told(newsroom: Config) -> None:
    report = make_report()
    report.expire_at = timezone.now() - dt.timedelta(seconds=1)
    report.save_revision().publish()
    Order.objects.all().delete()
    assert TimeKeeper().turn()
    assert not is_live(report)
    assert Order.objects.filter(subject=f"report:{report.pk}").exists()
    assert not TimeKeeper().turn()


def test_two_workers_publish_a_report_once(newsroom: Config) -> None:
    report = scheduled(make_report(publish=False))
    let_pass(report, minutes=10)
    revision = report.scheduled_revision.pk
    Order.objects.all().delete()
    went: list[bool] = []
    both = threading.Barrier(2)

    def worker() -> None:
        both.wait()
        try:
            went.append(publish(revision, now=timezone.now()))
        finally:
            connection.close()

    workers = [threading.Thread(target=worker) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert sorted(went) == [False, True]
    assert times_published(report) == 1
    assert Order.objects.filter(subject=f"report:{report.pk}").count() == 1


def test_what_was_due_while_no_worker_ran_goes_out_at_the_next_start(newsroom: Config) -> None:
    report = scheduled(make_report(publish=False))
    due_at = let_pass(report, minutes=60)
    TimeKeeper().turn()
    assert is_live(report)
    lateness = Lateness.objects.get()
    assert (lateness.page_id, lateness.due_at) == (report.pk, due_at)
    assert lateness.out_at > due_at


def test_a_report_that_cannot_go_out_holds_up_no_other(newsroom: Config) -> None:
    broken, sound = (scheduled(make_report(publish=False)) for _ in range(2))
    let_pass(broken, minutes=12)
    spoil(broken)
    let_pass(sound, minutes=10)
    keeper = TimeKeeper()
    assert keeper.turn()
    assert is_live(sound)
    assert not is_live(broken)
    lateness = Lateness.objects.get()
    assert lateness.page_id == broken.pk
    assert lateness.out_at is None
    assert "none" in lateness.trouble
    assert not keeper.is_due()


def test_a_report_that_was_stuck_is_tried_again_after_a_minute(newsroom: Config) -> None:
    report = scheduled(make_report(publish=False))
    let_pass(report, minutes=12)
    whole = spoil(report)
    ticks = 5.0
    keeper = TimeKeeper(ticks=lambda: ticks)
    keeper.turn()
    mend(report, whole)
    ticks += 59
    assert not keeper.is_due()
    ticks += 1
    assert keeper.is_due()
    keeper.turn()
    assert is_live(report)
    assert Lateness.objects.get().out_at is not None


def test_the_clock_put_back_takes_nothing_out(newsroom: Config) -> None:
    report = scheduled(make_report(publish=False))
    let_pass(report, minutes=10)
    keeper = TimeKeeper()
    keeper.turn()
    yesterday = timezone.now() - dt.timedelta(days=1)
    TimeKeeper(clock=lambda: yesterday).turn()
    assert is_live(report)
    assert times_published(report) == 1
