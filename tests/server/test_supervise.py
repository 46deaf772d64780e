from __future__ import annotations

import json
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from broadsheet.server.plan import Child, Plan
from broadsheet.server.supervise import ServeError, supervise
from tests.server.running import PATIENCE_SECONDS, Running, is_alive, python, running, wait_until

STAY = """
import os, signal, sys
def leave(number, _):
    print("told", signal.Signals(number).name)
    sys.exit(0)
for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
    signal.signal(number, leave)
print("here", os.getpid())
while True:
    signal.pause()
"""
STUBBORN = """
import os, signal
signal.signal(signal.SIGTERM, lambda *_: print("no"))
print("here", os.getpid())
while True:
    signal.pause()
"""
A_FAMILY = """
import os, signal
if os.fork() == 0:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.write(1, b"child %d\\n" % os.getpid())
else:
    os.write(1, b"parent %d\\n" % os.getpid())
while True:
    signal.pause()
"""


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """A supervisor in this process runs until it is told to stop: not for ever."""

    def end(*_: object) -> None:
        raise AssertionError(f"nobody stopped it within {PATIENCE_SECONDS} s")

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(PATIENCE_SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def make_child(program: str, **changes: Any) -> Child:
    values: dict[str, Any] = {
        "name": "one",
        "argv": (sys.executable, "-u", "-c", program),
        "env": os.environ,
    }
    return Child(**(values | changes))


def make_plan(tmp_path: Path, *children: Child, **changes: Any) -> Plan:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    return Plan(children=children, scratch=scratch, **changes)


class Log(list[str]):
    """The log of a supervisor in this process, which is told to stop when `end` is said."""

    def __init__(self, *, end: str = "") -> None:
        self._end = end

    def __call__(self, line: str) -> None:
        self.append(line)
        if self._end and re.search(self._end, line):
            signal.raise_signal(signal.SIGTERM)

    @property
    def text(self) -> str:
        """Without the numbers of processes."""
        return re.sub(r"\d{3,}", "N", "\n".join(self))


def stop_at_once() -> None:
    signal.raise_signal(signal.SIGTERM)


def do_nothing() -> None:
    return


@contextmanager
def supervisor(tmp_path: Path, *, grace_seconds: float = 20, **programs: str) -> Iterator[Running]:
    """One in a process of its own."""
    (tmp_path / "scratch").mkdir()
    told = {
        "programs": programs,
        "scratch": str(tmp_path / "scratch"),
        "grace_seconds": grace_seconds,
    }
    with running(python("tests.server.supervised", json.dumps(told))) as process:
        process.wait_for("all is ready")
        yield process


def pids(log: str, word: str) -> list[int]:
    return [int(found) for found in re.findall(rf"{word} (\d+)", log)]


def test_children_start_in_order_and_stop_in_the_opposite_one(tmp_path: Path) -> None:
    log = Log()
    says = {name: f": here {name}" for name in ("worker", "web", "nginx")}

    def is_ready(name: str) -> Callable[[], bool]:
        return lambda: any(line.startswith(f"{name}: here") for line in log)

    children = [make_child(STAY, name=name, is_ready=is_ready(name)) for name in says]
    assert supervise(make_plan(tmp_path, *children), announce=stop_at_once, log=log) == 0
    assert log.text.splitlines() == [
        "worker: here N",
        "web: here N",
        "nginx: here N",
        "nginx: told SIGTERM",
        "web: told SIGTERM",
        "worker: told SIGTERM",
    ]


def test_a_child_is_told_to_stop_in_its_own_way(tmp_path: Path) -> None:
    log = Log()
    child = make_child(STAY, stop_signal=signal.SIGQUIT, is_ready=lambda: "one: here N" in log.text)
    supervise(make_plan(tmp_path, child), announce=stop_at_once, log=log)
    assert log[-1] == "one: told SIGQUIT"


def test_all_is_announced_once_when_all_are_ready(tmp_path: Path) -> None:
    log = Log()
    announced: list[str] = []

    def announce() -> None:
        announced.append(log.text)
        stop_at_once()

    children = [
        make_child(STAY, name=name, is_ready=lambda name=name: f"{name}: here N" in log.text)
        for name in ("one", "two")
    ]
    supervise(make_plan(tmp_path, *children), announce=announce, log=log)
    assert announced == ["one: here N\ntwo: here N"]


def test_a_stop_while_it_starts_is_a_clean_stop(tmp_path: Path) -> None:
    log = Log(end="here")
    child = make_child(STAY, is_ready=lambda: False)

    def announce() -> None:
        raise AssertionError("nothing is ready")

    assert supervise(make_plan(tmp_path, child), announce=announce, log=log) == 0
    assert log.text == "one: here N\none: told SIGTERM"


def test_the_scratch_folder_goes_in_the_end(tmp_path: Path) -> None:
    plan = make_plan(tmp_path, make_child(STAY))
    (plan.scratch / "nginx.conf").touch()
    supervise(plan, announce=stop_at_once, log=Log())
    assert not plan.scratch.exists()


def test_signals_mean_afterwards_what_they_meant_before(tmp_path: Path) -> None:
    numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD)
    before = [signal.getsignal(number) for number in numbers]
    supervise(make_plan(tmp_path, make_child(STAY)), announce=stop_at_once, log=Log())
    assert [signal.getsignal(number) for number in numbers] == before
    assert signal.set_wakeup_fd(-1) == -1


