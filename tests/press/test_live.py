"""A live report on the site: its page, the file that open pages ask for, and what stays quiet."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import LiveReport
from broadsheet.live.change import change, pin, take_down
from broadsheet.live.run import reopen, wrap
from broadsheet.press.work import start, the_site
from broadsheet.readers.models import Account
from broadsheet.studio.models import Recording
from tests.live.making import make_editor, make_entry, make_live
from tests.make import make_copy, make_photo, make_report, make_reports
from tests.press.test_press import changed, page_of, print_all, snapshot


@pytest.fixture
def site(newsroom: Config) -> Path:
    start(the_site())
    print_all()
    return newsroom.site


@pytest.fixture
def editor(site: Path) -> Account:
    return make_editor()


def file_of(site: Path, live: LiveReport) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((site / f"live-updates/{live.pk}.json").read_text())
    return told


def test_an_entry_is_on_the_page_and_in_the_file(site: Path, editor: Account) -> None:
    live = make_live()
    entry = make_entry(live, "The **first** boat is out.\n\n> It is time.\n> — The mayor", editor)
    print_all()
    page = page_of(site, live.report).read_text()
    assert "The <strong>first</strong> boat is out." in page
    assert f'id="{entry.place}"' in page
    assert '<p class="live-label">Live</p>' in page
    told = file_of(site, live)
    assert told["running"] is True
    assert "first</strong> boat" in told["entries"][0]["html"]
    assert "The mayor" in told["entries"][0]["html"]
    assert told["since"] == ""


def test_an_entry_touches_what_shows_it_and_no_list(site: Path, editor: Account) -> None:
    make_reports([make_copy() for _ in range(3)])
    live = make_live()
    make_entry(live, "The first boat is out.", editor)
    print_all()
    before = snapshot(site)
    # The sitemap tells seconds.
    later = timezone.now() + dt.timedelta(minutes=1)
    make_entry(live, "The second boat is out.", editor, now=later)
    print_all()
    own = live.report.path_on_site.strip("/")
    touched = changed(before, snapshot(site))
    assert {
        f"{own}/index.html",
        f"{own}/print/index.html",
        f"live-updates/{live.pk}.json",
    } <= touched
    assert {"feed.xml", "sitemap-1.xml"} <= touched
    others = {path for path in touched if path.endswith(".html") and not path.startswith(own)}
    assert others == set()


def test_the_file_tells_thirty_changes_however_many_entries_there_are(
    site: Path, editor: Account
) -> None:
    live = make_live()
    entries = [make_entry(live, f"Entry number {number}.", editor) for number in range(40)]
    print_all()
    told = file_of(site, live)
    assert len(told["entries"]) == 30
    assert told["entries"][0]["place"] == entries[-1].place
    assert told["since"] < told["at"]
    assert page_of(site, live.report).read_text().count("Entry number") >= 40


def test_an_entry_that_is_changed_says_so_on_the_page_and_in_the_file(
    site: Path, editor: Account
) -> None:
    live = make_live()
    entry = make_entry(live, "Twelve boats are out.", editor)
    change(
        entry, headline="", text="Ten boats are out.", photo=None, correction="", now=timezone.now()
    )
    print_all()
    page = page_of(site, live.report).read_text()
    assert "Twelve" not in page
    assert "Edited at" in page
    change(
        entry,
        headline="",
        text="Ten boats are out.",
        photo=None,
        correction="It was ten.",
        now=timezone.now(),
    )
    print_all()
    assert "Corrected at" in page_of(site, live.report).read_text()
    assert "It was ten." in file_of(site, live)["entries"][0]["html"]


def test_a_typo_does_not_move_updated_and_a_correction_does(site: Path, editor: Account) -> None:
    live = make_live()
    entry = make_entry(live, "Twelve botas are out.", editor)
    live.refresh_from_db()
    before = live.latest_at
    change(
        entry,
        headline="",
        text="Twelve boats are out.",
        photo=None,
        correction="",
        now=timezone.now(),
    )
    live.refresh_from_db()
    assert live.latest_at == before < live.changed_at
    change(
        entry, headline="", text="Ten.", photo=None, correction="It was ten.", now=timezone.now()
    )
    live.refresh_from_db()
    assert live.latest_at > before


def test_what_is_taken_down_is_in_no_file_any_more(site: Path, editor: Account) -> None:
    live = make_live()
    photo = make_photo()
    entry = make_entry(live, "A wholly wrong rumour.", editor, is_key=True)
    entry.photo = photo
    entry.save()
    kept = make_entry(live, "Something else.", editor)
    print_all()
    assert any(b"wrong rumour" in data for data in snapshot(site).values())
    assert list((site / "photos").iterdir())
    take_down(entry, reason="It came from a hoax.", now=timezone.now())
    print_all()
    assert not any(b"wrong rumour" in data for data in snapshot(site).values())
    assert not (site / "photos").exists()
    assert "It came from a hoax." in page_of(site, live.report).read_text()
    take_down(kept, reason="", now=timezone.now())
    print_all()
    assert f'id="{kept.place}"' not in page_of(site, live.report).read_text()
    assert {"place": kept.place, "html": ""} in file_of(site, live)["entries"]


def test_a_key_moment_stands_in_the_list_on_top(site: Path, editor: Account) -> None:
    live = make_live()
    entry = make_entry(live, "The mole has given way.", editor)
    pin(entry, is_key=True, now=timezone.now())
    print_all()
    assert f'href="#{entry.place}"' in file_of(site, live)["keys"]
    keys = page_of(site, live.report).read_text().partition('class="live-keys"')[2]
    assert "The mole has given way." in keys.partition("</section>")[0]


def test_a_report_that_runs_is_labelled_wherever_it_is_announced(
    site: Path, editor: Account
) -> None:
    live = make_live()
    print_all()
    label = '<p class="live-label">Live</p>'
    assert label in (site / "index.html").read_text()
    assert label in (site / "national/index.html").read_text()
    wrap(live, "All is well.", by=editor, now=timezone.now())
    print_all()
    assert label not in (site / "index.html").read_text()
    assert label not in page_of(site, live.report).read_text()


def test_it_is_read_aloud_after_its_wrap_and_not_before(site: Path, editor: Account) -> None:
    report = make_report()
    print_all()
    assert Recording.objects.wanted().exists()
    live = make_live(report)
    make_entry(live, "The first boat is out.", editor)
    print_all()
    assert not Recording.objects.wanted().exists()
    wrap(live, "All the boats came home.", by=editor, now=timezone.now())
    print_all()
    wanted = Recording.objects.wanted().get()
    assert "All the boats came home." in wanted.text
    assert "first boat" not in wanted.text
    told = file_of(site, live)
    assert told["running"] is False
    page = page_of(site, report).read_text()
    assert page.index("All the boats came home.") < page.index("As it happened")
    assert "live-report.js" not in page
    reopen(live, by=editor, now=timezone.now())
    print_all()
    assert "All the boats came home." not in page_of(site, report).read_text()
    assert file_of(site, live)["running"] is True


def test_entries_of_a_draft_are_nowhere_until_it_is_published(site: Path, editor: Account) -> None:
    report = make_report(publish=False)
    live = make_live(report)
    make_entry(live, "Nobody may know of this yet.", editor)
    print_all()
    assert not any(b"Nobody may know" in data for data in snapshot(site).values())
    report.save_revision().publish()
    print_all()
    assert "Nobody may know" in page_of(site, report).read_text()
    report.refresh_from_db()
    report.unpublish()
    print_all()
    assert not any(b"Nobody may know" in data for data in snapshot(site).values())


def test_feeds_and_sitemaps_follow_the_newest_entry(site: Path, editor: Account) -> None:
    live = make_live()
    for number in range(5):
        make_entry(live, f"Boat number {number} is out.", editor)
    print_all()
    feed = (site / "feed.xml").read_text()
    assert "Boat number 4 is out." in feed
    assert "Boat number 1 is out." not in feed
    live.refresh_from_db()
    latest = live.latest_at.astimezone(dt.timezone(dt.timedelta(hours=9)))
    assert (
        f"<lastmod>{latest.isoformat(timespec='seconds')}</lastmod>"
        in (site / "sitemap-1.xml").read_text()
    )
