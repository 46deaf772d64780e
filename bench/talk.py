"""Comments: how many a second beside Isso, what reading them takes, and that none is lost."""

from __future__ import annotations

import re
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from statistics import median
from urllib.parse import quote, urlencode

from playwright.sync_api import Error, sync_playwright

from bench.asking import ask
from bench.clerk import Clerk, clerk
from bench.figure import Figure, Target
from bench.isso import Isso, isso
from bench.missing import Missing, program
from bench.newsroom import Newsroom
from bench.postgresql import cluster
from bench.posts import Post, Posted, posts
from bench.processor import processor_seconds
from bench.running import Broken
from bench.setting import Setting
from bench.spread import middle
from bench.turns import turns
from bench.wrk import Load, wrk

PART = "talk"
OURS = "broadsheet serve"
ON_POSTGRESQL = "broadsheet serve, on PostgreSQL"
ISSO = "Isso, gunicorn with two workers"
REPORTS = 4
READERS = 50
LONG_THREAD = 2_000
CONNECTIONS = 32
FIRST_HUNDRED_MILLISECONDS = 100
READERS_AT_ONCE = 500
SETTLED_SECONDS = 120
FREELY = {
    f"BROADSHEET_TALK__{name}": "1000000"
    for name in (
        *("READER_PER_MINUTE", "READER_PER_HOUR"),
        *("NETWORK_PER_MINUTE", "REPORT_PER_MINUTE"),
    )
}
_FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


class Writers:
    """Readers of a newsroom, each signed in, who write under one report."""

    def __init__(self, room: Newsroom, report: int, sessions: Sequence[str]) -> None:
        self._report = report
        self._heads = [self._head(room, session) for session in sessions]

    def write(self, writer: int, number: int) -> Post:
        key = str(uuid.uuid4())
        text = f"I have something to say, for the {number}th time: {key}."
        body = urlencode({"key": key, "text": text}).encode()
        head = self._heads[writer % len(self._heads)]
        return Post(key, head.replace(b"@", str(len(body)).encode()) + body)

    def _head(self, room: Newsroom, session: str) -> bytes:
        """What a browser sends with a post of the element's, but for the length."""
        url = f"{room.origin}/talk/{self._report}/mine.json"
        told = ask(url, {"Cookie": f"sessionid={session}"})
        if told.status != 200 or b'"signed_in": true' not in told.body:
            raise Broken(f"{url}: a reader is not signed in")
        token = told.body.partition(b'"csrf_token": "')[2].partition(b'"')[0].decode()
        secret = told.headers["set-cookie"].partition("csrftoken=")[2].partition(";")[0]
        return (
            f"POST /talk/{self._report}/ HTTP/1.1\r\n"
            f"Host: 127.0.0.1:{room.port}\r\n"
            f"Origin: {room.origin}\r\n"
            "Sec-Fetch-Site: same-origin\r\n"
            "Accept: application/json\r\n"
            f"Cookie: sessionid={session}; csrftoken={secret}\r\n"
            f"X-CSRFToken: {token}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            "Content-Length: @\r\n\r\n"
        ).encode()


def measure(setting: Setting) -> list[Figure]:
    """Everything that was promised of comments, in one run."""
    for name, package in (("wrk", "wrk"), ("chromium", "chromium")):
        program(name, package=package)
    room = setting.newsrooms.open(PART, also=FREELY)
    with clerk(room, setting.say) as desk, ExitStack() as stack:
        desk.do("fill", reports=REPORTS, picture=None, is_packed=True)
        talk = desk.do("open_talk", readers=READERS)
        pid = stack.enter_context(room.served())
        desk.do("settle")
        rival = stack.enter_context(isso(setting.scratch / "isso"))
        reports, sessions = talk["reports"], talk["sessions"]
        scene = Scene(setting, room, pid, desk, rival, _on_postgresql(setting, stack))
        return [
            *_posting(scene, Writers(room, reports[0][0], sessions), reports[0][0]),
            *_reading(scene, *reports[1]),
            *_crowd(scene, Writers(room, reports[2][0], sessions), reports[2][0]),
        ]


@dataclass(frozen=True, slots=True)
class Scene:
    """Everybody who has a part in it."""

    setting: Setting
    room: Newsroom
    pid: int
    desk: Clerk
    rival: Isso
    on_postgresql: Twin | None


@dataclass(frozen=True, slots=True)
class Twin:
    """A newsroom like ours that keeps its database in PostgreSQL, and a report for posts."""

    room: Newsroom
    pid: int
    desk: Clerk
    writers: Writers
    report: int


