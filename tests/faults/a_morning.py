"""A paper in print, and what a desk does to it on one morning."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.test import Client

from broadsheet import story as s
from broadsheet.desk.models import Correction, Photo, ReportPage
from broadsheet.desk.set_embargo import set_embargo
from broadsheet.readers.models import Account
from tests.make import make_copy, make_photo, make_report, make_reports, picture_bytes
from tests.timetable.clock import let_pass, scheduled

# Of the report under embargo, of the one that was withdrawn and of why.
SECRET, WITHDRAWN, REASON = "Quillstone", "Mast falls", "Two of its sources were one person."


@dataclass(frozen=True, slots=True)
class Morning:
    """Reports in print, photos, and one draft for each of two that may not be."""

    desk: Client
    corrected: ReportPage
    withdrawn: ReportPage
    pictured: ReportPage
    photos: tuple[Photo, Photo]
    draft: ReportPage

    @property
    def changes(self) -> dict[str, Callable[[], object]]:
        return {
            "publish": self.publish,
            "correct": self.correct,
            "withdraw": self.withdraw,
            "swap": self.swap,
        }

    def publish(self) -> None:
        self.draft.get_latest_revision().publish()

    def correct(self) -> None:
        draft = self.corrected.get_latest_revision_as_object()
        at = dt.datetime(2026, 11, 5, tzinfo=dt.UTC)
        draft.corrections.add(Correction(text="It opened at ten.", corrected_at=at))
        draft.save_revision().publish()

    def withdraw(self) -> None:
        path = f"/desk/pages/{self.withdrawn.pk}/unpublish/"
        assert self.desk.post(path, {"reason": REASON}).status_code == 302

    def swap(self) -> None:
        old, new = self.photos
        answer = self.desk.post(f"/desk/photos/{old.pk}/replace/", {"photo": str(new.pk)})
        assert answer.status_code == 302


def make_morning(*, now: dt.datetime) -> Morning:
    desk = Client(SERVER_NAME="127.0.0.1")
    desk.force_login(Account.objects.create_superuser("ida", password="a long password"))
    # Each in a section of its own: only its own orders can bring its page up to date.
    corrected, withdrawn, pictured = make_reports(
        [
            _copy("Wool dearer", "Business"),
            _copy(WITHDRAWN, "Weather"),
            _copy("Council votes", "City"),
        ]
    )
    photos = (_photo("North pier", 60), _photo("South pier", 120))
    pictured.lead_photo = photos[0]
    pictured.save_revision().publish()
    under_embargo = make_report(publish=False, headline=f"{SECRET} resigns")
    set_embargo(under_embargo, until=now + dt.timedelta(days=9), terms="", by=None, now=now)
    under_embargo.get_latest_revision().publish()
    return Morning(
        desk=desk,
        corrected=ReportPage.objects.get(pk=corrected.pk),
        withdrawn=ReportPage.objects.get(pk=withdrawn.pk),
        pictured=ReportPage.objects.get(pk=pictured.pk),
        photos=photos,
        draft=make_report(publish=False, headline="News of the hour"),
    )


def make_due() -> ReportPage:
    """A report whose minute came while nobody worked."""
    report = scheduled(make_report(publish=False, headline="Ferry sails at nine"))
    let_pass(report, minutes=10.5)
    return ReportPage.objects.get(pk=report.pk)


def _copy(headline: str, section: str) -> object:
    body = (s.Paragraph(s.Text(f"{headline}, said whoever stood on the stairs.")),)
    return make_copy(
        headline=headline, standfirst="", sections=(section,), topics=(), byline=(), body=body
    )


def _photo(title: str, colour: int) -> Photo:
    picture = picture_bytes(size=(420, 280), colour=colour)
    return make_photo(title=title, file=ContentFile(picture, name=f"{colour}.jpg"))
