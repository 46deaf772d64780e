"""Who may comment where, until when; and what posting makes of it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage, SectionPage
from broadsheet.press.models import Order, Urgency
from broadsheet.press.work import press_until_done, start, the_site
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment, Thread
from broadsheet.talk.moderation.keep_dates import close_threads
from broadsheet.talk.moderation.look import look
from broadsheet.talk.moderation.mode_of import mode_of
from broadsheet.talk.moderation.models import HeldWords, ReportTalk, SectionTalk, TalkSettings
from tests.talk.making import make_comment, print_threads, signed_in, write
from tests.talk.moderation.making import at_the_desk, decided, make_moderator, set_mode


def set_paper(**fields: object) -> None:
    settings = TalkSettings.for_site(Site.objects.get(is_default_site=True))
    for name, value in fields.items():
        setattr(settings, name, value)
    settings.save()


def set_section(section: SectionPage, **fields: object) -> None:
    own = SectionTalk.objects.filter(pk=section.pk).first() or SectionTalk(section=section)
    for name, value in fields.items():
        setattr(own, name, value)
    own.save()


def kind(report: ReportPage) -> str:
    return mode_of(report, timezone.now()).kind


def test_the_nearest_of_report_section_and_paper_decides(report: ReportPage) -> None:
    inner = SectionPage.objects.get(pk=report.get_parent().pk)
    outer = SectionPage.objects.get(pk=inner.get_parent().pk)
    set_paper(mode="first")
    assert kind(report) == "first"
    set_paper(mode="open")
    assert kind(report) == "open"
    set_section(outer, mode="all")
    assert kind(report) == "all"
    set_section(inner, closes_after_days=3000)
    assert kind(report) == "all", "a section that sets no mode leaves it to the one above"
    set_section(inner, mode="closed")
    assert kind(report) == "closed"
    set_mode(report, "first")
    assert kind(report) == "first"


def test_a_report_that_its_editor_has_not_opened_is_closed(report: ReportPage) -> None:
    set_mode(report, "open")
    report.are_comments_open = False
    assert kind(report) == "closed"


def test_a_thread_closes_at_its_date_to_the_second(report: ReportPage) -> None:
    now = timezone.now()
    set_mode(report, "open", closes_at=now)
    assert mode_of(report, now - dt.timedelta(seconds=1)).kind == "open"
    assert mode_of(report, now).kind == "closed"


def test_days_are_counted_from_publication_and_the_nearest_decide(report: ReportPage) -> None:
    published = report.first_published_at
    section = SectionPage.objects.get(pk=report.get_parent().pk)
    set_paper(mode="open", closes_after_days=7)
    assert mode_of(report, published).closes_at == published + dt.timedelta(days=7)
    set_section(section, closes_after_days=3)
    assert mode_of(report, published + dt.timedelta(days=3)).kind == "closed"
    until = published + dt.timedelta(days=100)
    set_mode(report, "", closes_at=until)
    assert mode_of(report, published + dt.timedelta(days=3)).closes_at == until


def test_the_worker_prints_a_thread_as_closed_once_when_its_date_has_come(
    standing: Comment,
) -> None:
    now = timezone.now()
    before = Thread.objects.get(pk=standing.report_id).changes
    set_mode(standing.report, "open", closes_at=now + dt.timedelta(hours=1))
    assert close_threads(now=now) == 0
    assert close_threads(now=now + dt.timedelta(hours=1)) == 1
    assert close_threads(now=now + dt.timedelta(hours=2)) == 0
    assert Thread.objects.get(pk=standing.report_id).changes == before + 1
    assert ReportTalk.objects.get(pk=standing.report_id).mode == "open"


def test_the_worker_closes_threads_by_the_days_of_the_paper(standing: Comment) -> None:
    set_paper(closes_after_days=7)
    at = standing.report.first_published_at + dt.timedelta(days=7)
    assert close_threads(now=at - dt.timedelta(seconds=1)) == 0
    assert close_threads(now=at) == 1
    assert close_threads(now=at) == 0


def test_a_closed_thread_takes_no_comment_through_the_form(
    report: ReportPage, mina: Account
) -> None:
    set_mode(report, "closed")
    assert write(signed_in(mina), report, "May I say something?").status_code >= 400
    assert not Comment.objects.exists()


def test_a_banned_or_paused_reader_cannot_post(report: ReportPage, mina: Account) -> None:
    set_mode(report, "open")
    client = signed_in(mina)
    assert write(client, report, "The pier has forty-one lamps.").status_code < 300
    decided(Comment.objects.get(), "pause", make_moderator(), pause_days=7)
    refused = write(client, report, "The ferry was late again today.")
    assert refused.status_code == 403
    assert Comment.objects.count() == 1


def test_each_readers_first_comment_is_seen_first_until_one_stands(
    report: ReportPage, mina: Account
) -> None:
    set_mode(report, "first")
    first = make_comment(report, mina, "The pier has forty-one lamps.")
    assert (first.state, first.held_because[0]["kind"]) == ("held", "first")
    again = make_comment(report, mina, "The ferry was late again today.")
    assert again.state == "held"
    decided(first, "publish", make_moderator())
    third = make_comment(report, mina, "Who rings the bell at noon?")
    assert third.state == "published"


def test_staff_are_not_held(report: ReportPage, mina: Account) -> None:
    set_mode(report, "all")
    staff = make_moderator("mo")
    told = look(report=report, reader=staff, text="We are looking.", now=timezone.now())
    assert (told.state, told.reasons) == ("published", [])


@pytest.mark.parametrize("place", ["paper/", "sections/{0.section_id}/", "reports/{0.pk}/"])
def test_a_mode_that_changes_is_on_the_pages_of_its_reports(
    report: ReportPage, talk: Config, place: str
) -> None:
    page = talk.site / report.path_on_site.strip("/") / "index.html"
    report.section_id = report.get_parent().pk
    start(the_site())
    desk = at_the_desk(make_moderator())
    press_until_done(urgency=Urgency.REBUILD)
    for mode, takes_comments in (("closed", False), ("open", True)):
        assert ("talk-in" in page.read_text()) is not takes_comments
        desk.post(
            f"/desk/talk/modes/{place.format(report)}", {"mode": mode, "most_complaints": "3"}
        )
        press_until_done(urgency=Urgency.REBUILD)
        assert ("talk-in" in page.read_text()) is takes_comments


def test_the_page_says_that_its_thread_has_closed_by_itself(
    report: ReportPage, mina: Account, talk: Config
) -> None:
    start(the_site())
    make_comment(report, mina)
    now = timezone.now()
    set_mode(report, "open", closes_at=now + dt.timedelta(hours=1))
    print_threads()
    close_threads(now=now + dt.timedelta(hours=2))
    assert Order.objects.filter(subject=f"talk:{report.pk}").exists()


@pytest.mark.parametrize(
    ("language", "words", "text", "is_held"),
    [
        ("en", "scoundrel", "You scoundrel!", True),
        ("", "scoundrel", "You scoundrel!", True),
        ("ko", "바보", "이 바보야!", True),
        ("sv", "scoundrel", "You scoundrel!", False),
    ],
)
def test_a_list_holds_for_its_language_and_for_those_of_another_script(
    report: ReportPage, mina: Account, language: str, words: str, text: str, is_held: bool
) -> None:
    set_mode(report, "open")
    HeldWords.objects.create(language=language, words=words)
    told = look(report=report, reader=mina, text=text, now=timezone.now())
    assert (told.state == "held") is is_held


def test_a_look_costs_two_queries_in_an_open_thread(report: ReportPage, mina: Account) -> None:
    set_mode(report, "open")
    now = timezone.now()
    look(report=report, reader=mina, text="The first look reads the rules.", now=now)
    with CaptureQueriesContext(connection) as queries:
        look(report=report, reader=mina, text="The pier is long.", now=now)
    assert len(queries) == 2


def test_an_edit_is_not_a_repeat_of_itself(report: ReportPage, mina: Account) -> None:
    set_mode(report, "open")
    comment = make_comment(report, mina, "The pier has forty-one lamps, I counted them.")
    text = "The pier has forty-one lamps; I counted them."
    now = timezone.now()
    told = look(report=report, reader=mina, text=text, now=now, editing=comment)
    assert told.state == "published"
    assert look(report=report, reader=mina, text=text, now=now).state == "held"
