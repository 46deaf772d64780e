"""With the database away, or the web process dying again and again, the paper is read."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext

from broadsheet.headers import PAPER_HEADERS
from tests.browser.conftest import Paper
from tests.browser.kinds import GOOD_LETTER, found
from tests.browser.newsrooms import DATABASE, Newsroom, children_of, make_copy_of, serving
from tests.server.asking import Reply
from tests.server.running import Running, is_alive, wait_until

KILLS = 3
# What is read when nothing else works, and where on the front page a link to it stands.
SORTS = {
    "/": ("", ""),
    "/latest/": ("", ""),
    "/feed.xml": ("", ""),
    "/sitemap.xml": ("", ""),
    "section": ("//nav[@class='strip']//a/@href", ""),
    "report": ("//h2/a/@href", ""),
    "print version": ("//h2/a/@href", "print/"),
    "photo": ("//img/@src", ""),
    "style": ("//link[@rel='stylesheet']/@href", ""),
}
# What asks the database, with the cookies of whoever was here before.
DOORS = {
    "search": "/search/?q=harbour",
    "a comment": "/talk/comments/1/",
    "one's own comments": "/talk/1/mine.json",
    "signing in": "/reader/sign-in/",
    "one's own page": "/reader/",
    "the desk": "/desk/",
    "the log-in of the desk": "/desk/login/",
    "a photo of the desk": "/desk/media/images/pier.jpg",
}
COOKIES = {"Cookie": f"csrftoken={'a' * 32}; sessionid={'b' * 32}"}
DATABASE_FILES = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm")


@dataclass(frozen=True)
class Served:
    newsroom: Newsroom
    process: Running

    @property
    def web(self) -> int:
        """The web process, whose own children do its work."""
        return min(pid for pid, name in children_of(self.process.pid).items() if name == "web")


@pytest.fixture(scope="module")
def served(paper: Paper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    newsroom = make_copy_of(paper, tmp_path_factory.mktemp("outage") / "newsroom")
    with serving(newsroom) as process:
        yield Served(newsroom, process)


@pytest.fixture(scope="class")
def outage(served: Served) -> Iterator[Newsroom]:
    with database_away(served):
        yield served.newsroom


class TestWithoutADatabase:
    @pytest.mark.parametrize("sort", SORTS)
    def test_the_paper_is_read(self, outage: Newsroom, sort: str) -> None:
        assert outage.ask(path_of_sort(sort, outage)).status == 200

    @pytest.mark.parametrize("door", DOORS)
    def test_whoever_asks_for_more_is_kindly_refused(self, outage: Newsroom, door: str) -> None:
        check_kind_refusal(outage, outage.ask(DOORS[door], headers=COOKIES))

    def test_a_comment_is_kindly_refused(self, outage: Newsroom) -> None:
        form = {
            "Cookie": COOKIES["Cookie"],
            "Accept": "application/json",
            "X-CSRFToken": "a" * 32,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        body = b"text=It+is+time."
        check_kind_refusal(outage, outage.ask("/talk/1/", method="POST", headers=form, body=body))

    def test_a_letter_is_kindly_refused(self, outage: Newsroom) -> None:
        path = letters_path(outage)
        check_kind_refusal(outage, outage.ask(path))
        form = {
            "Cookie": f"csrftoken={'a' * 32}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        body = urlencode({"csrfmiddlewaretoken": "a" * 32, **GOOD_LETTER}).encode()
        check_kind_refusal(outage, outage.ask(path, method="POST", headers=form, body=body))

    def test_no_empty_database_is_put_in_its_place(self, outage: Newsroom) -> None:
        outage.ask("/search/?q=harbour")
        assert [name for name in DATABASE_FILES if (outage.folder / name).exists()] == []

    @pytest.mark.browser
    def test_who_searches_is_told_what_still_works(
        self, outage: Newsroom, context: BrowserContext
    ) -> None:
        page = context.new_page()
        page.goto(outage.url)
        page.get_by_role("link", name="Search").first.click()
        page.get_by_role("heading", name="Back in a moment").wait_for()
        # What was typed is in the address, and so in the next try.
        page.goto(f"{outage.url}/search/?q=harbour+master")
        again = page.get_by_role("link", name="Try again")
        with page.expect_navigation():
            again.click()
        assert page.url == f"{outage.url}/search/?q=harbour+master"
        page.get_by_role("link", name="To the front page").click()
        page.locator(".front-lead h2 a").click()
        page.locator(".report-body").wait_for()


def test_when_the_database_is_back_all_goes_on(served: Served) -> None:
    newsroom = served.newsroom
    with database_away(served):
        pass
    assert newsroom.asked("PRAGMA integrity_check") == [("ok",)]
    assert [newsroom.ask("/search/?q=harbour").status for _ in range(8)] == [200] * 8
    ((draft, path),) = newsroom.edit("file-drafts", 1)
    newsroom.edit("publish", draft)
    wait_until(lambda: newsroom.ask(path).status == 200, "the page")


def test_while_the_web_process_dies_again_and_again_the_paper_is_read(served: Served) -> None:
    newsroom = served.newsroom
    paths = [path_of_sort(sort, newsroom) for sort in SORTS]
    for kill in range(1, KILLS + 1):
        web = served.web
        # It is not started again while this looks, however long that takes.
        served.process.signal(signal.SIGSTOP)
        os.kill(web, signal.SIGKILL)
        assert [path for path in paths if newsroom.ask(path).status != 200] == []
        wait_until(lambda: newsroom.ask("/search/?q=harbour").status == 503, "the gap")
        check_kind_refusal(newsroom, newsroom.ask("/search/?q=harbour"))
        check_kind_refusal(newsroom, newsroom.ask(letters_path(newsroom)))
        served.process.signal(signal.SIGCONT)
        served.process.wait_for("web has ended (killed by SIGKILL)", times=kill)
        wait_until(lambda: newsroom.ask("/search/?q=harbour").status == 200, "the web process")


def path_of_sort(sort: str, newsroom: Newsroom) -> str:
    if sort.startswith("/"):
        return sort
    xpath, ending = SORTS[sort]
    return f"{found(newsroom.site / 'index.html', xpath)[0]}{ending}"


def letters_path(newsroom: Newsroom) -> str:
    links = "//a[starts-with(@href, '/letters/')]/@href"
    return str(found(newsroom.site / "authors/index.html", links)[0])


def check_kind_refusal(newsroom: Newsroom, answer: Reply) -> None:
    """The paper's own page for this, to be asked again soon and kept by nobody."""
    assert answer.status == 503
    assert answer.text == (newsroom.site / "unavailable.html").read_text(encoding="utf-8")
    assert answer["Content-Type"] == "text/html; charset=utf-8"
    assert answer["Cache-Control"] == "no-store"
    assert int(answer["Retry-After"]) > 0
    assert {name: answer[name] for name in PAPER_HEADERS} == PAPER_HEADERS


@contextmanager
def database_away(served: Served) -> Iterator[None]:
    """The database and what SQLite keeps beside it, moved elsewhere and back again.

    Who has a file open keeps it though it is moved: the web process is told to begin anew.
    """
    folder, elsewhere = served.newsroom.folder, served.newsroom.folder / "elsewhere"
    elsewhere.mkdir()
    moved = [name for name in DATABASE_FILES if (folder / name).exists()]
    before = children_of(served.web)
    for name in moved:
        (folder / name).rename(elsewhere / Path(name).name)
    os.kill(served.web, signal.SIGHUP)
    wait_until(lambda: not any(map(is_alive, before)), "the old web process to end")
    wait_until(lambda: served.newsroom.ask("/search/").status == 503, "the outage")
    try:
        yield
    finally:
        for name in DATABASE_FILES:
            (folder / name).unlink(missing_ok=True)
        for name in moved:
            (elsewhere / Path(name).name).rename(folder / name)
        elsewhere.rmdir()
