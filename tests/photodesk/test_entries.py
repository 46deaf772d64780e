"""The photos of a live report's entries: the same rules, the same gate, the same people."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.fit_to_print import NotFitError
from broadsheet.desk.models import LiveEntry, LiveReport, OneUse, Photo, ReportPage
from broadsheet.live.change import take_down
from broadsheet.live.touch import touch
from broadsheet.photodesk.photos_form import PhotosForm
from broadsheet.photodesk.pull_lapsed import pull_lapsed
from tests.live.making import client_of, make_editor, make_live
from tests.make import make_person, make_photo, make_report
from tests.photodesk.test_licences import CREDIT, at, holding, lapsing
from tests.press.test_press import page_of, print_all, site, snapshot

__all__ = ["site"]


@pytest.fixture
def live(newsroom: Config) -> LiveReport:
    return make_live()


@pytest.fixture
def photo_editor(newsroom: Config) -> Client:
    return client_of(make_person("photos"))


def showing(live: LiveReport, photo: Photo, text: str = "The mole.") -> LiveEntry:
    with transaction.atomic():
        at = touch(live.pk, now=timezone.now())
        return LiveEntry.objects.create(
            live=live, key=uuid.uuid4(), text=text, photo=photo, posted_at=at, changed_at=at
        )


def replace(client: Client, old: Photo, new: Photo) -> str:
    to = f"/desk/photos/{old.pk}/replace/"
    return client.post(to, {"photo": str(new.pk)}, follow=True).content.decode()


def hang(client: Client, live: LiveReport, **places: object) -> str:
    """What the page of the report's photos says when this is handed in there."""
    address = f"/desk/photos/in/{live.pk}/"
    report = ReportPage.objects.get(pk=live.pk)
    shown = report.get_latest_revision_as_object() if report.latest_revision else report
    fields = PhotosForm(shown, Photo.objects.all()).fields
    sent = {name: "" if one.initial is None else one.initial for name, one in fields.items()}
    return client.post(address, sent | places, follow=True).content.decode()


def test_a_licence_that_ends_takes_the_photo_from_its_entry_on_every_surface(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo, live = lapsing(), make_live()
    alone, told = showing(live, photo, ""), showing(live, photo, "The mole at six.")
    print_all()
    page = page_of(site, live.report)
    own, file = live.report.path_on_site.strip("/"), f"live-updates/{live.pk}.json"
    before = {path for path in holding(site) if not path.startswith("photos/")}
    assert {f"{own}/index.html", f"{own}/print/index.html", file} <= before
    assert f'id="{alone.place}"' in page.read_text()
    known = json.loads((site / file).read_text())["at"]

    then = photo.licensed_until
    at(then, monkeypatch)
    assert pull_lapsed(now=then) == 1
    print_all()
    assert not holding(site)
    assert not [path for path in snapshot(site) if path.startswith(f"photos/{photo.pk}-")]
    assert "The mole at six." in page.read_text()
    assert f'id="{alone.place}"' not in page.read_text(), "there is nothing left of it to show"
    news = json.loads((site / file).read_text())
    assert news["at"] > known, "pages that are open are told"
    html = {one["place"]: one["html"] for one in news["entries"]}
    assert html[alone.place] == ""
    assert 'class="photo' not in html[told.place]
    assert "The mole at six." in html[told.place]


def test_what_has_no_credit_any_more_is_shown_by_no_entry(site: Path) -> None:
    live = make_live()
    photo = make_photo(credit=CREDIT.decode())
    showing(live, photo)
    print_all()
    assert holding(site)
    # By another way than its form, which would not let it go.
    photo.credit = ""
    photo.save()
    print_all()
    assert not holding(site)
    assert not [path for path in snapshot(site) if path.startswith(f"photos/{photo.pk}-")]


def test_a_credit_that_is_changed_once_is_changed_in_the_entry(site: Path) -> None:
    live, photo = make_live(), make_photo()
    showing(live, photo)
    print_all()
    photo.credit = CREDIT.decode()
    photo.save()
    print_all()
    assert CREDIT.decode() in page_of(site, live.report).read_text()


def test_a_photo_that_an_entry_shows_cannot_lose_its_credit(
    live: LiveReport, photo_editor: Client
) -> None:
    photo = make_photo()
    showing(live, photo)
    sent = {"title": "A pier", "alt_text": "A pier.", "credit": "", "collection": 1}
    said = photo_editor.post(f"/desk/images/{photo.pk}/", sent).content.decode()
    assert "shows this photo to readers; it needs a credit" in said


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ({"credit": ""}, "has no credit"),
        ({"alt_text": ""}, "has no alt text"),
        ({"licensed_until": timezone.now() - dt.timedelta(days=1)}, "is licensed until"),
    ],
)
@pytest.mark.usefixtures("newsroom")
def test_a_report_whose_entry_shows_what_may_not_go_out_does_not(
    words: dict[str, Any], fault: str
) -> None:
    report = make_report(publish=False)
    entry = showing(make_live(report), make_photo(**words))
    report = ReportPage.objects.get(pk=report.pk)
    with pytest.raises(NotFitError, match=fault) as raised:
        report.save_revision().publish()
    assert "The photo of the entry of " in raised.value.sentence
    take_down(entry, reason="", now=timezone.now())
    ReportPage.objects.get(pk=report.pk).get_latest_revision().publish()
    assert ReportPage.objects.get(pk=report.pk).live


