"""A report that is taken out with a reason says so at its address and in its feeds."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage, Withdrawal
from broadsheet.readers.models import Account
from tests.make import make_report
from tests.press.test_press import print_all, site

__all__ = ["site"]

REASON = "Two of its sources were one person. Write to desk@courier.example."


@pytest.fixture
def editor(newsroom: Config) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.create_superuser("ida", password="a long password"))
    return client


def unpublish(editor: Client, report: ReportPage, **posted: str) -> None:
    answer = editor.post(f"/desk/pages/{report.pk}/unpublish/", posted)
    assert answer.status_code == 302
    print_all()


def test_the_editor_is_asked_why(site: Path, editor: Client) -> None:
    report = make_report()
    asked = editor.get(f"/desk/pages/{report.pk}/unpublish/").content.decode()
    assert 'name="reason"' in asked
    section = report.get_parent()
    assert (
        'name="reason"' not in editor.get(f"/desk/pages/{section.pk}/unpublish/").content.decode()
    )


def test_a_report_withdrawn_before_it_was_printed_leaves_its_reason_too(
    site: Path, editor: Client
) -> None:
    report = make_report(headline="The mast falls")
    unpublish(editor, report, reason=REASON)
    folder = site / report.path_on_site.strip("/")
    assert [file.name for file in folder.iterdir() if file.suffix == ".html"] == ["gone.html"]
    assert "Two of its sources were one person." in (folder / "gone.html").read_text()


def test_a_withdrawn_report_leaves_its_reason_at_its_address_and_in_its_feeds(
    site: Path, editor: Client
) -> None:
    report = make_report(headline="The mast falls", topics=("Masts",))
    other = make_report(headline="The pier opens", sections=("Sport",))
    print_all()
    folder = site / report.path_on_site.strip("/")
    unpublish(editor, report, reason=REASON)
    assert not (folder / "index.html").exists()
    gone = (folder / "gone.html").read_text()
    assert "The mast falls" in gone
    assert "Two of its sources were one person." in gone
    for feed in ("feed.xml", "national/harbour/feed.xml"):
        told = (site / feed).read_text()
        assert "<title>Withdrawn: The mast falls</title>" in told
        assert "Two of its sources were one person." in told
        assert report.path_on_site in told
    assert "The mast falls" not in (site / "sport/feed.xml").read_text()
    assert report.path_on_site not in (site / "sitemap-1.xml").read_text()
    texts = (file.read_bytes() for file in site.rglob("*") if file.suffix in {".html", ".xml"})
    assert not any(b"desk@courier.example" in text for text in texts)
    assert other.path_on_site in (site / "feed.xml").read_text()


def test_without_a_reason_nothing_is_left(site: Path, editor: Client) -> None:
    report = make_report(headline="The mast falls")
    print_all()
    unpublish(editor, report, reason="  ")
    assert not (site / report.path_on_site.strip("/")).exists()
    assert "The mast falls" not in (site / "feed.xml").read_text()


def test_a_report_that_comes_back_is_withdrawn_no_more(site: Path, editor: Client) -> None:
    report = make_report(headline="The mast falls")
    print_all()
    unpublish(editor, report, reason=REASON)
    ReportPage.objects.get(pk=report.pk).get_latest_revision().publish()
    print_all()
    folder = site / report.path_on_site.strip("/")
    assert (folder / "index.html").exists()
    assert not (folder / "gone.html").exists()
    assert not Withdrawal.objects.exists()
    assert "Withdrawn" not in (site / "feed.xml").read_text()


def test_a_withdrawn_report_that_is_set_for_later_is_withdrawn_until_then(
    site: Path, editor: Client
) -> None:
    report = make_report()
    print_all()
    unpublish(editor, report, reason=REASON)
    report = ReportPage.objects.get(pk=report.pk)
    report.go_live_at = timezone.now() + dt.timedelta(hours=1)
    report.save_revision().publish()
    print_all()
    assert REASON[:20] in (site / report.path_on_site.strip("/") / "gone.html").read_text()


def test_an_alias_of_a_report_leaves_the_site_with_it(site: Path, editor: Client) -> None:
    report = make_report()
    alias = report.create_alias(update_slug="the-same-here")
    print_all()
    page = site / alias.path_on_site.strip("/") / "index.html"
    assert page.exists()
    unpublish(editor, report)
    assert not page.exists()
