"""The photo desk hangs photos in a report of others, and can change nothing else of it."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import Photo, ReportPage
from broadsheet.photodesk.photos_form import PhotosForm
from tests.make import make_person, make_photo, make_report

BODY = [
    {"type": "paragraph", "value": "<p>The mole was built by hand.</p>", "id": "one"},
    {"type": "photo", "value": {"photo": 0, "caption": "Here"}, "id": "two"},
    {"type": "paragraph", "value": "<p>It stands.</p>", "id": "three"},
]


@pytest.fixture
def photo_editor(newsroom: Config) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(make_person("photos"))
    return client


def showing(photo: Photo, *, publish: bool) -> ReportPage:
    report = make_report(publish=False)
    report.body = json.dumps(BODY).replace('"photo": 0', f'"photo": {photo.pk}')
    report.save()
    revision = report.save_revision()
    if publish:
        revision.publish()
    return ReportPage.objects.get(pk=report.pk)


def hang(client: Client, report: ReportPage, **places: object) -> str:
    address = f"/desk/photos/in/{report.pk}/"
    assert client.get(address).status_code == 200
    shown = ReportPage.objects.get(pk=report.pk).get_latest_revision_as_object()
    form = PhotosForm(shown, Photo.objects.all())
    sent = {
        name: "" if field.initial is None else field.initial for name, field in form.fields.items()
    }
    sent |= {name.replace("_", "-"): value for name, value in places.items()}
    return client.post(address, sent, follow=True).content.decode()


def body_of(report: ReportPage) -> list[Any]:
    return [(one["type"], one["value"]) for one in report.body.raw_data]


def test_the_lead_the_body_and_a_new_place_are_hung_and_the_text_stays(
    photo_editor: Client,
) -> None:
    old, new = make_photo(title="Old"), make_photo(title="New")
    report = showing(old, publish=False)
    hang(
        photo_editor,
        report,
        lead_photo=new.pk,
        lead_caption="The lead here",
        two_photo=new.pk,
        two_caption="Of the report's own",
        added_photo=old.pk,
        under="three",
    )
    again = ReportPage.objects.get(pk=report.pk)
    for one in (again, again.get_latest_revision_as_object()):
        assert (one.lead_photo, one.lead_caption) == (new, "The lead here")
        assert body_of(one) == [
            ("paragraph", BODY[0]["value"]),
            ("photo", {"photo": new.pk, "caption": "Of the report's own"}),
            ("paragraph", BODY[2]["value"]),
            ("photo", {"photo": old.pk, "caption": ""}),
        ]
        assert one.title == report.title
    assert not again.live


def test_a_place_that_is_emptied_goes(photo_editor: Client) -> None:
    report = showing(make_photo(), publish=False)
    hang(photo_editor, report, two_photo="")
    assert [kind for kind, _ in body_of(ReportPage.objects.get(pk=report.pk))] == [
        "paragraph",
        "paragraph",
    ]


def test_what_is_out_goes_out_again_and_the_draft_over_it_stays_a_draft(
    photo_editor: Client,
) -> None:
    old, new = make_photo(title="Old"), make_photo(title="New")
    report = showing(old, publish=True)
    report.title = "A headline that is not out yet"
    report.save_revision()
    hang(photo_editor, report, two_photo=new.pk)
    again = ReportPage.objects.get(pk=report.pk)
    draft = again.get_latest_revision_as_object()
    assert again.live
    assert body_of(again)[1] == body_of(draft)[1] == ("photo", {"photo": new.pk, "caption": "Here"})
    assert again.title != draft.title == "A headline that is not out yet"


def test_a_place_where_readers_see_another_photo_than_the_draft_has_is_left_to_them(
    photo_editor: Client,
) -> None:
    out, drafted, new = (make_photo(title=title) for title in ("Out", "Drafted", "New"))
    report = showing(out, publish=True)
    report.body = json.dumps(BODY).replace('"photo": 0', f'"photo": {drafted.pk}')
    report.save_revision()
    hang(photo_editor, report, two_photo=new.pk)
    again = ReportPage.objects.get(pk=report.pk)
    assert body_of(again)[1][1]["photo"] == out.pk
    assert body_of(again.get_latest_revision_as_object())[1][1]["photo"] == new.pk


def test_what_must_not_go_out_is_told_and_nothing_is_changed(photo_editor: Client) -> None:
    old, bare = make_photo(), make_photo(title="Bare", credit="")
    report = showing(old, publish=True)
    assert "has no credit" in hang(photo_editor, report, two_photo=bare.pk)
    assert body_of(ReportPage.objects.get(pk=report.pk))[1][1]["photo"] == old.pk


def test_whoever_was_slower_overwrites_nothing(photo_editor: Client) -> None:
    report = showing(make_photo(), publish=False)
    seen = report.latest_revision_id
    newer = report.save_revision()
    assert "Nothing is overwritten" in hang(photo_editor, report, seen=seen)
    assert ReportPage.objects.get(pk=report.pk).latest_revision == newer


def test_a_step_of_the_chain_stops_no_photo_and_brings_it_to_print(photo_editor: Client) -> None:
    new = make_photo(title="New")
    report = showing(make_photo(), publish=False)
    report.get_workflow().start(report, None)
    hang(photo_editor, report, two_photo=new.pk)
    while task := ReportPage.objects.get(pk=report.pk).current_workflow_task_state:
        task.approve(user=None)
    again = ReportPage.objects.get(pk=report.pk)
    assert again.live
    assert body_of(again)[1][1]["photo"] == new.pk


@pytest.mark.parametrize("how", ["locked", "scheduled"])
def test_a_report_that_is_shut_is_left_as_it_is(photo_editor: Client, how: str) -> None:
    old, new = make_photo(), make_photo()
    report = showing(old, publish=False)
    if how == "locked":
        ReportPage.objects.filter(pk=report.pk).update(locked=True)
    else:
        report.go_live_at = timezone.now() + dt.timedelta(days=1)
        report.save_revision().publish()
    hang(photo_editor, report, two_photo=new.pk)
    again = ReportPage.objects.get(pk=report.pk).get_latest_revision_as_object()
    assert body_of(again)[1][1]["photo"] == old.pk