def _on_postgresql(setting: Setting, stack: ExitStack) -> Twin | None:
    """None, and a line that says why, where there is no PostgreSQL on this machine."""
    try:
        url = stack.enter_context(cluster())
    except Missing as missing:
        setting.say(f"{PART}: nothing is measured on PostgreSQL: {missing}")
        return None
    room = setting.newsrooms.on_postgresql(f"{PART}-postgresql", url, also=FREELY)
    desk = stack.enter_context(clerk(room, setting.say))
    desk.do("fill", reports=REPORTS, picture=None, is_packed=True)
    talk = desk.do("open_talk", readers=READERS)
    pid = stack.enter_context(room.served())
    desk.do("settle")
    report = talk["reports"][0][0]
    return Twin(room, pid, desk, Writers(room, report, talk["sessions"]), report)


def _posting(scene: Scene, writers: Writers, report: int) -> list[Figure]:
    """They take turns; afterwards every accepted comment is looked for in the database."""
    servers = {
        OURS: (scene.room.port, writers.write, scene.pid),
        ISSO: (scene.rival.port, scene.rival.write, scene.rival.pid),
    }
    if twin := scene.on_postgresql:
        servers[ON_POSTGRESQL] = (twin.room.port, twin.writers.write, twin.pid)
    runs: dict[str, list[Posted]] = {name: [] for name in servers}
    costs: dict[str, list[float]] = {name: [] for name in servers}
    pace = scene.setting.pace
    for name in turns(list(servers), rounds=pace.talk_rounds):
        scene.setting.say(f"{PART}: {name} takes posts for {pace.talk_seconds} s")
        port, write, pid = servers[name]
        before = processor_seconds(pid)
        run = posts(port, write, writers=CONNECTIONS, seconds=pace.talk_seconds)
        costs[name].append(1000 * (processor_seconds(pid) - before) / len(run.keys))
        runs[name].append(run)
        scene.setting.say(f"{PART}: {run.per_second:.0f} posts a second")
    accepted = [key for run in runs[OURS] for key in run.keys]
    return [
        replace(
            _beside("posts a second", "posts/s", *_each(runs, lambda run: run.per_second)),
            target=Target("ratio", "at least", 1),
        ),
        replace(_refused(OURS, runs[OURS]), target=Target("figure", "at most", 0)),
        _refused(ISSO, runs[ISSO]),
        _beside("the middle post took", "ms", *_each(runs, lambda run: median(run.milliseconds))),
        _beside("processor of a post", "ms", costs[OURS], costs[ISSO]),
        *_kept("posting", accepted, scene.desk.do("comments_of", report=report)),
        *(_posting_on_postgresql(twin, runs) if twin else ()),
    ]


def _posting_on_postgresql(twin: Twin, runs: Mapping[str, list[Posted]]) -> list[Figure]:
    ours, theirs = runs[ON_POSTGRESQL], runs[ISSO]
    accepted = [key for run in ours for key in run.keys]
    return [
        _beside(
            "posts a second on PostgreSQL",
            "posts/s",
            [run.per_second for run in ours],
            [run.per_second for run in theirs],
        ),
        replace(_refused(ON_POSTGRESQL, ours), target=Target("figure", "at most", 0)),
        *_kept("posting on PostgreSQL", accepted, twin.desk.do("comments_of", report=twin.report)),
    ]


def _refused(name: str, runs: Sequence[Posted]) -> Figure:
    refused = sum(run.refused for run in runs)
    of = refused + sum(len(run.keys) for run in runs)
    return Figure(part=PART, what=f"{name} refused, of {of:,}", value=refused, unit="posts")


def _each(
    runs: Mapping[str, list[Posted]], of: Callable[[Posted], float]
) -> tuple[list[float], list[float]]:
    return [of(run) for run in runs[OURS]], [of(run) for run in runs[ISSO]]


def _beside(what: str, unit: str, ours: list[float], theirs: list[float]) -> Figure:
    return Figure(
        part=PART,
        what=what,
        value=middle(ours),
        unit=unit,
        beside=ISSO,
        beside_value=middle(theirs),
        ratios=tuple(a / b for a, b in zip(ours, theirs, strict=True)) if all(theirs) else (),
    )


def _kept(when: str, accepted: Sequence[str], standing: Sequence[Sequence[object]]) -> list[Figure]:
    """What was accepted and does not stand, and what stands more than once."""
    found = Counter(str(key) for _, key in standing)
    lost = sum(key not in found for key in accepted)
    twice = sum(times - 1 for times in found.values()) + len(found.keys() - set(accepted))
    none = Target("figure", "at most", 0)
    many = f"of {len(accepted):,} accepted"
    return [
        Figure(part=PART, what=f"{when}: lost, {many}", value=lost, unit="comments", target=none),
        Figure(
            part=PART, what=f"{when}: twice or unasked", value=twice, unit="comments", target=none
        ),
    ]


