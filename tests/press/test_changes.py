"""Readers see what changed in substance, and when; a typo is mended without a note."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from lxml import html

from broadsheet.desk.models import Correction, PastVersion, ReportPage
from tests.make import make_report
from tests.press.test_press import print_all, site

__all__ = ["site"]


def publish(report: ReportPage, **changes: object) -> None:
    draft = ReportPage.objects.get(pk=report.pk).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    print_all()


def shown(site: Path, report: ReportPage) -> list[str]:
    page = html.fromstring(
        (site / report.path_on_site.strip("/") / "changes/index.html").read_text()
    )
    for unseen in page.xpath("//*[@class='unseen']"):
        unseen.drop_tree()
    return [
        html.tostring(one, encoding="unicode", with_tail=False)
        for one in page.xpath("//*[@class='change']/p")
    ]


def test_a_change_of_substance_is_shown_and_a_typo_only_with_the_next_one(site: Path) -> None:
    report = make_report(standfirst="The peir has 41 lamps.")
    print_all()
    folder = site / report.path_on_site.strip("/")
    publish(report, standfirst="The pier has 41 lamps.")
    assert not (folder / "changes").exists()
    first = dt.datetime(2031, 5, 5, 12, tzinfo=dt.UTC)
    publish(report, standfirst="The pier has 14 lamps.", updated_at=first)
    assert shown(site, report) == ["<p>The pier has <del>41</del><ins>14</ins> lamps.</p>"]
    assert "What changed" in (folder / "index.html").read_text()
    publish(report, standfirst="The pier has 14 new lamps.", updated_at=first + dt.timedelta(1))
    assert shown(site, report) == [
        "<p>The pier has 14 <ins>new </ins>lamps.</p>",
        "<p>The pier has <del>41</del><ins>14</ins> lamps.</p>",
    ]
    assert PastVersion.objects.count() == 2


def test_a_correction_alone_says_that_the_words_stayed(site: Path) -> None:
    report = make_report()
    publish(report, corrections=[Correction(text="It was ten.")])
    assert shown(site, report) == ["<p>The words of the report stayed as they were.</p>"]
