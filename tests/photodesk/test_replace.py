"""Another photo is put in the place of one, wherever that stands."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import ReferenceIndex

from broadsheet.config import Config
from broadsheet.desk.models import Author, Photo, ReportPage
from broadsheet.readers.models import Account
from tests.make import make_photo, make_report


@pytest.fixture
def desk(newsroom: Config) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.create_superuser("ida", password="a long password"))
    return client


def showing(photo: Photo, *, publish: bool = True) -> ReportPage:
    """A report that leads with it and shows it with another in a gallery."""
    report = make_report(publish=False)
    report.lead_photo = photo
    figures = [{"photo": pk, "caption": "Here"} for pk in (photo.pk, make_photo().pk)]
    report.body = json.dumps([{"type": "gallery", "value": {"title": "", "photos": figures}}])
    report.save()
    revision = report.save_revision()
    if publish:
        revision.publish()
    ReferenceIndex.create_or_update_for_object(ReportPage.objects.get(pk=report.pk))
    return ReportPage.objects.get(pk=report.pk)


def photos_of(report: ReportPage) -> list[str]:
    gallery = report.body[0].value["photos"]
    return [report.lead_photo.title, *(one["photo"].title for one in gallery)]


def replace(desk: Client, old: Photo, new: Photo) -> str:
    to = f"/desk/photos/{old.pk}/replace/"
    return desk.post(to, {"photo": str(new.pk)}, follow=True).content.decode()


def test_it_stands_in_every_place_with_the_caption_that_was_there(desk: Client) -> None:
    old, new = make_photo(title="Old"), make_photo(title="New")
    reports = [showing(old), showing(old), showing(old, publish=False)]
    Author.objects.update(portrait=old)
    page = replace(desk, old, new)
    assert "“New” stands in 4 places now." in page
    for report in reports:
        again = ReportPage.objects.get(pk=report.pk)
        assert again.live == report.live
        latest = again.get_latest_revision_as_object()
        assert photos_of(latest) == ["New", "New", "A pier"]
        assert latest.body[0].value["photos"][0]["caption"] == "Here"
        assert not report.live or photos_of(again) == ["New", "New", "A pier"]
    assert Author.objects.get().portrait == new
    assert "It stands nowhere in the paper." in page


def test_a_draft_over_a_published_report_stays_a_draft(desk: Client) -> None:
    old, new = make_photo(title="Old"), make_photo(title="New")
    report = showing(old)
    report.title = "Not for readers yet"
    report.save_revision()
    replace(desk, old, new)
    again = ReportPage.objects.get(pk=report.pk)
    assert again.title != "Not for readers yet"
    assert photos_of(again)[0] == "New"
    draft = again.get_latest_revision_as_object()
    assert (draft.title, photos_of(draft)[0]) == ("Not for readers yet", "New")
    assert again.has_unpublished_changes


def test_a_photo_that_is_not_fit_is_put_nowhere_and_the_desk_says_why(desk: Client) -> None:
    old, bare = make_photo(title="Old"), make_photo(title="Bare", credit="")
    report = showing(old)
    assert "The lead photo, “Bare”, has no credit" in replace(desk, old, bare)
    assert photos_of(ReportPage.objects.get(pk=report.pk))[0] == "Old"


def test_who_may_not_change_photos_comes_to_no_page(newsroom: Config) -> None:
    photo = make_photo()
    client = Client(SERVER_NAME="127.0.0.1")
    to = f"/desk/photos/{photo.pk}/replace/"
    assert client.get(to).status_code == 302
    someone = Account.objects.create_user("someone", password="a long password")
    client.force_login(someone)
    assert client.post(to, {"photo": str(photo.pk)}).status_code in {302, 403}


def photo_editor() -> Client:
    person = Account.objects.create_user("photo", password="a long password", is_staff=True)
    person.groups.add(Group.objects.get(name="Photo desk"))
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    return client


@pytest.mark.usefixtures("newsroom")
def test_the_photo_desk_replaces_a_photo_in_reports_that_it_may_not_write() -> None:
    old, new = make_photo(title="Old"), make_photo(title="New")
    report = showing(old)
    client = photo_editor()
    assert client.get(f"/desk/pages/{report.pk}/edit/").status_code == 302
    assert "“New” stands in 1 place now." in replace(client, old, new)
    assert photos_of(ReportPage.objects.get(pk=report.pk))[0] == "New"


@pytest.mark.usefixtures("newsroom")
def test_a_locked_report_stays_as_it_is() -> None:
    old, new = make_photo(title="Old"), make_photo(title="New")
    report = showing(old)
    ReportPage.objects.filter(pk=report.pk).update(locked=True)
    assert "is locked; have it unlocked first" in replace(photo_editor(), old, new)
    assert photos_of(ReportPage.objects.get(pk=report.pk))[0] == "Old"
