"""Two hosts and two workers, one host cut off with the worker on duty, another worker killed:
nothing is lost, and nothing comes twice.

It takes two to five minutes, and all of a small machine: `make machines`.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from http import HTTPStatus

import pytest

from bench.postgresql import programs
from tests.machines.day import CORRECTION, REASON, Day, Published, day
from tests.machines.network import NotAllowed, network
from tests.machines.newsroom import newsroom
from tests.machines.readers import ask
from tests.server.asking import Reply
from tests.voice.speaking import said

pytestmark = [
    pytest.mark.skipif("BROADSHEET_MACHINES" not in os.environ, reason="run: make machines"),
    pytest.mark.skipif(
        not (shutil.which("ip") and shutil.which("redis-server") and programs()),
        reason="not all is here: apt-get install iproute2 postgresql redis-server",
    ),
]

HOSTS = ("a", "b")
# A worker that dies over a mail leaves it settled, and its machine may have had one in hand too.
MAILS_IN_HAND = 2
# What one had in hand is read once more by another.
BOOTHS_CUT_OFF = 1


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    folder = tmp_path_factory.mktemp("machines")
    with ExitStack() as stack:
        try:
            switch = stack.enter_context(network("centre", "a", "b", "c", "d"))
        except NotAllowed as not_allowed:
            pytest.skip(str(not_allowed))
        room = stack.enter_context(newsroom(switch, folder, "a", "b", "c", "d"))
        done = stack.enter_context(day(room, folder))
        print(done.told())
        yield done


def page(after: Day, host: str, report: Published) -> Reply:
    with after.newsroom.network.street.inside():
        return ask(after.newsroom[host].machine.address, report.path)


def said_again(after: Day) -> list[str]:
    """The headlines that more than one booth has said, of reports whose text was one all day."""
    sentences = Counter(said(after.newsroom.voice))
    return [
        sentence
        for sentence, times in sentences.items()
        if times > 1
        and sentence.startswith("News number")
        and CORRECTION.format(sentence.removesuffix(".")) not in sentences
    ]


def test_each_comment_that_was_accepted_is_there_once_and_nothing_else(after: Day) -> None:
    accepted = {(one.key, one.number) for one in after.writing.accepted}
    standing = after.newsroom.asked("SELECT key::text, id FROM talk_comment")
    assert Counter(standing) == Counter(accepted)
    assert any(one.tries > 1 for one in after.writing.accepted), "or no try was repeated"


@pytest.mark.parametrize("host", HOSTS)
def test_each_comment_stands_once_in_the_threads_of_the_host(after: Day, host: str) -> None:
    reports = {one.report for one in after.writing.accepted}
    shown = [
        (report, number)
        for report in reports
        for number in after.newsroom[host].comments_under(report)
    ]
    written = ((one.report, one.number) for one in after.writing.accepted)
    assert Counter(shown) == Counter(written)


def test_both_hosts_have_what_stands_in_the_books_byte_for_byte(after: Day) -> None:
    books = after.newsroom.books()
    assert all(after.newsroom[host].is_whole(books) for host in HOSTS)
    a, b = (after.newsroom[host].files() for host in HOSTS)
    assert a.keys() == b.keys()
    assert [path for path in a if a[path] != b[path]] == []


def test_each_report_and_each_correction_is_read_on_both_hosts(after: Day) -> None:
    standing = [one for one in after.published if not one.is_withdrawn]
    assert any(one.correction for one in standing)
    for report in standing:
        a, b = (page(after, host, report) for host in HOSTS)
        assert (a.status, b.status) == (HTTPStatus.OK, HTTPStatus.OK), report
        assert report.headline in a.text
        assert report.correction in a.text
        assert a.body == b.body
        assert a["ETag"] == b["ETag"]


def test_what_was_withdrawn_is_gone_from_both_hosts(after: Day) -> None:
    withdrawn = [one for one in after.published if one.is_withdrawn]
    assert withdrawn
    for report in withdrawn:
        for host in HOSTS:
            gone = page(after, host, report)
            assert (gone.status, REASON in gone.text) == (HTTPStatus.GONE, True), (host, report)


def test_each_report_was_read_aloud_once_and_is_heard_on_both_hosts(after: Day) -> None:
    standing = {one.report: one for one in after.published if not one.is_withdrawn}
    recordings = after.newsroom.asked(
        "SELECT report_id, state FROM studio_recording WHERE is_wanted"
    )
    of_these = [one for one in recordings if one[0] in standing]
    assert Counter(of_these) == Counter((report, "done") for report in standing)
    assert len(said_again(after)) <= BOOTHS_CUT_OFF
    for report in standing.values():
        assert all("<audio" in page(after, host, report).text for host in HOSTS), report


def test_the_host_that_was_cut_off_served_its_front_page_throughout(after: Day) -> None:
    assert after.reading.failed == []
    assert after.read_while_cut_off > 0


def test_no_mail_came_twice_and_none_is_missing_but_what_a_worker_had_in_hand(after: Day) -> None:
    come = Counter(after.newsroom.mail.taken)
    assert [to for to, times in come.items() if times > 1] == []
    assert come.keys() <= set(after.claimants)
    told = after.newsroom.asked("SELECT email, outcome FROM talk_notice")
    assert {email for email, _ in told} == set(after.claimants)
    missing = set(after.claimants) - come.keys()
    assert missing <= {email for email, outcome in told if outcome == "being sent"}
    assert len(missing) <= MAILS_IN_HAND


def test_nothing_is_left_to_do_and_nothing_went_wrong(after: Day) -> None:
    assert after.newsroom.asked("SELECT key, trouble FROM press_output WHERE trouble <> ''") == []
    assert after.newsroom.asked("SELECT subject FROM press_order") == []
