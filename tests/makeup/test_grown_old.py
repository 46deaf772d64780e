"""What grew old on top of the front is told, with its age."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import FrontPage, ReportPage
from broadsheet.makeup.grown_old import grown_old
from tests.live.making import make_editor, make_entry, make_live
from tests.make import make_report
from tests.makeup.sending import client_of, pks, send


def out_for(hours: float) -> ReportPage:
    report = make_report()
    published = timezone.now() - dt.timedelta(hours=hours)
    ReportPage.objects.filter(pk=report.pk).update(first_published_at=published)
    return ReportPage.objects.get(pk=report.pk)


def test_a_story_without_news_for_longer_than_the_front_allows_is_old(newsroom: Config) -> None:
    fresh, old, updated = out_for(5), out_for(7), out_for(90)
    ReportPage.objects.filter(pk=updated.pk).update(updated_at=timezone.now())
    chief = client_of("chief")
    send(chief, "publish", lead=old.pk, top=pks(fresh, updated), old_after_hours=6)
    front = FrontPage.objects.get()
    assert [one.report for one in grown_old(front, now=timezone.now())] == [old]
    later = timezone.now() + dt.timedelta(hours=2)
    assert [one.report for one in grown_old(front, now=later)] == [old, fresh]


def test_a_live_report_is_as_fresh_as_its_latest_entry(newsroom: Config) -> None:
    live = make_live(out_for(90))
    chief = client_of("chief")
    send(chief, "publish", lead=live.report.pk, old_after_hours=6)
    make_entry(live, "The bridge is open.", make_editor())
    front = FrontPage.objects.get()
    assert grown_old(front, now=timezone.now()) == ()
    [old] = grown_old(front, now=timezone.now() + dt.timedelta(hours=7))
    assert old.report == live.report


def test_the_desk_tells_whoever_arranges_the_front_and_nobody_else(newsroom: Config) -> None:
    chief = client_of("chief")
    assert "Old on top" not in chief.get("/desk/").content.decode()
    send(chief, "publish", lead=out_for(50).pk)
    home = chief.get("/desk/").content.decode()
    assert "Old on top of the front" in home
    assert "no news for 2\xa0days, 2\xa0hours" in home
    assert "Old on top" not in client_of("reporter").get("/desk/").content.decode()


def test_what_fills_itself_is_not_old(newsroom: Config) -> None:
    out_for(500)
    assert grown_old(FrontPage.objects.get(), now=timezone.now()) == ()
