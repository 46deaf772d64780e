"""`broadsheet serve` as whoever runs it meets it, and the headers that everything goes out with."""

from __future__ import annotations

import os
import signal
import socket
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path

import pytest

from broadsheet.headers import PAPER_HEADERS
from tests.browser.conftest import Paper
from tests.browser.newsrooms import Edited, Newsroom, children_of, make_copy_of, serving
from tests.server.running import is_alive, python, running, wait_until

pytest_plugins = ["tests.browser.editions"]

DRAFTS = 12
KILLS = 3


@pytest.fixture
def newsroom(paper: Paper, tmp_path: Path) -> Newsroom:
    """A newsroom of this test's own; nobody serves it yet."""
    return make_copy_of(paper, tmp_path / "newsroom")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_says_where_the_paper_is_and_stops_without_a_trace(
    newsroom: Newsroom, number: signal.Signals
) -> None:
    with serving(newsroom) as process:
        assert process.log == f"The paper: {newsroom.url}/  The desk: {newsroom.url}/desk/\n"
        assert newsroom.ask("/").status == 200
        assert newsroom.ask("/desk/login/").status == 200
        started = children_of(process.pid)
        assert {"worker", "web", "nginx"} <= set(started.values())
        process.signal(number)
        assert process.exit_code() == 0
        assert [name for pid, name in started.items() if is_alive(pid)] == []
        assert is_free(newsroom.port)
        assert process.log.count("\n") == 1


def test_a_second_one_on_the_same_port_says_so_in_one_sentence(edited: Edited) -> None:
    second = edited.command("serve")
    assert second.returncode == 1
    assert second.stdout == ""
    assert second.stderr == (
        f"broadsheet: 127.0.0.1:{edited.port} is in use by another program; "
        "set [server] port in broadsheet.toml or end that program\n"
    )
    assert edited.ask("/").status == 200


def test_every_report_comes_out_though_the_press_is_killed_while_it_prints(
    newsroom: Newsroom,
) -> None:
    drafts: dict[int, str] = dict(newsroom.edit("file-drafts", DRAFTS))
    with serving(newsroom) as process:
        publishing = running(
            python("tests.browser.editor", "publish", *drafts), env=newsroom.environment
        )
        with publishing as editor:
            for kill in range(1, KILLS + 1):
                wait_until(partial(has_printed, newsroom, drafts, least=kill), "a page")
                os.kill(worker_of(process.pid), signal.SIGKILL)
                process.wait_for("worker has ended (killed by SIGKILL)", times=kill)
                wait_until(lambda: worker_of(process.pid), "another worker")
            assert editor.exit_code() == 0, editor.log
        wait_until(partial(has_printed, newsroom, drafts, least=DRAFTS), "every page")
        wait_until(lambda: is_in_step(newsroom), "an idle press")
        answers = [newsroom.ask(path) for path in drafts.values()]
        assert {answer.status for answer in answers} == {200}
        assert all(answer.text.endswith("</html>\n") for answer in answers)
        latest = newsroom.ask("/latest/").text + newsroom.ask("/latest/page/1/").text
        assert [path for path in drafts.values() if f'href="{path}"' not in latest] == []
        feed = newsroom.ask("/national/harbour/feed.xml").text
        assert [path for path in drafts.values() if f"{path}</link>" not in feed] == []


def test_nothing_is_left_of_it_when_it_is_killed(newsroom: Newsroom) -> None:
    with serving(newsroom) as process:
        started = children_of(process.pid)
        assert {"worker", "web", "nginx"} <= set(started.values())
        process.signal(signal.SIGKILL)
        wait_until(lambda: not any(map(is_alive, started)), "the end of them all")
        assert is_free(newsroom.port)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/feed.xml", 200),
        ("/robots.txt", 200),
        ("/no/such/page/", 404),
        ("/search/", 200),
        ("/search/?q=harbour", 200),
        ("/letters/nobody-of-that-name/", 404),
        ("/unavailable.html", 200),
        ("/latest", 301),
        ("/search", 301),
        ("/letters", 301),
        ("/assets/", 404),
    ],
)
def test_whatever_is_answered_carries_the_papers_headers(
    edited: Edited, path: str, status: int
) -> None:
    answer = edited.ask(path)
    assert answer.status == status
    assert {name: answer[name] for name in PAPER_HEADERS} == PAPER_HEADERS
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in answer["Content-Security-Policy"]