def test_another_photo_is_put_under_every_entry_and_no_version_is_made(
    live: LiveReport, photo_editor: Client
) -> None:
    old, new = make_photo(title="Old"), make_photo(title="New")
    entries = [showing(live, old), showing(live, old)]
    gone = showing(live, old)
    take_down(gone, reason="", now=timezone.now())
    before = ReportPage.objects.get(pk=live.pk).latest_revision
    page = replace(photo_editor, old, new)
    assert "“New” stands in 1 place now." in page
    for entry in entries:
        was = entry.changed_at
        entry.refresh_from_db()
        assert (entry.photo, entry.edited_at) == (new, None)
        assert entry.changed_at > was
    gone.refresh_from_db()
    assert gone.photo == old
    assert ReportPage.objects.get(pk=live.pk).latest_revision == before


def test_what_must_not_go_out_is_put_under_no_entry(live: LiveReport, photo_editor: Client) -> None:
    old, bare = make_photo(), make_photo(title="Bare", credit="")
    entry = showing(live, old)
    assert "“Bare”, has no credit" in replace(photo_editor, old, bare)
    assert "“Bare”, has no credit" in hang(photo_editor, live, **{f"{entry.place}-photo": bare.pk})
    entry.refresh_from_db()
    assert entry.photo == old


def test_the_photo_desk_hangs_another_under_one_entry_or_takes_it_off(
    live: LiveReport, photo_editor: Client
) -> None:
    old, new = make_photo(title="Old"), make_photo(title="New")
    first, second, alone = showing(live, old), showing(live, old), showing(live, old, "")
    page = photo_editor.get(f"/desk/photos/in/{live.pk}/").content.decode()
    assert f'name="{first.place}-photo"' in page
    assert f'name="{first.place}-caption"' not in page
    hang(photo_editor, live, **{f"{first.place}-photo": new.pk, f"{second.place}-photo": ""})
    for entry in (first, second):
        entry.refresh_from_db()
    assert (first.photo, second.photo) == (new, None)
    hang(photo_editor, live, **{f"{alone.place}-photo": ""})
    alone.refresh_from_db()
    assert alone.photo == old, "without it nothing would be left of the entry"


def test_whoever_was_slower_takes_no_photo_off_an_entry_that_came_meanwhile(
    live: LiveReport, photo_editor: Client
) -> None:
    old, new = make_photo(), make_photo()
    first = showing(live, old)
    seen = (
        PhotosForm(ReportPage.objects.get(pk=live.pk), Photo.objects.all()).fields["seen"].initial
    )
    second = showing(live, old)
    sent = {f"{first.place}-photo": new.pk, f"{second.place}-photo": "", "seen": seen}
    assert "Nothing is overwritten" in hang(photo_editor, live, **sent)
    for entry in (first, second):
        entry.refresh_from_db()
        assert entry.photo == old


def test_a_photo_for_one_use_is_used_up_by_an_entry(live: LiveReport, photo_editor: Client) -> None:
    old, once = make_photo(), make_photo(title="Once", is_for_one_use=True)
    replace(photo_editor, old, once)
    showing(live, old)
    replace(photo_editor, old, once)
    assert OneUse.objects.get(photo=once).report_id == live.pk
    other = make_live(make_report())
    again = make_photo()
    entry = showing(other, again)
    assert "is for one use and was printed with" in replace(photo_editor, again, once)
    entry.refresh_from_db()
    assert entry.photo == again


def test_a_report_that_is_set_to_go_out_is_left_as_it_is(
    newsroom: Config, photo_editor: Client
) -> None:
    old, new = make_photo(), make_photo()
    report = make_report(publish=False)
    entry = showing(make_live(report), old)
    report = ReportPage.objects.get(pk=report.pk)
    report.go_live_at = timezone.now() + dt.timedelta(days=1)
    report.save_revision().publish()
    assert "is set to go out as it is" in replace(photo_editor, old, new)
    entry.refresh_from_db()
    assert entry.photo == old


def test_whoever_may_change_an_entry_takes_its_photo_off_and_readers_are_told(
    live: LiveReport,
) -> None:
    entry = showing(live, make_photo())
    client = client_of(make_editor("hanna"))
    address = f"/desk/live/{live.pk}/entries/{entry.pk}/"
    assert "Take its photo off" in client.get(address).content.decode()
    sent = {"headline": "", "text": entry.text, "correction": ""}
    client.post(address, sent)
    entry.refresh_from_db()
    assert entry.photo is not None
    assert client.post(address, {**sent, "text": "", "without_photo": "on"}).status_code == 422
    client.post(address, {**sent, "without_photo": "on"})
    entry.refresh_from_db()
    assert entry.photo is None
    assert entry.edited_at is not None
