"""`broadsheet serve` as installed against Debian's nginx serving the same folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from urllib.parse import quote

from bench.asking import Answer, ask
from bench.clerk import clerk
from bench.figure import Figure, Target
from bench.missing import program
from bench.picture import picture
from bench.processor import processor_seconds
from bench.reference import reference
from bench.running import Broken
from bench.setting import Setting
from bench.spread import middle
from bench.turns import turns
from bench.wrk import Load, wrk

PART = "serving"
REPORTS = 12
OURS = "broadsheet serve"
PLAIN = "Debian's nginx"
CACHING = "the same, files kept open"
TARGET = Target("ratio", "at least", 0.95)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for. Where `is_alike`, all must give the same answer to the byte."""

    what: str
    headers: Mapping[str, str]
    is_alike: bool = True


@dataclass(frozen=True, slots=True)
class Server:
    """Who is asked, at which address, and whose processor time is counted."""

    name: str
    url: str
    pid: int


@dataclass(frozen=True, slots=True)
class Run:
    """One run of wrk, and the processor time that the server took for an answer."""

    load: Load
    microseconds: float


Runs = dict[str, list[Run]]


def measure(setting: Setting) -> list[Figure]:
    """Requests a second, the slowest in a hundred and the processor time of an article page.

    The figure promised is the one beside nginx as Debian gives it; what it would do if it kept
    files open, as ours does, stands beside it too. Processor time is that of an answer.
    """
    for name in ("wrk", "nginx"):
        program(name, package=name)
    room = setting.newsrooms.open(PART)
    with clerk(room, setting.say) as desk, ExitStack() as stack:
        photo = picture(setting.scratch / "serving.jpg")
        path = desk.do("fill", reports=REPORTS, picture=str(photo), is_packed=True)["path"]
        servers = [Server(OURS, room.origin + quote(path), stack.enter_context(room.served()))]
        for name, run in ((PLAIN, "plain"), (CACHING, "caching")):
            found = stack.enter_context(
                reference(room.site, run=setting.scratch / run, is_caching=name == CACHING)
            )
            servers.append(Server(name, found.origin + quote(path), found.pid))
        desk.do("settle")
        return _compare(servers, setting)


def _compare(servers: Sequence[Server], setting: Setting) -> list[Figure]:
    questions = _questions(servers[0].url)
    for question in questions:
        _ensure_alike(question, servers)
    runs: dict[str, Runs] = {question.what: defaultdict(list) for question in questions}
    # They take turns within each question: what else the machine does falls on all of them.
    pairs = [(question, server) for question in questions for server in servers]
    rounds = setting.pace.serving_rounds
    for turn, (question, server) in enumerate(turns(pairs, rounds=rounds)):
        if turn % len(pairs) == 0:
            setting.say(f"{PART}: round {turn // len(pairs) + 1} of {rounds}")
        run = _run(question, server, seconds=setting.pace.serving_seconds)
        runs[question.what][server.name].append(run)
    return [figure for question in questions for figure in _figures(question, runs[question.what])]


def _questions(url: str) -> tuple[Question, ...]:
    gzip = {"Accept-Encoding": "gzip"}
    seen = ask(url, gzip).headers.get("etag", "")
    browser = {"Accept-Encoding": "gzip, deflate, br, zstd"}
    return (
        Question("article page, gzip", gzip),
        Question("article page, not compressed", {"Accept-Encoding": "identity"}),
        Question("article page, not changed (304)", {**gzip, "If-None-Match": seen}),
        Question("article page as browsers ask: brotli, theirs gzip", browser, is_alike=False),
    )


def _ensure_alike(question: Question, servers: Sequence[Server]) -> None:
    """None may be measured doing less than the others."""
    answers = [ask(server.url, question.headers) for server in servers]
    given = [_comparable(one) if question.is_alike else one.status for one in answers]
    if any(one != given[0] for one in given):
        raise Broken(f"{question.what}: nothing to compare, the answers differ: {given}")


def _comparable(answer: Answer) -> tuple[int, int, dict[str, str]]:
    own = {"server", "date", "connection", "keep-alive", "accept-ranges"}
    headers = {name: value for name, value in answer.headers.items() if name not in own}
    return answer.status, hash(answer.body), headers


def _run(question: Question, server: Server, *, seconds: int) -> Run:
    before = processor_seconds(server.pid)
    load = wrk(server.url, question.headers, seconds=seconds)
    spent = processor_seconds(server.pid) - before
    return Run(load, 1e6 * spent / load.answers)


def _figures(question: Question, runs: Runs) -> list[Figure]:
    what = question.what
    rate = _per_second(what, runs, PLAIN)
    if not question.is_alike:
        return [rate]
    return [
        replace(rate, target=TARGET),
        _per_second(what, runs, CACHING),
        _p99(what, runs),
        _microseconds(what, runs, PLAIN),
        _microseconds(what, runs, CACHING),
    ]


def _per_second(what: str, runs: Runs, beside: str) -> Figure:
    return _figure(what, "req/s", runs, beside, lambda run: run.load.per_second)


def _p99(what: str, runs: Runs) -> Figure:
    figure = _figure(f"{what}: p99", "ms", runs, PLAIN, lambda run: run.load.p99_milliseconds)
    # Of one run it is a hundredth of the answers: pairs of them say less than the medians.
    return replace(figure, ratios=())


def _microseconds(what: str, runs: Runs, beside: str) -> Figure:
    return _figure(f"{what}: processor", "µs", runs, beside, lambda run: run.microseconds)


def _figure(what: str, unit: str, runs: Runs, beside: str, of: Callable[[Run], float]) -> Figure:
    ours, theirs = [of(run) for run in runs[OURS]], [of(run) for run in runs[beside]]
    return Figure(
        part=PART,
        what=what,
        value=middle(ours),
        unit=unit,
        beside=beside,
        beside_value=middle(theirs),
        ratios=tuple(a / b for a, b in zip(ours, theirs, strict=True)),
    )
