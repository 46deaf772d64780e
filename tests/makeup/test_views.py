"""The front as an editor arranges it: published, kept, scheduled, taken back."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageLogEntry

from broadsheet.config import Config
from broadsheet.desk.models import FrontPage, ReportPage, SectionPage
from broadsheet.makeup.take_back import before
from broadsheet.press.models import Order
from broadsheet.timetable.keep_time import TimeKeeper
from tests.make import make_person, make_report
from tests.makeup.sending import URL, client_of, pks, send, top_of_front
from tests.timetable.clock import let_pass

SOON = "%Y-%m-%dT%H:%M"


@pytest.fixture
def chief(newsroom: Config) -> Client:
    return client_of("chief")


@pytest.fixture
def reports(newsroom: Config) -> list[ReportPage]:
    return [make_report() for _ in range(4)]


def test_lead_top_stories_and_rivers_stand_in_the_order_in_which_they_were_put(
    chief: Client, reports: list[ReportPage]
) -> None:
    make_report(sections=("Sport",))
    sections = list(SectionPage.objects.filter(depth=3).order_by("-path"))
    lead, *top = reversed(reports)
    Order.objects.all().delete()
    said = send(chief, "publish", lead=lead.pk, top=pks(*top), rivers=[one.pk for one in sections])
    assert "The front is published." in said
    assert top_of_front() == pks(lead, *top)
    rivers = FrontPage.objects.get().rivers.all()
    assert [row.section_id for row in rivers] == [one.pk for one in sections]
    assert Order.objects.filter(subject="front").exists()


def test_a_draft_is_seen_by_nobody_and_is_there_when_the_front_is_opened_again(
    chief: Client, reports: list[ReportPage]
) -> None:
    send(chief, "publish", lead=reports[0].pk)
    send(chief, "save", lead=reports[1].pk)
    assert top_of_front() == pks(reports[0])
    assert "This is a draft" in chief.get(URL).content.decode()
    assert "This is a draft" not in chief.get(URL, {"open": "published"}).content.decode()


def test_a_change_is_taken_back_in_one_click_and_brought_again_in_another(
    chief: Client, reports: list[ReportPage]
) -> None:
    first, second, *_ = reports
    send(chief, "publish", lead=first.pk, top=pks(second))
    send(chief, "publish", lead=second.pk)
    chief.post(f"{URL}undo/")
    assert top_of_front() == pks(first, second)
    assert PageLogEntry.objects.filter(action="wagtail.revert").count() == 1
    chief.post(f"{URL}undo/")
    assert top_of_front() == pks(second)


def test_the_first_change_of_a_new_paper_can_be_taken_back(
    chief: Client, reports: list[ReportPage]
) -> None:
    send(chief, "publish", lead=reports[0].pk)
    chief.post(f"{URL}undo/")
    assert top_of_front() == [None]


def test_nothing_is_offered_to_be_undone_before_anything_was_done(chief: Client) -> None:
    assert before(FrontPage.objects.get()) is None
    assert "Undo the last change" not in chief.get(URL).content.decode()
    assert "Nothing was published" in chief.post(f"{URL}undo/", follow=True).content.decode()


def test_a_scheduled_front_goes_out_at_its_minute_though_another_is_published_before(
    chief: Client, reports: list[ReportPage]
) -> None:
    morning, night, *_ = reports
    at = timezone.localtime() + dt.timedelta(hours=3)
    assert "set to go out" in send(
        chief, "schedule", lead=morning.pk, goes_out_at=at.strftime(SOON)
    )
    send(chief, "publish", lead=night.pk)
    assert top_of_front() == pks(night)
    assert "Another front goes out" in chief.get(URL).content.decode()
    let_pass(FrontPage.objects.get(), minutes=181)
    assert TimeKeeper().turn()
    assert top_of_front() == pks(morning)
    chief.post(f"{URL}undo/")
    assert top_of_front() == pks(night)


def test_a_scheduled_front_can_be_called_off(chief: Client, reports: list[ReportPage]) -> None:
    at = timezone.localtime() + dt.timedelta(hours=3)
    send(chief, "schedule", lead=reports[0].pk, goes_out_at=at.strftime(SOON))
    chief.post(f"{URL}call-off/")
    assert FrontPage.objects.get().scheduled_revision is None
    assert top_of_front() == [None]


@pytest.mark.parametrize(
    ("action", "words", "said"),
    [
        ("schedule", {}, "Name a time to come"),
        ("schedule", {"goes_out_at": "2020-01-01T06:00"}, "Name a time to come"),
        ("publish", {"breaking": "Storm"}, "Say when the breaking line ends"),
        ("publish", {"breaking": "Storm", "breaking_until": "2020-01-01T06:00"}, "over already"),
        ("publish", {"lead": 999_999}, "valid choice"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(
    chief: Client, action: str, words: dict[str, object], said: str
) -> None:
    assert said in send(chief, action, **words)
    assert FrontPage.objects.get().live_revision_id is None


def test_more_top_stories_than_fit_are_refused(chief: Client) -> None:
    top = [make_report().pk for _ in range(9)]
    assert "9 top stories are set, and at most 8 fit" in send(chief, "publish", top=top)


def test_an_unpublished_report_cannot_be_put_on_the_front(chief: Client) -> None:
    draft = make_report(publish=False)
    assert "valid choice" in send(chief, "publish", lead=draft.pk)


def test_whoever_arranged_meanwhile_is_named_once_before_theirs_is_replaced(
    chief: Client, reports: list[ReportPage]
) -> None:
    send(chief, "publish", lead=reports[0].pk)
    old = FrontPage.objects.get().latest_revision_id
    send(chief, "publish", lead=reports[1].pk)
    said = send(chief, "publish", lead=reports[2].pk, base=old)
    assert "chief changed the front at" in said
    assert top_of_front() == pks(reports[1])
    assert f'name="base" value="{FrontPage.objects.get().latest_revision_id}"' in said
    send(chief, "publish", lead=reports[2].pk)
    assert top_of_front() == pks(reports[2])


def test_the_preview_is_the_front_as_it_is_arranged(
    chief: Client, reports: list[ReportPage]
) -> None:
    shown = chief.post(f"{URL}show/", {"lead": reports[2].pk, "breaking": "Half a line"})
    lead = shown.content.decode().partition("front-lead")[2].partition("</h2>")[0]
    assert reports[2].title in lead
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    assert top_of_front() == [None]


def test_the_stock_is_searched_by_headline(chief: Client, reports: list[ReportPage]) -> None:
    make_report(headline="Ferry runs aground")
    found = chief.get(f"{URL}stock/", {"q": "ferry"}).content.decode()
    assert "Ferry runs aground" in found
    assert reports[0].title not in found


def test_a_front_that_somebody_locked_is_left_as_it_is(
    chief: Client, reports: list[ReportPage]
) -> None:
    front = FrontPage.objects.get()
    front.locked, front.locked_by, front.locked_at = True, make_person("moderator"), timezone.now()
    front.save()
    assert "locked" in send(chief, "publish", lead=reports[0].pk)
    chief.post(f"{URL}undo/")
    assert top_of_front() == [None]
