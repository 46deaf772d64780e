"""A breaking line stands over the front until its end, and no longer."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import FrontPage, ReportPage
from broadsheet.makeup.end_breaking import end_breaking
from broadsheet.press.models import Order, Urgency
from broadsheet.press.work import press_until_done, start, the_site
from tests.make import make_report
from tests.makeup.sending import client_of, send

UNTIL = timezone.now().replace(second=0, microsecond=0) + dt.timedelta(hours=2)


@pytest.fixture
def report(newsroom: Config) -> ReportPage:
    found = make_report()
    words = {"breaking": "Pier <b>falls", "breaking_report": found.pk}
    until = timezone.localtime(UNTIL).strftime("%Y-%m-%dT%H:%M")
    send(client_of("chief"), "publish", **words, breaking_until=until)
    start(the_site())
    return found


def printed_front(newsroom: Config) -> str:
    press_until_done(urgency=Urgency.REBUILD)
    return (newsroom.site / "index.html").read_text()


def test_the_line_leads_to_its_report_and_says_when_it_ends(
    newsroom: Config, report: ReportPage
) -> None:
    front = printed_front(newsroom)
    assert f'<breaking-line until="{timezone.localtime(UNTIL).isoformat()}">' in front
    assert f'<a href="{report.path_on_site}">Pier &lt;b&gt;falls</a>' in front


def test_the_line_leads_nowhere_when_its_report_is_gone(
    newsroom: Config, report: ReportPage
) -> None:
    report.unpublish()
    front = printed_front(newsroom)
    assert "Pier &lt;b&gt;falls" in front
    assert report.path_on_site not in front


def test_what_is_over_is_taken_off_and_printed_so(newsroom: Config, report: ReportPage) -> None:
    printed_front(newsroom)
    assert not end_breaking(now=UNTIL - dt.timedelta(seconds=1))
    assert not Order.objects.exists()
    assert end_breaking(now=UNTIL)
    assert "breaking-line" not in printed_front(newsroom)
    assert not end_breaking(now=UNTIL)


def test_a_front_that_is_printed_late_shows_no_line_that_is_over(
    newsroom: Config, report: ReportPage
) -> None:
    FrontPage.objects.update(breaking_until=timezone.now() - dt.timedelta(seconds=1))
    assert "breaking-line" not in printed_front(newsroom)
