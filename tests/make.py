"""What tests of the desk and the press are made of, each with a sensible default."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from broadsheet import story as s
from broadsheet.desk.intake import Filing, take_in
from broadsheet.desk.models import Photo, ReportPage, Role
from broadsheet.readers.models import Account
from broadsheet.wire.copy import Copy, Writer

SEOUL = dt.timezone(dt.timedelta(hours=9))
_number = iter(range(1, 1_000_000))


def make_copy(**changes: Any) -> Copy:
    number = next(_number)
    published = dt.datetime(2026, 11, 2, 6, 0, tzinfo=SEOUL) + dt.timedelta(seconds=number)
    words = {
        "headline": f"Council votes on pier number {number}",
        "shape": "text",
        "digest": hashlib.sha256(str(number).encode()).hexdigest(),
        "account": (),
        "standfirst": "The vote came after midnight.",
        "byline": (Writer(name="Ida Brandt"),),
        "sections": ("National", "Harbour"),
        "body": (
            s.Paragraph(s.Text("The council voted on Tuesday to build the pier.")),
            s.Paragraph(s.Text("“It is time,” said the harbour master, who had waited for years.")),
        ),
        "topics": ("Piers",),
        "published_on": published.date(),
        "published_time": published.time(),
    }
    return Copy(**{**words, **changes})


def make_report(*, publish: bool = True, **changes: Any) -> ReportPage:
    """A report that came in by the wire, published unless told otherwise."""
    return make_reports([make_copy(**changes)], publish=publish)[0]


def make_reports(copies: list[Copy], *, publish: bool = True) -> list[ReportPage]:
    filings = [Filing(copy, Path("copy.txt")) for copy in copies]
    # Copy of a day that is to come would wait for it, whatever day this runs on.
    now = max(timezone.now(), dt.datetime(2026, 11, 3, tzinfo=SEOUL))
    taken = take_in(filings, now=now, zone=SEOUL, publish=publish)
    return [ReportPage.objects.get(pk=one.report.pk) for one in taken]


def make_person(kind: str, name: str = "", *, section: str = "") -> Account:
    """Somebody with that role; a desk editor of the section so called, or else of the first."""
    person = Account.objects.create_user(username=name or kind, password="correct-horse-4")
    roles = Role.objects.filter(kind=kind).order_by("pk")
    role = roles.filter(section__title=section).get() if section else roles[0]
    assert role.group
    person.groups.add(role.group)
    return Account.objects.get(pk=person.pk)


def picture_bytes(*, size: tuple[int, int] = (1800, 1200), colour: int = 90) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (colour, 120, 150)).save(out, "JPEG")
    return out.getvalue()


def make_photo(**changes: Any) -> Photo:
    words = {
        "title": "A pier",
        "caption": "The north pier at low tide.",
        "alt_text": "A long pier of stone.",
        "credit": "OTTO RIIS",
        "rights": "© The Test Courier",
        "file": ContentFile(picture_bytes(), name="pier.jpg"),
    }
    photo = Photo(**{**words, **changes})
    photo.save()
    return photo