def test_a_child_that_dies_is_started_again_after_a_pause_that_grows(tmp_path: Path) -> None:
    log = Log(end="again in 0.04 s")
    flag = tmp_path / "from now on it dies"
    program = f"import os\nif os.path.exists({str(flag)!r}): os._exit(3)\n{STAY}"
    child = make_child(program, is_ready=lambda: "here" in log.text)
    plan = make_plan(tmp_path, child, pause_seconds=0.01, longest_pause_seconds=30)

    def kill_it() -> None:
        flag.touch()
        os.kill(pids("\n".join(log), "here")[0], signal.SIGKILL)

    assert supervise(plan, announce=kill_it, log=log) == 0
    assert log[1:] == [
        "broadsheet: one has ended (killed by SIGKILL); it starts again in 0.01 s",
        "broadsheet: one has ended (exit code 3); it starts again in 0.02 s",
        "broadsheet: one has ended (exit code 3); it starts again in 0.04 s",
    ]


def test_the_pause_does_not_grow_beyond_its_limit(tmp_path: Path) -> None:
    log = Log()
    flag = tmp_path / "from now on it dies"
    program = f"import os\nif os.path.exists({str(flag)!r}): os._exit(3)\n{STAY}"
    child = make_child(program, is_ready=lambda: "here" in log.text)
    # Such a short life is a long one by this clock, which does not move.
    plan = make_plan(tmp_path, child, pause_seconds=0.02, longest_pause_seconds=0.03)
    died = 0

    def count(line: str) -> None:
        nonlocal died
        log(line)
        died += "has ended" in line
        if died == 4:
            stop_at_once()

    def kill_it() -> None:
        flag.touch()
        os.kill(pids("\n".join(log), "here")[0], signal.SIGKILL)

    supervise(plan, announce=kill_it, log=count)
    pauses = {float(line.split(" in ")[1].split()[0]) for line in log if "has ended" in line}
    assert pauses <= {0.02, 0.03}


def test_the_others_go_on_while_one_is_started_again(tmp_path: Path) -> None:
    log = Log()
    others = [
        make_child(STAY, name=name, is_ready=lambda name=name: f"{name}: here" in log.text)
        for name in ("one", "two")
    ]

    def kill_the_first() -> None:
        os.kill(pids("\n".join(log), "one: here")[0], signal.SIGKILL)

    def until_it_is_back(line: str) -> None:
        log(line)
        if log.text.count("one: here") == 2:
            stop_at_once()

    plan = make_plan(tmp_path, *others, pause_seconds=0.01)
    assert supervise(plan, announce=kill_the_first, log=until_it_is_back) == 0
    assert log.text.splitlines()[2:] == [
        "broadsheet: one has ended (killed by SIGKILL); it starts again in 0.01 s",
        "one: here N",
        "two: told SIGTERM",
        "one: told SIGTERM",
    ]


