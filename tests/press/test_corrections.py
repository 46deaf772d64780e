"""What the paper said of its reports afterwards stands together on pages of its own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from lxml import html

from broadsheet.desk.models import Correction, ReportPage
from tests.make import make_report
from tests.press.test_press import print_all, site

__all__ = ["site"]


def correct(report: ReportPage, text: str, at: dt.datetime) -> None:
    draft = ReportPage.objects.get(pk=report.pk).get_latest_revision_as_object()
    draft.corrections.add(Correction(text=text, corrected_at=at))
    draft.save_revision().publish()
    print_all()


def listed(site: Path, name: str = "") -> list[tuple[str, str]]:
    page = site / "corrected" / name / "index.html"
    items = html.fromstring(page.read_text()).xpath("//*[@class='corrected-list']/li")
    return [(one.xpath("string(p[2])"), one.xpath("string(.//a/@href)")) for one in items]


def test_a_paper_that_never_erred_says_so(site: Path) -> None:
    assert "Nothing has been corrected yet" in (site / "corrected/index.html").read_text()


def test_each_correction_is_listed_with_its_report_under_its_year_until_the_report_goes(
    site: Path,
) -> None:
    pier, mast = make_report(headline="The pier opens"), make_report(headline="The mast falls")
    correct(pier, "It opened at ten.", dt.datetime(2031, 5, 5, 12, tzinfo=dt.UTC))
    correct(mast, "It fell at nine.", dt.datetime(2032, 1, 2, 3, tzinfo=dt.UTC))
    assert listed(site) == [
        ("It fell at nine.", mast.path_on_site),
        ("It opened at ten.", pier.path_on_site),
    ]
    assert listed(site, "2031") == [("It opened at ten.", pier.path_on_site)]
    feed = (site / "feed.xml").read_text()
    assert "Correction, 2031-05-05:" in feed
    assert "It fell at nine." in feed
    ReportPage.objects.get(pk=pier.pk).unpublish()
    print_all()
    assert listed(site) == [("It fell at nine.", mast.path_on_site)]
    assert not (site / "corrected/2031").exists()
