"""Nothing of a report under embargo is to be had before its minute, at whatever door one knocks."""

from __future__ import annotations

import datetime as dt
import gzip
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Revision

from broadsheet import story as s
from broadsheet.desk.models import FrontPage, ReportPage, SectionPage
from broadsheet.desk.models.report import RelatedReport
from broadsheet.desk.set_embargo import lift_embargo, set_embargo
from broadsheet.press.models import Order
from broadsheet.press.work import start, the_site
from broadsheet.timetable.keep_time import TimeKeeper
from tests.make import make_copy, make_photo, make_report, make_reports
from tests.press.test_press import print_all, site

__all__ = ["site"]

SECRET = "Quillstone"


@pytest.fixture
def report(site: Path) -> ReportPage:
    """Written, approved and named wherever a report can be named, and under embargo."""
    report = make_report(
        publish=False,
        headline=f"{SECRET} resigns",
        standfirst=f"{SECRET} told the council.",
        topics=("Resignations",),
        body=(s.Paragraph(s.Text(f"{SECRET} spoke of the pier that the council built.")),),
    )
    report.lead_photo = make_photo(title=SECRET, caption=f"{SECRET} on the stairs.")
    report.save_revision()
    other = make_report(headline="The pier that the council built")
    RelatedReport.objects.create(report=other, other=report)
    other.body.append(("paragraph", f'<p>See <a linktype="page" id="{report.pk}">this</a>.</p>'))
    other.body.append(("aside", {"title": "More", "reports": [report]}))
    other.save_revision().publish()
    make_report(headline="Auf Deutsch", language="de", publish=False)
    ReportPage.objects.filter(language="de").update(translation_of=report)
    front = FrontPage.objects.get()
    front.lead = report
    front.save_revision().publish()
    now = timezone.now()
    set_embargo(report, until=now + dt.timedelta(hours=1), terms="", by=None, now=now)
    # Renamed and moved, which leaves a signpost where a report is out.
    report = ReportPage.objects.get(pk=report.pk).get_latest_revision_as_object()
    report.slug = f"{SECRET.lower()}-goes"
    report.save_revision()
    report.save()
    sport = make_report(sections=("Sport",)).get_parent()
    report.move(sport, pos="last-child")
    report = ReportPage.objects.get(pk=report.pk)
    report.copy(update_attrs={"slug": f"{SECRET.lower()}-copy"}).get_latest_revision().publish()
    assert report.lead_photo
    report.create_alias(update_slug=f"{SECRET.lower()}-alias")
    report.get_latest_revision().publish()
    print_all()
    return ReportPage.objects.get(pk=report.pk)


def on_site(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file by its name, unpacked."""
    for file in site.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            unpack = {".br": brotli.decompress, ".gz": gzip.decompress}.get(file.suffix)
            yield str(file.relative_to(site)), unpack(data) if unpack else data


def traces(site: Path) -> set[str]:
    """Files that say anything of the report, by name or in their text."""
    word = SECRET.lower().encode()
    return {
        name
        for name, data in on_site(site)
        if SECRET.lower() in name.lower() or word in data.lower()
    }


def test_no_file_of_the_site_knows_of_it(site: Path, report: ReportPage) -> None:
    assert traces(site) == set()
    assert not list(site.rglob(f"*{report.lead_photo_id}-*.avif"))
    assert not (site / "topics/resignations").exists()


def test_no_printing_lets_it_out(site: Path, report: ReportPage) -> None:
    for subject in ("everything", f"report:{report.pk}", f"sound:{report.pk}", "front"):
        Order.place(subject, f"words:{report.pk}", "signposts", f"photo:{report.lead_photo_id}")
        print_all()
    start(the_site())
    print_all()
    assert traces(site) == set()


def test_no_address_gives_it_away(site: Path, report: ReportPage) -> None:
    client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=True)
    place = report.path_on_site
    photo = report.lead_photo
    for address in (
        place,
        f"{place}print/",
        f"{place}changes/",
        f"/talk/{report.pk}/",
        f"/talk/{report.pk}/mine.json",
        f"/threads/{report.pk}.html",
        f"/words/{report.pk}.json",
        f"/sound/{report.pk}.mp3",
        f"/search/?q={SECRET}",
        "/search/?q=resigns",
        f"/desk/media/{photo.file.name}",
        f"/desk/pages/{report.pk}/edit/",
        f"/desk/pages/{report.pk}/view_draft/",
        f"/desk/pages/{report.pk}/edit/preview/",
        f"/desk/pages/{report.pk}/revisions/{report.latest_revision_id}/view/",
        f"/desk/embargo/{report.pk}/",
        f"/desk/api/main/pages/{report.pk}/",
        "/desk/api/main/pages/?fields=*",
    ):
        answer = client.get(address)
        text = b"".join(answer) if answer.streaming else answer.content
        # The search says the word that was asked for, and nothing else.
        asked = SECRET.encode() if "?q=Quill" in address else b""
        assert SECRET.lower() not in text.replace(asked, b"").decode().lower(), address
        assert answer.status_code != 200 or "search" in address, address
    assert "resigns" not in client.get("/search/?q=council").content.decode()


def test_no_worker_lets_it_out_before_its_minute(site: Path, report: ReportPage) -> None:
    minute = (
        Revision.objects.for_instance(report)
        .get(approved_go_live_at__isnull=False)
        .approved_go_live_at
    )
    almost = minute - dt.timedelta(milliseconds=1)
    assert not TimeKeeper(clock=lambda: almost).turn()
    call_command("publish_scheduled", verbosity=0)
    print_all()
    assert traces(site) == set()


def test_a_worker_whose_clock_is_wrong_does_not_let_it_out(site: Path, report: ReportPage) -> None:
    tomorrow = timezone.now() + dt.timedelta(days=1)
    TimeKeeper(clock=lambda: tomorrow).turn()
    print_all()
    assert traces(site) == set()


def test_at_its_minute_it_is_everywhere_at_once(site: Path, report: ReportPage) -> None:
    lift_embargo(report, by=None, now=timezone.now())
    print_all()
    place = report.path_on_site.strip("/")
    known = traces(site)
    for name in (
        f"{place}/index.html",
        f"{place}/print/index.html",
        *("index.html", "feed.xml", "sport/index.html", "sitemap-1.xml"),
        "topics/resignations/index.html",
    ):
        assert name in known, name
    assert "resigns" in Client(SERVER_NAME="127.0.0.1").get("/search/?q=resigns").content.decode()


def test_a_report_that_was_out_and_is_held_now_leaves_nothing(site: Path) -> None:
    report = make_reports([make_copy(headline=f"{SECRET} resigns")])[0]
    print_all()
    assert traces(site)
    report.unpublish()
    now = timezone.now()
    report = ReportPage.objects.get(pk=report.pk)
    set_embargo(report, until=now + dt.timedelta(hours=1), terms="", by=None, now=now)
    report.get_latest_revision().publish()
    print_all()
    assert traces(site) == set()
    assert SectionPage.objects.live().exists()
