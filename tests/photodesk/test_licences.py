"""A licence ends: the photo leaves every surface at its minute, and nobody is surprised."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.test import Client, override_settings
from django.utils import timezone
from wagtail.models import ReferenceIndex

from broadsheet.config import Config
from broadsheet.desk.models import Author, Photo, ReportPage
from broadsheet.photodesk.pull_lapsed import pull_lapsed
from broadsheet.photodesk.warn import warn
from broadsheet.press import printer
from broadsheet.press.models import Order
from broadsheet.readers.models import Account
from tests.make import make_photo, make_report, picture_bytes
from tests.press.test_press import print_all, site, snapshot

__all__ = ["site"]

CREDIT = b"LAPSED CREDIT"


def lapsing(**words: object) -> Photo:
    """A photo whose licence ends in an hour."""
    photo = make_photo(
        credit=CREDIT.decode(),
        title="Lapsing",
        licensed_until=timezone.now() + dt.timedelta(hours=1),
        file=ContentFile(picture_bytes(colour=200), name="lapsing.jpg"),
        **words,
    )
    assert not photo.is_withheld(now=timezone.now())
    return photo


def with_everything_of(photo: Photo) -> ReportPage:
    """A report that leads with it, shows it in its body and in two galleries."""
    other = make_photo()
    figure, stays = ({"photo": one.pk, "caption": ""} for one in (photo, other))
    report = make_report(headline="Shows it everywhere")
    report.lead_photo = photo
    report.body = json.dumps(
        [
            {"type": "paragraph", "value": "<p>The pier stands.</p>"},
            {"type": "photo", "value": figure},
            {"type": "gallery", "value": {"title": "Left over", "photos": [figure, stays]}},
            {"type": "gallery", "value": {"title": "Nothing left", "photos": [figure, figure]}},
        ]
    )
    report.save_revision().publish()
    note(report)
    return ReportPage.objects.get(pk=report.pk)


def note(report: ReportPage) -> None:
    """What a background task enters after a report was saved."""
    ReferenceIndex.create_or_update_for_object(report)


def holding(site: Path) -> set[str]:
    return {path for path, data in snapshot(site).items() if CREDIT in data}


def at(time: dt.datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the press print by another clock."""
    monkeypatch.setattr(printer.timezone, "now", lambda: time)


