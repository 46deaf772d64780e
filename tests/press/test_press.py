"""The press follows the desk: what is published stands as files, and what is not does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from broadsheet.config import Config
from broadsheet.desk.models import (
    Author,
    FrontPage,
    Masthead,
    ReportPage,
    SectionPage,
    Topic,
)
from broadsheet.paper.assets import assets
from broadsheet.press.models import Order, Output, SiteFile, Urgency
from broadsheet.press.work import press_until_done, start, the_site
from tests.make import make_copy, make_photo, make_report, make_reports


@pytest.fixture
def site(newsroom: Config) -> Path:
    start(the_site())
    print_all()
    return newsroom.site


def print_all() -> None:
    press_until_done(urgency=Urgency.REBUILD)
    assert not Order.objects.exists()
    assert list(Output.objects.exclude(trouble="").values_list("key", "trouble")) == []


def page_of(site: Path, report: ReportPage) -> Path:
    return site / report.path_on_site.strip("/") / "index.html"


def snapshot(site: Path) -> dict[str, bytes]:
    files = (file for file in site.rglob("*") if file.is_file())
    return {str(file.relative_to(site)): file.read_bytes() for file in files}


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    paths = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    return {path for path in paths if not path.endswith((".br", ".gz"))}


def test_a_published_report_becomes_a_page_with_its_variants(site: Path) -> None:
    report = make_report(headline="Pier opens")
    print_all()
    page = page_of(site, report)
    assert "Pier opens" in page.read_text()
    assert page.with_name("index.html.br").exists()
    assert page.with_name("index.html.gz").exists()
    assert (page.parent / "print/index.html").exists()


def test_a_draft_is_nowhere_on_the_site(site: Path) -> None:
    make_report(publish=False, headline="Unfinished business of the harbour")
    print_all()
    assert not any(b"Unfinished business" in data for data in snapshot(site).values())


def test_a_published_report_touches_its_page_and_lists_and_no_other_report(site: Path) -> None:
    make_reports([make_copy(sections=("Sport",), topics=(), byline=()) for _ in range(3)])
    first = make_report()
    print_all()
    before = snapshot(site)
    second = make_report(
        headline="A wholly other matter: ferries", standfirst="", topics=("Ferries",)
    )
    print_all()
    touched = changed(before, snapshot(site))
    assert f"{second.path_on_site.strip('/')}/index.html" in touched
    assert {"index.html", "national/index.html", "national/harbour/feed.xml"} <= touched
    assert f"{first.path_on_site.strip('/')}/index.html" not in touched
    assert not [path for path in touched if path.startswith("sport/")]


def test_what_is_unpublished_is_gone_from_every_file(site: Path) -> None:
    report = make_report(headline="A report to be withdrawn")
    make_reports([make_copy() for _ in range(3)])
    print_all()
    assert any(b"to be withdrawn" in data for data in snapshot(site).values())
    report.unpublish()
    print_all()
    assert not any(b"to be withdrawn" in data for data in snapshot(site).values())
    assert not page_of(site, report).parent.exists()


def test_what_is_deleted_is_gone_from_every_file(site: Path) -> None:
    report = make_report(headline="A report to be deleted")
    print_all()
    report.delete()
    print_all()
    assert not any(b"to be deleted" in data for data in snapshot(site).values())


def test_a_renamed_report_leaves_a_signpost(site: Path) -> None:
    report = make_report(headline="Old name")
    print_all()
    report.slug = "new-name"
    report.save()
    print_all()
    assert (
        "/national/harbour/new-name/" in (site / "national/harbour/old-name/index.html").read_text()
    )
    assert (
        '"/national/harbour/old-name/" "/national/harbour/new-name/";'
        in (site / "moved.map").read_text()
    )
    assert "Old name" in (site / "national/harbour/new-name/index.html").read_text()


def test_a_moved_report_changes_section_and_leaves_a_signpost(site: Path) -> None:
    report = make_report(headline="Moves away")
    make_report(sections=("Sport",))
    print_all()
    report.move(SectionPage.objects.get(title="Sport"), pos="last-child")
    print_all()
    assert "Moves away" in (site / "sport/moves-away/index.html").read_text()
    assert "Moves away" in (site / "sport/index.html").read_text()
    assert "Moves away" not in (site / "national/index.html").read_text()
    assert "/sport/moves-away/" in (site / "national/harbour/moves-away/index.html").read_text()


def test_a_new_report_at_an_old_address_wins_over_the_signpost(site: Path) -> None:
    report = make_report(headline="Same name")
    print_all()
    report.slug = "another-name"
    report.save()
    print_all()
    make_report(headline="Same name", standfirst="The second of that name.")
    print_all()
    assert (
        "The second of that name." in (site / "national/harbour/same-name/index.html").read_text()
    )
    assert "same-name/" not in (site / "moved.map").read_text()


def test_a_renamed_section_takes_its_reports_along(site: Path) -> None:
    report = make_report(headline="Stays put")
    print_all()
    section = SectionPage.objects.get(title="Harbour")
    section.title, section.slug = "Port", "port"
    section.save_revision().publish()
    print_all()
    assert "Port" in (site / "national/port/stays-put/index.html").read_text()
    assert not (site / "national/harbour/index.html").read_text().count("Stays put")
    assert page_of(site, report).read_text().count("/national/port/stays-put/")


def test_a_changed_credit_is_changed_wherever_the_photo_shows(site: Path) -> None:
    photo = make_photo(credit="WRONG NAME")
    report = make_report()
    report.lead_photo = photo
    report.save_revision().publish()
    print_all()
    holding = {path for path, data in snapshot(site).items() if b"WRONG NAME" in data}
    pictures = {path for path in holding if path.startswith("photos/")}
    assert {"index.html", "national/index.html", "feed.xml"} <= holding
    assert pictures == {f"photos/{path.name}" for path in (site / "photos").iterdir()}
    photo.credit = "RIGHT NAME"
    photo.save()
    print_all()
    after = snapshot(site)
    assert not any(b"WRONG NAME" in data for data in after.values())
    assert all(b"RIGHT NAME" in after[path] for path in holding - pictures)
    # Browsers keep a picture for a year, so that another one has another name.
    again = {path for path in after if path.startswith("photos/")}
    assert len(again) == len(pictures)
    assert not again & pictures
    assert all(b"RIGHT NAME" in after[path] for path in again)


def test_a_photo_that_no_page_shows_is_taken_off_the_site(site: Path) -> None:
    report = make_report()
    report.lead_photo = make_photo()
    report.save_revision().publish()
    print_all()
    assert any((site / "photos").iterdir())
    report.lead_photo = None
    report.save_revision().publish()
    print_all()
    assert not (site / "photos").exists()


def test_a_changed_name_of_the_paper_is_on_every_page(site: Path) -> None:
    report = make_report()
    print_all()
    masthead = Masthead.objects.get()
    masthead.name = "The Evening Herald"
    masthead.save()
    print_all()
    for page in (site / "index.html", site / "404.html", page_of(site, report)):
        assert "The Evening Herald" in page.read_text()
        assert "The Test Courier" not in page.read_text()


def test_a_changed_author_is_changed_on_every_report(site: Path) -> None:
    report = make_report()
    print_all()
    author = Author.objects.get(name="Ida Brandt")
    author.name = "Ida Brandt-Holm"
    author.save()
    print_all()
    assert "Ida Brandt-Holm" in page_of(site, report).read_text()
    assert "Ida Brandt-Holm" in (site / "authors/ida-brandt/index.html").read_text()


def test_a_topic_that_no_report_carries_has_no_page(site: Path) -> None:
    report = make_report()
    print_all()
    assert (site / "topics/piers/index.html").exists()
    report.topics.clear()
    report.save_revision().publish()
    print_all()
    assert Topic.objects.filter(slug="piers").exists()
    assert not (site / "topics/piers").exists()


def test_an_expired_report_is_gone(site: Path) -> None:
    from django.core.management import call_command
    from django.utils import timezone

    report = make_report(headline="Only for a day")
    print_all()
    report.expire_at = timezone.now() - dt.timedelta(minutes=1)
    report.save_revision().publish()
    call_command("publish_scheduled", verbosity=0)
    print_all()
    assert not page_of(site, report).exists()


def test_the_editors_lead_leads(site: Path) -> None:
    reports = make_reports([make_copy() for _ in range(3)])
    front = FrontPage.objects.get()
    front.lead = reports[0]
    front.save_revision().publish()
    print_all()
    text = (site / "index.html").read_text()
    assert text.index(reports[0].title) < text.index(reports[2].title)


def test_older_list_pages_stay_as_they_are(site: Path, newsroom: Config) -> None:
    length = newsroom.press.list_length
    make_reports([make_copy() for _ in range(length * 3)])
    print_all()
    before = snapshot(site)
    older = {path: data for path, data in before.items() if "/page/" in path}
    assert (
        len([path for path in older if path.startswith("latest/") and path.endswith("html")]) == 4
    )
    for _ in range(3):
        make_report()
        print_all()
        after = snapshot(site)
        assert {path: after[path] for path in older} == older


def test_a_full_page_is_added_and_the_one_before_it_stays(site: Path, newsroom: Config) -> None:
    length = newsroom.press.list_length
    make_reports([make_copy() for _ in range(length * 2 - 1)])
    print_all()
    first = (site / "latest/page/1/index.html").read_bytes()
    assert "moved" not in str(first)
    newest = make_report(headline="The one that fills the page")
    print_all()
    assert (site / "latest/page/1/index.html").read_bytes() == first
    assert newest.title in (site / "latest/page/2/index.html").read_text()


def test_printing_again_writes_nothing(site: Path) -> None:
    make_reports([make_copy() for _ in range(5)])
    print_all()
    times = {file: file.stat().st_mtime_ns for file in site.rglob("*") if file.is_file()}
    Order.place("everything")
    print_all()
    assert {file: file.stat().st_mtime_ns for file in site.rglob("*") if file.is_file()} == times


def test_a_file_that_somebody_deleted_is_written_again(site: Path) -> None:
    report = make_report()
    print_all()
    page_of(site, report).unlink()
    Order.place(f"report:{report.pk}")
    print_all()
    assert page_of(site, report).exists()


def test_the_books_name_every_file_on_the_site(site: Path) -> None:
    report = make_report()
    report.lead_photo = make_photo()
    report.save_revision().publish()
    make_reports([make_copy() for _ in range(60)])
    print_all()
    on_disk = {path for path in snapshot(site) if not path.endswith((".br", ".gz"))}
    assert on_disk == set(SiteFile.objects.values_list("path", flat=True))


def test_saving_a_draft_of_a_published_report_changes_nothing_on_the_site(site: Path) -> None:
    report = make_report()
    print_all()
    before = snapshot(site)
    report.title = "A headline in the making"
    report.save_revision()
    print_all()
    assert snapshot(site) == before


def test_a_related_report_follows_its_headline(site: Path) -> None:
    first = make_report(headline="Ferry company buys two boats", topics=("Ferries",))
    second = make_report(headline="Ferry company sells two boats", topics=("Ferries",))
    print_all()
    assert first.title in page_of(site, second).read_text()
    first.title = "Ferry company buys three boats"
    first.save_revision().publish()
    print_all()
    assert "buys three boats" in page_of(site, second).read_text()


def test_styles_stay_as_long_as_a_page_may_name_them(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_report()
    print_all()
    before = {path for path in snapshot(site) if path.startswith("assets/")}
    old = next(asset for asset in assets() if asset.path.endswith(".css"))
    new = replace(old, path=old.path.replace(".css", "-new.css"), body=old.body + b"p{color:red}")
    others = tuple(asset for asset in assets() if asset is not old)
    monkeypatch.setattr("broadsheet.press.recipes.furniture.assets", lambda: (*others, new))
    Output.objects.update(is_stale=True)
    print_all()
    after = {path for path in snapshot(site) if path.startswith("assets/")}
    assert after - before >= {new.path.lstrip("/")}
    assert before <= after
    Output.objects.filter(key="assets").update(is_stale=True)
    print_all()
    assert old.path.lstrip("/") not in snapshot(site)
    assert not SiteFile.objects.filter(path=old.path.lstrip("/")).exists()