def _reading(scene: Scene, report: int, path: str) -> list[Figure]:
    """A thread of two thousand, by wrk beside Isso's of as many, and in Chromium."""
    scene.desk.do("comment", report=report, comments=LONG_THREAD)
    rival_url = scene.rival.thread_of(LONG_THREAD)
    url = f"{scene.room.origin}/threads/{report}/"
    _wait_for_thread(url, LONG_THREAD)
    gzip = {"Accept-Encoding": "gzip"}
    ours: list[float] = []
    theirs: list[float] = []
    for name in turns([OURS, ISSO], rounds=scene.setting.pace.talk_rounds):
        asked, found = (url, ours) if name == OURS else (rival_url, theirs)
        found.append(wrk(asked, gzip, seconds=scene.setting.pace.talk_seconds).per_second)
    return [
        _beside(f"threads of {LONG_THREAD:,} comments read a second", "reads/s", ours, theirs),
        Figure(
            part=PART,
            what="the first hundred are shown, from asking for the thread",
            value=_first_hundred(scene.room.origin + quote(path), rounds=5),
            unit="ms",
            target=Target("figure", "under", FIRST_HUNDRED_MILLISECONDS),
        ),
    ]


def _wait_for_thread(url: str, total: int) -> None:
    """Until the press has printed all of it."""
    until = time.monotonic() + SETTLED_SECONDS
    while (answer := ask(url, {})).status != 200 or f'data-total="{total}"' not in str(answer.body):
        if time.monotonic() > until:
            raise Broken(f"{url}: the thread was not printed within {SETTLED_SECONDS} s")
        time.sleep(0.1)


# When the hundredth comment has been painted, and when the thread was asked for.
_WATCH = """
new MutationObserver((_, watch) => {
  if (document.querySelectorAll(".thread .comment").length < 100) return;
  watch.disconnect();
  requestAnimationFrame(() => setTimeout(() => (window.shownAt = performance.now())));
}).observe(document, { childList: true, subtree: true });
"""
_TOOK = """() => {
  const asked = performance.getEntriesByType("resource").find((one) =>
    new URL(one.name).pathname.startsWith("/threads/"));
  return window.shownAt ? window.shownAt - asked.startTime : null;
}"""


def _first_hundred(url: str, *, rounds: int) -> float:
    chromium = program("chromium", package="chromium")
    found = []
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=str(chromium), args=list(_FLAGS))
            for _ in range(rounds):
                page = browser.new_page()
                page.add_init_script(_WATCH)
                page.goto(url, wait_until="networkidle")
                page.locator("comment-thread").scroll_into_view_if_needed()
                page.locator(".thread .comment").nth(99).wait_for()
                # Not wait_for_function: the page's own policy forbids what that does.
                while (took := page.evaluate(_TOOK)) is None:
                    page.wait_for_timeout(10)
                found.append(float(took))
                page.close()
            browser.close()
    except Error as error:
        raise Missing(f"Chromium did not show the thread: {error.message}") from None
    return median(found)


def _crowd(scene: Scene, writers: Writers, report: int) -> list[Figure]:
    """Fifty write and five hundred read for a minute; afterwards all of it is in the thread."""
    seconds = scene.setting.pace.crowd_seconds
    scene.setting.say(f"{PART}: {READERS} write and {READERS_AT_ONCE} read for {seconds} s")
    url = f"{scene.room.origin}/threads/{report}/"
    posts(scene.room.port, writers.write, writers=1, seconds=0.1)
    first = scene.desk.do("comments_of", report=report)
    _wait_for_thread(url, len(first))
    read: list[Load] = []
    reading = threading.Thread(
        target=lambda: read.append(
            wrk(url, {"Accept-Encoding": "br"}, seconds=seconds, connections=READERS_AT_ONCE)
        )
    )
    reading.start()
    written = posts(scene.room.port, writers.write, writers=READERS, seconds=seconds)
    reading.join()
    if not read:
        raise Broken("the readers were not answered")
    standing = scene.desk.do("comments_of", report=report)
    _wait_for_thread(url, len(standing))
    accepted = [*(str(key) for _, key in first), *written.keys]
    shown = _in_thread(scene.room, report)
    missing = sum(pk not in shown for pk, _ in standing)
    return [
        Figure(
            part=PART, what="crowd: comments a second", value=written.per_second, unit="posts/s"
        ),
        Figure(
            part=PART, what="crowd: threads read a second", value=read[0].per_second, unit="reads/s"
        ),
        *_kept("crowd", accepted, standing),
        Figure(
            part=PART,
            what="crowd: in the database and not in the thread",
            value=missing,
            unit="comments",
            target=Target("figure", "at most", 0),
        ),
    ]


def _in_thread(room: Newsroom, report: int) -> set[int]:
    """The comments that the files of a thread show."""
    pages = (room.site / f"threads/{report}").rglob("index.html")
    return {int(one) for page in pages for one in _ID.findall(page.read_text(encoding="utf-8"))}


_ID = re.compile(r'data-id="(\d+)"')