def test_a_lapsed_photo_leaves_every_surface_and_no_hole_behind(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = lapsing()
    report = with_everything_of(photo)
    Author.objects.update(portrait=photo)
    Author.objects.get().save()
    print_all()
    author = f"authors/{Author.objects.get().slug}/index.html"
    here = report.path_on_site.strip("/")
    before = holding(site)
    pictures = {path for path in before if path.startswith("photos/")}
    assert pictures
    assert before - pictures >= {
        *("index.html", "feed.xml", "latest/index.html", "national/index.html", author),
        *("national/feed.xml", f"{here}/index.html", f"{here}/print/index.html"),
    }
    then = photo.licensed_until
    at(then, monkeypatch)
    assert pull_lapsed(now=then) == 1
    print_all()
    after = snapshot(site)
    assert not holding(site)
    assert not pictures & after.keys()
    named = [path for path, data in after.items() if any(one.encode() in data for one in pictures)]
    assert not named
    page = after[f"{here}/index.html"].decode()
    assert "The pier stands." in page
    assert 'property="og:image"' in page  # of the photo that is left
    assert "report-lead" not in page
    assert "Left over" not in page  # one photo alone is no gallery
    assert "Nothing left" not in page
    assert page.count("OTTO RIIS") >= 1


@pytest.mark.usefixtures("newsroom")
def test_it_is_pulled_once_and_not_before_its_minute() -> None:
    photo = lapsing()
    then = photo.licensed_until
    Order.objects.all().delete()
    assert pull_lapsed(now=then - dt.timedelta(seconds=1)) == 0
    assert pull_lapsed(now=then) == 1
    assert [order.subject for order in Order.objects.all()] == [f"photo:{photo.pk}"]
    assert pull_lapsed(now=then + dt.timedelta(days=1)) == 0


def test_a_press_that_was_down_prints_nothing_of_it(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = lapsing()
    with_everything_of(photo)
    at(photo.licensed_until + dt.timedelta(days=3), monkeypatch)
    print_all()
    assert not holding(site)
    assert not any(path.startswith(f"photos/{photo.pk}-") for path in snapshot(site))


def test_a_licence_that_is_prolonged_brings_the_photo_back(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = lapsing()
    with_everything_of(photo)
    print_all()
    before = holding(site)
    then = photo.licensed_until
    at(then, monkeypatch)
    pull_lapsed(now=then)
    print_all()
    editor = Client(SERVER_NAME="127.0.0.1")
    editor.force_login(Account.objects.create_superuser("ida", password="a long password"))
    later = timezone.localtime(then) + dt.timedelta(days=30)
    answer = editor.post(
        f"/desk/images/{photo.pk}/",
        {
            **{name: getattr(photo, name) for name in ("title", "caption", "alt_text", "credit")},
            "collection": str(photo.collection_id),
            "licensed_until": f"{later:%Y-%m-%d %H:%M}",
        },
    )
    assert answer.status_code == 302
    print_all()
    assert {path for path in holding(site) if not path.startswith("photos/")} == {
        path for path in before if not path.startswith("photos/")
    }
    assert Photo.objects.get(pk=photo.pk).pulled_at is None


@pytest.fixture
def chief(newsroom: Config) -> Account:
    return Account.objects.create_superuser(
        "chief", password="a long password", email="chief@courier.example"
    )


@pytest.fixture
def post(newsroom: Config) -> Iterator[None]:
    """A newsroom that sends mail."""
    mailing = newsroom.mail.model_copy(update={"host": "127.0.0.1"})
    mail.outbox = []
    with override_settings(CONFIG=newsroom.model_copy(update={"mail": mailing})):
        yield


def a_week_before(photo: Photo) -> dt.datetime:
    return photo.licensed_until - dt.timedelta(days=7)


@pytest.mark.usefixtures("chief", "post")
@override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
def test_whoever_looks_after_photos_has_one_mail_a_week_ahead() -> None:
    photo = lapsing()
    report = with_everything_of(photo)
    soon = a_week_before(photo)
    assert warn(now=soon - dt.timedelta(seconds=1)) == 0
    assert warn(now=soon) == 1
    assert warn(now=soon + dt.timedelta(days=1)) == 0
    (told,) = mail.outbox
    assert told.to == ["chief@courier.example"]
    assert told.subject == "A photo leaves the paper within a week · The Test Courier"
    assert f"Lapsing ({CREDIT.decode()})" in told.body
    assert "KST" in told.body
    assert f"- {report.title}" in told.body
    assert f"/desk/photos/{photo.pk}/replace/" in told.body


@pytest.mark.usefixtures("chief", "post")
@override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
def test_nobody_is_told_of_a_photo_that_stands_nowhere() -> None:
    photo = lapsing()
    assert warn(now=a_week_before(photo)) == 0
    assert not mail.outbox


@pytest.mark.usefixtures("chief", "post")
@override_settings(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_PORT=9)
def test_a_mail_that_cannot_be_sent_is_tried_again() -> None:
    photo = lapsing()
    with_everything_of(photo)
    assert warn(now=a_week_before(photo)) == 0
    assert Photo.objects.get(pk=photo.pk).warned_at is None


def test_the_desk_shows_what_ends_to_those_who_look_after_photos(chief: Account) -> None:
    photo = lapsing()
    report = with_everything_of(photo)
    desk = Client(SERVER_NAME="127.0.0.1")
    desk.force_login(chief)
    page = desk.get("/desk/").content.decode()
    assert "Licences that end" in page
    assert f"/desk/photos/{photo.pk}/replace/" in page
    assert report.title in page
    Photo.objects.update(licensed_until=None)
    assert "Licences that end" not in desk.get("/desk/").content.decode()