def test_all_is_open_before_an_errand_is_done_and_goes_on_afterwards(tmp_path: Path) -> None:
    log = Log(end="web: here")
    go = tmp_path / "go"
    program = f"import os, time\nwhile not os.path.exists({str(go)!r}): time.sleep(0.01)"
    doors = make_child(STAY, name="nginx", is_ready=lambda: "nginx: here" in log.text)
    errand = make_child(program, name="errand", is_errand=True)
    web = make_child(STAY, name="web")

    def announce() -> None:
        assert log.text == "nginx: here N"
        go.touch()

    assert supervise(make_plan(tmp_path, doors, errand, web), announce=announce, log=log) == 0
    assert log.text.splitlines() == [
        "nginx: here N",
        "web: here N",
        "web: told SIGTERM",
        "nginx: told SIGTERM",
    ]


def test_an_errand_that_fails_is_run_again(tmp_path: Path) -> None:
    log = Log(end="web: here")
    mark = tmp_path / "tried"
    program = (
        f"import os\nif not os.path.exists({str(mark)!r}): os.mkdir({str(mark)!r}); os._exit(1)"
    )
    errand = make_child(program, name="errand", is_errand=True)
    plan = make_plan(tmp_path, errand, make_child(STAY, name="web"), pause_seconds=0.01)
    assert supervise(plan, announce=do_nothing, log=log) == 0
    assert log.text.splitlines() == [
        "broadsheet: errand has ended (exit code 1); it starts again in 0.01 s",
        "web: here N",
        "web: told SIGTERM",
    ]


@pytest.mark.parametrize(
    ("program", "said"),
    [
        (
            "print('no such table'); raise SystemExit(3)",
            "two could not start (exit code 3); mend what it says in the log, which ends with: no",
        ),
        ("import os; os._exit(0)", "two could not start (exit code 0); it said nothing"),
        (
            "import os; os.kill(os.getpid(), 9)",
            "two could not start (killed by SIGKILL); it said nothing",
        ),
    ],
)
def test_a_child_that_cannot_start_ends_the_others(tmp_path: Path, program: str, said: str) -> None:
    log = Log()
    first = make_child(STAY, is_ready=lambda: "one: here N" in log.text)
    second = make_child(program, name="two", is_ready=lambda: False)
    with pytest.raises(ServeError) as error:
        supervise(make_plan(tmp_path, first, second), announce=do_nothing, log=log)
    assert str(error.value).startswith(said)
    assert log[-1] == "one: told SIGTERM"


def test_a_child_whose_program_is_missing_cannot_start(tmp_path: Path) -> None:
    child = make_child("", argv=("/no/such/program",))
    with pytest.raises(ServeError, match=r"one could not start .*/no/such/program: No such file"):
        supervise(make_plan(tmp_path, child), announce=do_nothing, log=Log())


def test_a_child_that_is_never_ready_cannot_start(tmp_path: Path) -> None:
    log = Log()
    child = make_child(STAY, is_ready=lambda: False, ready_seconds=0.2)
    with pytest.raises(ServeError, match=r"one did not answer within 0\.2 seconds"):
        supervise(make_plan(tmp_path, child), announce=do_nothing, log=log)


def test_a_child_that_will_not_end_is_killed_after_its_grace(tmp_path: Path) -> None:
    log = Log()
    child = make_child(STUBBORN, is_ready=lambda: "here" in log.text, grace_seconds=0.2)
    assert supervise(make_plan(tmp_path, child), announce=stop_at_once, log=log) == 0
    assert log[1:] == [
        "one: no",
        "broadsheet: one was told to end 0.2 s ago and has not; it is killed",
    ]
    assert not is_alive(*pids("\n".join(log), "here"))


