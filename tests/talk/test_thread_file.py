"""The thread is a file: what stands in it, when it is made again, and what it costs to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import regex
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.furniture import newspaper
from broadsheet.desk.models import Author, ReportPage
from broadsheet.press.models import Output, SiteFile
from broadsheet.press.threads import mark_changed_threads, seconds_to_next_thread
from broadsheet.press.work import start, the_site
from broadsheet.readers.models import Account
from broadsheet.talk.edit import edit
from broadsheet.talk.models import Comment, Thread
from broadsheet.talk.reading.print_thread import print_thread
from broadsheet.talk.reading.standing_type import StandingType
from broadsheet.talk.reading.whole_thread import whole_thread
from broadsheet.talk.recommend import recommend
from broadsheet.talk.thread import changed
from tests.make import make_report
from tests.readers.making import make_editor
from tests.talk.making import fill, ids, make_comment, print_threads, shown, thread_file

NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


def take_name(reader: Account, name: str) -> None:
    reader.display_name = name
    reader.save()


def close(report: ReportPage) -> None:
    report.are_comments_open = False
    report.save_revision().publish()


def retitle(report: ReportPage, headline: str) -> None:
    report.title = headline
    report.save_revision().publish()


def page_of(config: Config, report: ReportPage) -> str:
    return (config.site / report.path_on_site.strip("/") / "index.html").read_text("utf-8")


def test_a_thread_stands_as_a_file_and_its_report_leads_to_it(
    talk: Config, report: ReportPage, mina: Account
) -> None:
    start(the_site())
    print_threads()
    assert not (talk.site / "threads").exists()
    assert f'data-thread="/threads/{report.pk}/"' in page_of(talk, report)
    assert "Read the comments" not in page_of(talk, report)
    make_comment(report, mina, "The ferry was late.\nAgain <b>& again</b>.")
    print_threads()
    html = thread_file(talk, report)
    assert shown(html) == ["The ferry was late.\nAgain <b>& again</b>."]
    assert "Mina Bell" in html
    assert 'data-total="1"' in html
    assert "Read the comments" in page_of(talk, report)


def test_a_closed_report_shows_its_thread_and_takes_nothing(
    talk: Config, report: ReportPage, mina: Account
) -> None:
    start(the_site())
    quiet = make_report()
    make_comment(report, mina)
    for one in (report, quiet):
        one.are_comments_open = False
        one.save_revision().publish()
    print_threads()
    assert "comment-thread" not in page_of(talk, quiet)
    page = page_of(talk, report)
    assert "comments under this report are closed" in page
    assert "Log in" not in page
    assert "data-closed" in thread_file(talk, report)
    assert "#reply" not in thread_file(talk, report)


def test_it_is_made_at_most_once_a_second(talk: Config, report: ReportPage) -> None:
    def marked_at(seconds: float) -> int:
        return mark_changed_threads(now=NOW + dt.timedelta(seconds=seconds))

    assert marked_at(0) == 0
    changed(report.pk)
    assert (marked_at(0), marked_at(5)) == (1, 0)
    changed(report.pk)
    changed(report.pk)
    assert marked_at(0.9) == 0
    soon = seconds_to_next_thread(now=NOW + dt.timedelta(seconds=0.4))
    assert soon is not None
    assert 0.5 < soon <= 0.6
    assert (marked_at(1), marked_at(9)) == (1, 0)
    assert seconds_to_next_thread(now=NOW) is None


def test_a_very_long_one_is_made_less_often(talk: Config, report: ReportPage) -> None:
    changed(report.pk)
    mark_changed_threads(now=NOW)
    Thread.objects.update(changes=40_000)  # comments, for the most part
    assert mark_changed_threads(now=NOW + dt.timedelta(seconds=3.9)) == 0
    assert seconds_to_next_thread(now=NOW) == 4
    assert mark_changed_threads(now=NOW + dt.timedelta(seconds=4)) == 1


def test_only_what_is_published_stands_there(
    talk: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    start(the_site())
    states = Comment.State
    for state in states.values:
        make_comment(report, mina, f"Alone and {state}.", state=state)
        answered = make_comment(report, mina, f"Answered and {state}.")
        make_comment(report, otto, f"In answer to {state}.", parent=answered)
        make_comment(report, otto, f"Hidden answer to {state}.", parent=answered, state="held")
        Comment.objects.filter(pk=answered.pk).update(state=state)
    print_threads()
    html = thread_file(talk, report)
    assert sorted(shown(html)) == sorted(
        [
            "Alone and published.",
            "Answered and published.",
            *(f"In answer to {state}." for state in states.values),
        ]
    )
    assert html.count("comment-gone") == len(states.values) - 1
    assert 'data-total="7"' in html
    assert "Hidden" not in html


def test_badges_say_who_speaks_for_the_paper(
    talk: Config, report: ReportPage, mina: Account
) -> None:
    start(the_site())
    writer = make_editor("ida", first_name="Ida", last_name="Brandt")
    Author.objects.filter(name="Ida Brandt").update(email="ida@courier.example", account=writer)
    # Neither a name nor an address makes somebody the author.
    other = make_editor("other", email="ida@courier.example", first_name="Ida", last_name="Brandt")
    editor = make_editor("tilda", first_name="Tilda", last_name="Roe")
    for one in (mina, other, writer, editor):
        make_comment(report, one)
    print_threads()
    html = thread_file(talk, report)
    assert html.index("Tilda Roe") < html.index("Ida Brandt</b> <span") < html.index("Mina Bell")
    assert html.count('class="badge badge-author">Author') == 1
    assert html.count('class="badge badge-staff">Staff') == 2


def test_an_author_who_comments_as_a_reader_is_marked(
    talk: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    start(the_site())
    Author.objects.filter(name="Ida Brandt").update(reader=mina)
    Author.objects.create(name="Otto Riis", reader=otto)
    make_comment(report, mina)
    make_comment(report, otto)
    print_threads()
    html = thread_file(talk, report)
    assert html.count('class="badge badge-author">Author') == 1
    assert html.count('class="badge badge-staff">Staff') == 1


def test_a_hundred_at_a_time_in_both_orders(
    talk: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    start(the_site())
    made = [one.pk for one in fill(report, mina, 250)]
    recommend(made[120], otto, network="", now=timezone.now())
    print_threads()
    assert ids(thread_file(talk, report)) == made[:149:-1]
    assert ids(thread_file(talk, report, "2/")) == made[199:99:-1]
    assert ids(thread_file(talk, report, "1/")) == made[99::-1]
    assert f'data-next="/threads/{report.pk}/2/"' in thread_file(talk, report)
    assert "data-next" not in thread_file(talk, report, "1/")
    assert f'data-firsts="{made[0]} {made[100]}"' in thread_file(talk, report)
    ranked = [ids(thread_file(talk, report, f"recommended/{n}")) for n in ("", "2/", "3/")]
    assert [len(page) for page in ranked] == [100, 100, 50]
    assert ranked[0][:2] == [made[120], made[0]]
    assert sorted(pk for page in ranked for pk in page) == made


def test_a_full_page_stays_as_it_is_when_somebody_writes(
    talk: Config, report: ReportPage, mina: Account
) -> None:
    start(the_site())
    fill(report, mina, 205)
    print_threads()
    digests = dict(SiteFile.objects.values_list("path", "digest"))
    make_comment(report, mina)
    print_threads(now=timezone.now() + dt.timedelta(seconds=9))
    after = dict(SiteFile.objects.values_list("path", "digest"))
    there = f"threads/{report.pk}/"
    touched = {path.removeprefix(there) for path, one in after.items() if digests[path] != one}
    # The total stands on the first page of each order; the last by recommendations got one more.
    expected = {"index.html", "recommended/index.html", "recommended/3/index.html"}
    assert touched - {f"{report.path_on_site.strip('/')}/index.html"} == expected


def test_what_a_page_shows_is_never_that_of_an_earlier_printing(
    talk: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    start(the_site())
    made = fill(report, mina, 120)
    print_threads()
    oldest = thread_file(talk, report, "1/")
    changes: list[tuple[str, Callable[[], object]]] = [
        ("Said better.", lambda: edit(made[3].pk, "Said better.", mina, now=made[3].posted_at)),
        ("Mina of the Pier", lambda: take_name(mina, "Mina of the Pier")),
        ('class="count">1<', lambda: recommend(made[7].pk, otto, network="", now=timezone.now())),
        ("data-closed", lambda: close(report)),
        ("Another headline", lambda: retitle(report, "Another headline")),
    ]
    for number, (words, change) in enumerate(changes, 1):
        assert words not in thread_file(talk, report, "1/")
        change()
        print_threads(now=timezone.now() + dt.timedelta(minutes=number))
        assert words in thread_file(talk, report, "1/")
    assert thread_file(talk, report, "1/") != oldest


def test_a_page_is_put_after_those_that_it_leads_to(
    talk: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    comment, *_ = fill(report, mina, 250)
    fill(report, otto, 5, parent=comment)
    printed = print_thread(
        report,
        whole_thread(report),
        newspaper(),
        can_write=True,
        closes_at=None,
        standing=StandingType(),
    )
    there: set[str] = set()
    for path, html in printed.items():
        leads_to = regex.findall(r'(?:data-next|comment-more"><a href)="([^"]+)"', html.decode())
        assert set(leads_to) <= there
        there.add(path)
    assert len(there) == 3 + 3 + 1


def test_many_replies_have_a_page_of_their_own(
    talk: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    start(the_site())
    comment = make_comment(report, mina)
    replies = [one.pk for one in fill(report, otto, 5, parent=comment)]
    print_threads()
    assert ids(thread_file(talk, report)) == [comment.pk, *replies[:3]]
    assert "2 more replies" in thread_file(talk, report)
    assert ids(thread_file(talk, report, f"replies/{comment.pk}/")) == [comment.pk, *replies]


def test_the_thread_goes_and_comes_with_its_report(
    talk: Config, report: ReportPage, mina: Account
) -> None:
    start(the_site())
    make_comment(report, mina)
    print_threads()
    report.unpublish()
    print_threads()
    assert not (talk.site / "threads").exists()
    report.save_revision().publish()
    print_threads()
    assert len(shown(thread_file(talk, report))) == 1
    ReportPage.objects.get(pk=report.pk).delete()
    print_threads()
    assert not (talk.site / "threads").exists()
    assert not Output.objects.filter(key=f"thread:{report.pk}").exists()
    assert not Thread.objects.exists()


def test_no_address_and_no_account_number_stands_in_it(
    talk: Config, report: ReportPage, mina: Account
) -> None:
    start(the_site())
    make_comment(report, mina, "Write to mina@mail.example or https://pier.example/?to=a@b.example")
    print_threads()
    html = thread_file(talk, report)
    assert "@" not in "".join(shown(html))
    assert "mail.example" not in html
    assert "[address withheld]" in html


def test_a_thread_of_two_thousand_is_read_with_few_queries(
    talk: Config, report: ReportPage, mina: Account
) -> None:
    start(the_site())

    def queries(count: int) -> int:
        fill(report, mina, count)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            print_threads(now=timezone.now() + dt.timedelta(minutes=count))
        return len([one for one in seen if "talk_comment" in one["sql"]])

    queries(1)  # the report's own page is printed with the first comment
    assert queries(9) == queries(1990)


def test_a_reader_who_leaves_takes_everything_along(
    talk: Config, report: ReportPage, mina: Account, otto: Account
) -> None:
    from broadsheet.talk.holding import HOLDING

    start(the_site())
    alone, answered = make_comment(report, mina, "Alone."), make_comment(report, mina, "Answered.")
    reply = make_comment(report, otto, "In answer.", parent=answered)
    recommend(reply.pk, mina, network="", now=timezone.now())
    make_comment(report, mina, "A reply of mine.", parent=answered)
    exported: list[Any] = list(HOLDING.export(mina))
    assert [one["text"] for one in exported if one["kind"] == "comment"] == [
        *("Alone.", "Answered.", "A reply of mine."),
    ]
    assert [one.text for one in HOLDING.shown(mina)] == [
        *("A reply of mine.", "Answered.", "Alone."),
    ]
    HOLDING.forget(mina)
    mina.delete()
    print_threads()
    html = thread_file(talk, report)
    assert shown(html) == ["In answer."]
    assert "Mina" not in html
    assert 'class="count"' not in html
    left = Comment.objects.filter(pk__in=[alone.pk, answered.pk])
    assert {(one.author, one.text, one.state) for one in left} == {(None, "", "deleted")}
