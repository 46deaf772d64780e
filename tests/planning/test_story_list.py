"""The story list: what is on it, who may do what with it, and how often it asks the database."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import Assignment, Embargo, ReportPage, SectionPage
from broadsheet.planning.lines import Lines
from broadsheet.planning.print_lines import print_lines
from broadsheet.planning.row import Row
from broadsheet.planning.story_list import Wanted, story_list
from broadsheet.readers.models import Account
from tests.make import make_copy, make_person, make_report, make_reports

NOW = timezone.now()
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def national(newsroom: Config) -> SectionPage:
    make_report(headline="Long ago")
    make_report(headline="Long ago, and elsewhere", sections=("Sport",))
    return SectionPage.objects.get(title="National")


@pytest.fixture
def dora(national: SectionPage) -> Account:
    return make_person("desk", "dora", section="National")


@pytest.fixture
def ida(national: SectionPage) -> Account:
    return make_person("reporter", "ida")


def at_the_desk(person: Account) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def make_assignment(section: SectionPage, **changes: Any) -> Assignment:
    words = {"slug_line": "harbour levy", "section": section, "made_at": NOW}
    return Assignment.objects.create(**{**words, **changes})


def rows(user: Account, **wanted: Any) -> dict[str, Row]:
    """The list of today, by headline."""
    day = dt.timedelta(days=1)
    asked = {"starts_at": NOW - day, "ends_at": NOW + day, **wanted}
    return {row.headline: row for row in story_list(user, Wanted(**asked), now=timezone.now())}


def do(person: Account, key: str, move: str) -> Any:
    return at_the_desk(person).post(f"/desk/stories/{key}/move/", {"do": move})


def test_a_story_goes_from_pitch_to_print(
    national: SectionPage, ida: Account, dora: Account
) -> None:
    at_the_desk(ida).post(
        "/desk/stories/new/", {"slug_line": "lamp oil", "section": national.pk, "what": ""}
    )
    assert rows(ida)["lamp oil"].stage == "pitch"
    key = rows(dora)["lamp oil"].key
    answer = at_the_desk(dora).post(
        f"/desk/stories/{key}/",
        {"slug_line": "lamp oil", "section": national.pk, "who": ida.pk, "words_asked": 400},
    )
    assert answer.status_code == 302
    assert (rows(ida)["lamp oil"].stage, rows(ida)["lamp oil"].who) == ("assigned", "ida")
    form = do(ida, key, "write")["Location"]
    report = ReportPage.objects.get(title="lamp oil")
    assert form == f"/desk/pages/{report.pk}/edit/"
    assert (report.owner, report.live) == (ida, False)
    row = rows(ida)["lamp oil"]
    assert (row.stage, row.words_asked, row.key) == ("writing", 400, f"r{report.pk}")
    do(ida, row.key, "hand-in")
    assert (rows(ida)["lamp oil"].stage, rows(ida)["lamp oil"].step) == ("desk", "Desk")
    do(dora, row.key, "take")
    assert rows(ida)["lamp oil"].holder == "dora"
    do(dora, row.key, "give-back")
    do(dora, row.key, "pass-on")
    do(make_person("copy"), row.key, "pass-on")
    assert rows(ida)["lamp oil"].stage == "ready"
    report.refresh_from_db()
    report.get_latest_revision().publish()
    report.workflow_states.update(status="approved")
    assert rows(ida)["lamp oil"].stage == "out"


def test_what_a_row_does_not_offer_is_refused(
    national: SectionPage, ida: Account, dora: Account
) -> None:
    mine = make_assignment(national, who=dora)
    assert rows(ida)["harbour levy"].moves == ()
    for move in ("write", "drop", "take-pitch", "pass-on", "publish", ""):
        assert do(ida, f"a{mine.pk}", move).status_code in {302, 403}
    mine.refresh_from_db()
    assert (mine.who, mine.report, mine.dropped_at) == (dora, None, None)
    emil = make_person("desk", "emil", section="Sport")
    data = {"slug_line": "mine", "section": national.pk, "who": emil.pk}
    assert at_the_desk(emil).post(f"/desk/stories/a{mine.pk}/", data).status_code in {302, 403}
    mine.refresh_from_db()
    assert mine.slug_line == "harbour levy"


def test_a_desk_editor_assigns_nothing_to_another_section(
    national: SectionPage, dora: Account
) -> None:
    sport = SectionPage.objects.get(title="Sport")
    data = {"slug_line": "league", "section": sport.pk}
    answer = at_the_desk(dora).post("/desk/stories/new/", data)
    assert answer.status_code == 422
    assert not Assignment.objects.exists()


def test_whoever_a_report_is_assigned_to_may_write_it(
    national: SectionPage, ida: Account, dora: Account
) -> None:
    report = make_report(publish=False)
    edit = f"/desk/pages/{report.pk}/edit/"
    assert at_the_desk(ida).get(edit).status_code == 302
    at_the_desk(dora).post(f"/desk/stories/r{report.pk}/", {"who": ida.pk})
    assert at_the_desk(ida).get(edit).status_code == 200


def test_a_moderator_of_comments_sees_no_stories(national: SectionPage) -> None:
    client = at_the_desk(make_person("moderator"))
    for path in ("", "new/", f"a{make_assignment(national).pk}/"):
        assert client.get(f"/desk/stories/{path}").status_code in {302, 403}
    assert "/desk/stories/" not in client.get("/desk/").content.decode()


def test_the_list_is_of_the_time_the_section_the_person_and_the_stage_that_are_asked_for(
    national: SectionPage, ida: Account, dora: Account
) -> None:
    sport = SectionPage.objects.get(title="Sport")
    make_assignment(national, slug_line="today", who=ida, due_at=NOW)
    make_assignment(national, slug_line="next week", due_at=NOW + dt.timedelta(days=6))
    make_assignment(sport, slug_line="elsewhere", due_at=NOW)
    make_assignment(national, slug_line="dropped", dropped_at=NOW)
    assert set(rows(dora)) == {"today", "elsewhere"}, "what is out since long is on no list"
    assert set(rows(dora, section_id=national.pk)) == {"today"}
    assert set(rows(dora, who_id=ida.pk)) == {"today"}
    assert set(rows(dora, stage="pitch")) == {"elsewhere"}
    week = rows(dora, ends_at=NOW + dt.timedelta(days=7))
    assert list(week)[-1] == "next week", "what is due first stands first"


def test_what_is_overdue_is_said_to_be_late(national: SectionPage, dora: Account) -> None:
    make_assignment(national, due_at=NOW - dt.timedelta(hours=1))
    assert rows(dora)["harbour levy"].is_late
    page = at_the_desk(dora).get("/desk/stories/?period=week").content.decode()
    assert "<strong>late</strong>" in page


def test_every_time_of_a_row_has_its_zone(
    national: SectionPage, ida: Account, dora: Account
) -> None:
    # The clocks of New York are put back in the night to 3 November 2030.
    before = dt.datetime(2030, 11, 3, 5, 30, tzinfo=dt.UTC)
    make_assignment(national, who=ida, due_at=before)
    report = make_report(publish=False, headline="In work")
    make_assignment(national, report=report, due_at=before + HOUR)
    report.get_workflow().start(report, dora)
    report.embargoes.add(Embargo.objects.create(until=timezone.now() + HOUR))
    found = rows(dora, ends_at=before + dt.timedelta(days=1)).values()
    with timezone.override("America/New_York"):
        lines = Lines().of(found)
        moments = [line.due[1] for line in lines if line.due]
        page = print_lines(lines)
    assert moments == ["Sun 3 Nov 01:30 EDT", "Sun 3 Nov 01:30 EST"]
    assert '<time datetime="2030-11-03T01:30:00-05:00">' in page
    times = re.findall(r"\d\d:\d\d [^<]*", page)
    assert len(times) == 4, "two that are due, one since, one embargo"
    assert all(re.match(r"\d\d:\d\d E[SD]T$", time) for time in times)


def test_an_embargo_stands_beside_the_story_that_it_holds(
    national: SectionPage, dora: Account
) -> None:
    until = timezone.now() + dt.timedelta(hours=3)
    report = make_report(publish=False, headline="Held back")
    report.embargoes.add(Embargo.objects.create(until=until))
    assert rows(dora)["Held back"].held_until == until
    page = at_the_desk(dora).get("/desk/stories/").content.decode()
    assert f"embargo until {timezone.localtime(until):%a}" in page


def test_length_and_photo_are_those_of_the_draft_as_it_was_last_kept(
    national: SectionPage, dora: Account
) -> None:
    report = make_report(publish=False, headline="A draft")
    before = rows(dora)["A draft"]
    assert (before.words, before.has_photo) == (21, False)
    draft = report.get_latest_revision_as_object()
    draft.body = [("paragraph", "Four words are here.")]
    draft.save_revision()
    assert rows(dora)["A draft"].words == 4


def test_a_long_list_asks_the_database_no_more_than_a_short_one(
    national: SectionPage, ida: Account, dora: Account
) -> None:
    def queries() -> int:
        client = at_the_desk(dora)
        client.get("/desk/stories/?period=week")
        with CaptureQueriesContext(connection) as asked:
            page = client.get("/desk/stories/?period=week")
        assert page.status_code == 200
        return len(asked)

    fill(national, ida, 2)
    few = queries()
    fill(national, ida, 10)
    assert queries() == few
    assert few < 40


def fill(section: SectionPage, ida: Account, number: int) -> None:
    """So many of everything: pitches, assignments, drafts, reports at each step and scheduled."""
    for count in range(number):
        make_assignment(section, slug_line=f"pitch {count}")
        make_assignment(section, slug_line=f"assigned {count}", who=ida, due_at=NOW)
    for report in make_reports([make_copy() for _ in range(number * 2)], publish=False):
        ReportPage.objects.filter(pk=report.pk).update(owner=ida)
        if report.pk % 2:
            make_assignment(section, report=report, who=ida)
            report.get_workflow().start(report, ida)