def test_what_a_child_leaves_behind_ends_with_it(tmp_path: Path) -> None:
    log = Log()
    child = make_child(A_FAMILY, is_ready=lambda: "child" in log.text and "parent" in log.text)
    supervise(make_plan(tmp_path, child), announce=stop_at_once, log=log)
    left = pids("\n".join(log), "child")
    assert len(left) == 1
    wait_until(lambda: not is_alive(*left), "the end of the family")


def test_a_child_hears_that_its_file_has_changed(tmp_path: Path) -> None:
    log = Log(end="again: /new/")
    file, written = tmp_path / "moved.map", tmp_path / "moved.new"
    file.write_text("/old/")
    program = f"""
import signal, sys
from pathlib import Path
signal.signal(signal.SIGHUP, lambda *_: print("again:", Path({str(file)!r}).read_text()))
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
print("here")
while True:
    signal.pause()
"""
    child = make_child(program, is_ready=lambda: "here" in log.text, reload_when_changed=file)

    def change() -> None:
        written.write_text("/new/")
        written.replace(file)

    assert supervise(make_plan(tmp_path, child), announce=change, log=log) == 0
    assert log == ["one: here", "one: again: /new/"]


def test_lines_of_several_children_never_mix(tmp_path: Path) -> None:
    log = Log()
    count = 300
    program = f"""
import os, sys
name = sys.argv[1]
for number in range({count}):
    for letter in f"{{name * 20}} {{number}}":
        os.write(1 + number % 2, letter.encode())
    os.write(1, b"\\n")
{STAY}
"""
    children = [
        make_child("", name=name, argv=(sys.executable, "-u", "-c", program, name))
        for name in ("a", "b", "c")
    ]

    def until_all_is_said(line: str) -> None:
        log(line)
        if log.text.count("here") == 3:
            stop_at_once()

    supervise(make_plan(tmp_path, *children), announce=do_nothing, log=until_all_is_said)
    for name in ("a", "b", "c"):
        own = [line for line in log if line.startswith(f"{name}: ")]
        assert own[:count] == [f"{name}: {name * 20} {number}" for number in range(count)]
        assert len(own) == count + 2


def test_a_signal_to_the_whole_terminal_reaches_a_child_once(tmp_path: Path) -> None:
    with supervisor(tmp_path, one=STAY, two=STAY) as process:
        process.wait_for("here", times=2)
        for _ in range(3):
            os.killpg(process.pid, signal.SIGINT)
        assert process.exit_code() == 0
        assert process.log.count("told SIGTERM") == 2
        assert "SIGINT" not in process.log


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    with supervisor(tmp_path, one=STAY, two=STAY) as process:
        process.wait_for("here", times=2)
        process.signal(number)
        assert process.exit_code() == 0
        assert not any(is_alive(pid) for pid in pids(process.log, "here"))


def test_nothing_outlives_a_supervisor_that_is_killed(tmp_path: Path) -> None:
    programs = {"one": STAY, "two": A_FAMILY, "three": STUBBORN}
    with supervisor(tmp_path, grace_seconds=0.5, **programs) as process:
        process.wait_for("here", times=2)
        process.wait_for("child")
        process.wait_for("parent")
        started = [pid for word in ("here", "child", "parent") for pid in pids(process.log, word)]
        assert len(started) == 4
        process.signal(signal.SIGKILL)
        wait_until(lambda: not any(is_alive(pid) for pid in started), "the end of all of them")
        wait_until(lambda: not (tmp_path / "scratch").exists(), "a clean floor")


def test_a_watchman_who_is_killed_is_replaced(tmp_path: Path) -> None:
    with supervisor(tmp_path, grace_seconds=0.5, one=STAY) as process:
        process.wait_for("here")
        os.kill(watchman_of(process.pid), signal.SIGKILL)
        process.wait_for("the watchman was killed; another one has taken over")
        process.signal(signal.SIGKILL)
        wait_until(lambda: not is_alive(*pids(process.log, "here")), "the end of the child")


def watchman_of(pid: int) -> int:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    found = [
        int(child)
        for child in children
        if b"watchman.py" in Path(f"/proc/{child}/cmdline").read_bytes()
    ]
    assert len(found) == 1
    return found[0]