@pytest.mark.parametrize("kind", [".webp", ".css", ".js", ".woff2", ".svg"])
def test_a_file_carries_the_papers_headers_and_is_kept_for_good(edited: Edited, kind: str) -> None:
    file = next(iter(sorted(edited.site.glob(f"*/*{kind}"))))
    answer = edited.ask(f"/{file.relative_to(edited.site)}")
    assert answer.status == 200
    assert {name: answer[name] for name in PAPER_HEADERS} == PAPER_HEADERS
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"


def test_the_desk_tells_browsers_not_to_guess_and_nobody_to_frame_it(edited: Edited) -> None:
    answer = edited.ask("/desk/login/")
    assert answer.status == 200
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_the_old_address_of_a_report_leads_to_the_new_one(edited: Edited) -> None:
    wait_until(lambda: edited.ask(edited.renamed_from).status == 301, "the map of old addresses")
    moved = edited.ask(edited.renamed_from)
    assert moved["Location"] == edited.renamed_to
    assert {name: moved[name] for name in PAPER_HEADERS} == PAPER_HEADERS
    assert edited.ask(edited.renamed_to).status == 200


def test_what_the_press_keeps_for_itself_is_not_given_out(edited: Edited) -> None:
    for path in ("/moved.map", "/index.html.br", "/index.html.gz", "/../broadsheet.sqlite3"):
        assert edited.ask(path).status in {400, 404}, path


@pytest.mark.parametrize("path", ["/", "/feed.xml", "/search/?q=harbour", "/no/such/page/"])
def test_head_is_answered_as_get_without_the_body(edited: Edited, path: str) -> None:
    get, head = edited.ask(path), edited.ask(path, method="HEAD")
    assert head.status == get.status
    assert head.body == b""
    assert [head[name] for name in ("Content-Type", "Content-Length", "Cache-Control")] == [
        get[name] for name in ("Content-Type", "Content-Length", "Cache-Control")
    ]


@pytest.mark.parametrize("coding", ["br", "gzip", "identity"])
def test_a_page_that_the_reader_has_is_not_sent_again(edited: Edited, coding: str) -> None:
    accept = {"Accept-Encoding": coding}
    first = edited.ask("/", headers=accept)
    assert first["Content-Encoding"] == ("" if coding == "identity" else coding)
    for known in (
        {"If-None-Match": first["ETag"]},
        {"If-Modified-Since": first["Last-Modified"]},
    ):
        again = edited.ask("/", headers={**accept, **known})
        assert again.status == 304
        assert again.body == b""
    other = edited.ask("/", headers={**accept, "If-None-Match": '"another"'})
    assert other.status == 200
    assert parsedate_to_datetime(first["Last-Modified"]).tzinfo is not None


def test_a_photo_is_given_in_parts(edited: Edited) -> None:
    file = max(edited.site.glob("photos/*.webp"), key=lambda one: one.stat().st_size)
    path, whole = f"/{file.relative_to(edited.site)}", file.read_bytes()
    assert edited.ask(path)["Accept-Ranges"] == "bytes"
    begin = edited.ask(path, headers={"Range": "bytes=0-99"})
    assert (begin.status, begin.body) == (206, whole[:100])
    assert begin["Content-Range"] == f"bytes 0-99/{len(whole)}"
    end = edited.ask(path, headers={"Range": "bytes=-100"})
    assert (end.status, end.body) == (206, whole[-100:])
    beyond = edited.ask(path, headers={"Range": f"bytes={len(whole)}-"})
    assert beyond.status == 416
    assert beyond["Content-Range"] == f"bytes */{len(whole)}"


def has_printed(newsroom: Newsroom, drafts: dict[int, str], *, least: int) -> bool:
    """Whether so many of the drafts have a page on disk."""
    pages = [newsroom.site / path.strip("/") / "index.html" for path in drafts.values()]
    return sum(page.exists() for page in pages) >= least


def is_in_step(newsroom: Newsroom) -> bool:
    """Whether nothing waits for the press."""
    waiting = (
        "SELECT (SELECT count(*) FROM press_order) + count(*) FROM press_output WHERE is_stale"
    )
    return newsroom.asked(waiting) == [(0,)]


def worker_of(supervisor: int) -> int:
    """The process of the press; 0 while there is none."""
    found = (pid for pid, name in children_of(supervisor).items() if name == "worker")
    return next(found, 0)


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
