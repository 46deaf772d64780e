"""A photo that lacks what has to stand beside it goes out by no way there is to publish."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from broadsheet import story as s
from broadsheet.config import Config
from broadsheet.desk.fit_to_print import NotFitError, obstacles
from broadsheet.desk.intake import Filing, take_in
from broadsheet.desk.models import Author, OneUse, Photo, ReportPage
from broadsheet.readers.models import Account
from broadsheet.timetable.keep_time import TimeKeeper
from broadsheet.timetable.models import Lateness
from tests.make import SEOUL, make_copy, make_photo, make_report, picture_bytes

SAID = "The lead photo, “A pier”, has no credit; mend it under Photos or take another."


@pytest.fixture
def chief(newsroom: Config) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.create_superuser("chief", password="a long password"))
    return client


def draft_with(photo: Photo, **changes: object) -> ReportPage:
    report = make_report(publish=False)
    report.lead_photo = photo
    for name, value in changes.items():
        setattr(report, name, value)
    report.save_revision()
    report.save()
    return report


def is_live(report: ReportPage) -> bool:
    return ReportPage.objects.get(pk=report.pk).live


def posted(report: ReportPage, **more: str) -> dict[str, str]:
    """What the form of a report sends."""
    return {
        "title": report.title,
        "slug": report.slug,
        "language": "en",
        "lead_photo": str(report.lead_photo_id),
        **{
            f"{name}-{part}": "0"
            for name in ("byline", "corrections", "related", "comments")
            for part in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
        },
        "body-count": "0",
        **more,
    }


def one_step() -> Workflow:
    """A chain that one approval ends."""
    chain = Workflow.objects.create(name="One step")
    task = GroupApprovalTask.objects.create(name="The last word")
    task.groups.add(Group.objects.get(name="Chiefs"))
    WorkflowTask.objects.create(workflow=chain, task=task)
    return chain


def by_the_button(chief: Client, report: ReportPage) -> str:
    form = chief.post(
        f"/desk/pages/{report.pk}/edit/", posted(report, **{"action-publish": "1"}), follow=True
    )
    return form.content.decode()


def by_the_end_of_the_workflow(chief: Client, report: ReportPage) -> str:
    state = one_step().start(report, Account.objects.get())
    task = state.current_task_state.pk
    to = f"/desk/pages/workflow/action/{report.pk}/approve/{task}/"
    return chief.post(to, {"comment": ""}, follow=True).content.decode()


def in_bulk(chief: Client, report: ReportPage) -> str:
    to = f"/desk/bulk/wagtailcore/page/publish/?id={report.pk}&next=/desk/"
    return chief.post(to, {"include_descendants": "0"}, follow=True).content.decode()


def in_a_dialogue(chief: Client, report: ReportPage) -> str:
    state = one_step().start(report, Account.objects.get())
    task = state.current_task_state.pk
    to = f"/desk/pages/workflow/action/{report.pk}/approve/{task}/"
    said = chief.post(to, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"})
    return chief.get(json.loads(said.content)["redirect"]).content.decode()


@pytest.mark.parametrize("way", [by_the_button, by_the_end_of_the_workflow, in_bulk, in_a_dialogue])
def test_a_photo_without_credit_goes_out_by_no_button(
    chief: Client, way: Callable[[Client, ReportPage], str]
) -> None:
    photo = make_photo(credit="")
    report = draft_with(photo)
    page = way(chief, report)
    assert SAID in page
    assert not is_live(report)
    photo.credit = "OTTO RIIS"
    photo.save()
    if report.current_workflow_state:
        assert report.current_workflow_state.status == "in_progress"
    else:
        assert SAID not in way(chief, report)
        assert is_live(report)


@pytest.mark.usefixtures("newsroom")
def test_a_photo_without_credit_does_not_go_out_by_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    soon = timezone.now() + dt.timedelta(minutes=5)
    reports = [draft_with(make_photo(credit=name), go_live_at=soon) for name in ("", "OTTO RIIS")]
    for report in reports:
        report.get_latest_revision().publish()
    then = soon + dt.timedelta(seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: then)
    TimeKeeper(clock=lambda: then).turn()
    assert [is_live(report) for report in reports] == [False, True]
    assert SAID in Lateness.objects.get().trouble


@pytest.mark.usefixtures("newsroom")
def test_a_scheduled_report_is_asked_for_its_own_minute(chief: Client) -> None:
    tomorrow = timezone.now() + dt.timedelta(days=1)
    report = draft_with(make_photo(licensed_until=tomorrow))
    later = (tomorrow + dt.timedelta(hours=1)).astimezone(SEOUL)
    said = posted(report, go_live_at=f"{later:%Y-%m-%d %H:%M}", **{"action-publish": "1"})
    page = chief.post(f"/desk/pages/{report.pk}/edit/", said, follow=True).content.decode()
    assert "is licensed until" in page
    assert not ReportPage.objects.get(pk=report.pk).approved_schedule


@pytest.mark.usefixtures("newsroom")
def test_copy_with_a_picture_that_lacks_alt_text_comes_in_as_a_draft(tmp_path: Path) -> None:
    (tmp_path / "pier.jpg").write_bytes(picture_bytes())
    copy = make_copy(lead=s.Photo(source="pier.jpg", credit="OTTO RIIS", caption="The pier"))
    filings = [Filing(copy, tmp_path / "copy.md"), Filing(make_copy(), tmp_path / "other.md")]
    for _ in range(2):  # the second time the file is known, and asked to be published again
        taken = take_in(filings, now=timezone.now(), zone=SEOUL, publish=True)
        assert [one.report.live for one in taken] == [False, True]
        assert any("“The pier”, has no alt text" in line for line in taken[0].account)


@pytest.mark.usefixtures("newsroom")
def test_every_photo_is_named_with_its_place() -> None:
    bare = make_photo(title="Bare", credit="", alt_text=" ")
    report = make_report(publish=False)
    figure = {"photo": bare.pk, "caption": ""}
    report.body = json.dumps(
        [
            {"type": "photo", "value": {"photo": make_photo().pk, "caption": ""}},
            {"type": "photo", "value": figure},
            {"type": "gallery", "value": {"title": "Piers", "photos": [{"value": figure}]}},
        ]
    )
    said = [one.text for one in obstacles(report, now=timezone.now())]
    faults = "“Bare”, has no credit and has no alt text; mend it under Photos or take another."
    assert said == [
        f"Photo 2 of the body, {faults}",
        f"Photo 1 of the gallery “Piers”, {faults}",
    ]


@pytest.mark.usefixtures("newsroom")
def test_a_photo_that_is_only_announced_stops_nobody() -> None:
    report = make_report(lead=s.Photo(caption="The pier"))
    assert report.live


@pytest.mark.usefixtures("newsroom")
def test_a_draft_is_kept_whatever_it_lacks(chief: Client) -> None:
    report = draft_with(make_photo(credit=""))
    kept = chief.post(f"/desk/pages/{report.pk}/edit/", posted(report, kicker="Kept"), follow=True)
    assert SAID not in kept.content.decode()
    assert ReportPage.objects.get(pk=report.pk).get_latest_revision_as_object().kicker == "Kept"


@pytest.mark.usefixtures("newsroom")
def test_a_photo_for_one_use_is_printed_in_one_report_only() -> None:
    photo = make_photo(is_for_one_use=True)
    first, second = draft_with(photo), draft_with(photo)
    first.save_revision().publish()
    with pytest.raises(NotFitError) as refused:
        second.save_revision().publish()
    assert f"is for one use and was printed with “{first.title}”" in refused.value.sentence
    assert not is_live(second)
    ReportPage.objects.get(pk=first.pk).save_revision().publish()
    assert OneUse.objects.get().report == first


@pytest.mark.usefixtures("newsroom")
def test_a_copy_of_a_report_does_not_take_its_photo_for_one_use_along(chief: Client) -> None:
    first = draft_with(make_photo(is_for_one_use=True))
    first.save_revision().publish()
    form = {"new_title": "Again", "new_slug": "again", "publish_copies": "1", "alias": ""}
    form["new_parent_page"] = str(first.get_parent().pk)
    page = chief.post(f"/desk/pages/{first.pk}/copy/", form, follow=True).content.decode()
    assert "is for one use" in page
    assert not ReportPage.objects.live().filter(title="Again").exists()


@pytest.mark.usefixtures("newsroom")
def test_a_photo_stays_spent_when_its_report_is_gone() -> None:
    photo = make_photo(is_for_one_use=True)
    first, second = draft_with(photo), draft_with(photo)
    first.save_revision().publish()
    first.delete()
    with pytest.raises(NotFitError, match="is for one use"):
        second.save_revision().publish()


@pytest.mark.usefixtures("newsroom")
@pytest.mark.parametrize("lack", [{"credit": ""}, {"is_for_one_use": True}])
def test_a_portrait_has_to_be_fit_for_print_as_well(chief: Client, lack: dict[str, object]) -> None:
    make_report()
    author = Author.objects.get()
    portrait = make_photo(file=ContentFile(picture_bytes(), name="ida.jpg"), **lack)
    form = {"name": "Ida", "slug": "ida", "portrait": str(portrait.pk), "accepts_letters": "on"}
    page = chief.post(f"/desk/snippets/desk/author/edit/{author.pk}/", form).content.decode()
    assert "mend it under Photos or take another" in page
    assert Author.objects.get().portrait is None
