"""What `broadsheet deploy nginx` prints works as printed, in an nginx set up as Debian does."""

from __future__ import annotations

import datetime as dt
import json
import os
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from broadsheet.config import Config
from broadsheet.server.answers import Answers
from broadsheet.server.deploy.nginx import nginx_site
from tests.server.asking import TIMEOUT_SECONDS, Address, Reply, ask, ask_on
from tests.server.doors import nginx_binary, web_application
from tests.server.making import HOME_PAGE, SOUND, free_port, make_site, make_static
from tests.server.running import running, wait_until
from tests.voice.sound.signing import make_chain

# What stands in Debian's nginx.conf and could get in the way.
DEBIAN = """
daemon off;
{user}
pid {run}/nginx.pid;
error_log stderr warn;
events {{ worker_connections 768; }}
http {{
    sendfile on;
    tcp_nopush on;
    types_hash_max_size 2048;
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log {run}/access.log;
    gzip on;
    include {run}/conf.d/*.conf;
}}
"""


def make_newsroom(folder: Path, *, url: str) -> Config:
    settings = {"url": url}, {"socket": str(folder / "web.sock")}
    config = Config.model_validate({"home": folder, "paper": settings[0], "server": settings[1]})
    config.var.mkdir()
    make_site(config.site)
    make_static(config.static)
    (config.site / "moved.map").write_text('"/old/address/" "/national/talks/";\n')
    return config


@contextmanager
def serving(config: Config, text: str, address: Address) -> Iterator[None]:
    run = config.home / "run"
    (run / "conf.d").mkdir(parents=True)
    (run / "conf.d/broadsheet.conf").write_text(text)
    user = "user root root;" if os.geteuid() == 0 else ""
    (run / "nginx.conf").write_text(DEBIAN.format(run=run, user=user))
    command = [nginx_binary("nginx from Debian"), "-e", "stderr", "-p", run, "-c"]
    with (
        web_application(Path(config.server.socket)),
        running([*command, run / "nginx.conf"]) as nginx,
    ):
        wait_until(Answers(address, path="/"), nginx.log)
        yield


def test_the_paper_is_served_as_printed(tmp_path: Path) -> None:
    address = ("127.0.0.1", free_port())
    config = make_newsroom(tmp_path, url=f"http://127.0.0.1:{address[1]}")
    with serving(config, nginx_site(config), address):
        page = ask(address, "/", headers={"Accept-Encoding": "br"})
        assert (page.status, page["Content-Encoding"], page.text) == (200, "br", HOME_PAGE)
        again = ask(
            address,
            "/",
            headers={"Accept-Encoding": "br", "If-None-Match": page["ETag"]},
        )
        assert again.status == 304
        part = ask(address, "/sound/12-3fa9c1d2e0.mp3", headers={"Range": "bytes=5-9"})
        assert (part.status, part.body) == (206, SOUND[5:10])
        assert ask(address, "/nowhere/").status == 404
        assert ask(address, "/national/withdrawn/").status == 410
        assert ask(address, "/old/address/")["Location"] == "/national/talks/"
        assert ask(address, "/static/admin/desk.css").status == 200
        assert ask(address, "/desk/").status == 200


def test_with_https_it_says_so_to_django_and_port_80_leads_there(tmp_path: Path) -> None:
    chain = make_chain(tmp_path, now=dt.datetime.now(dt.UTC))
    address, plain = ("127.0.0.1", free_port()), ("127.0.0.1", free_port())
    config = make_newsroom(tmp_path, url=f"https://paper.example:{address[1]}")
    text = nginx_site(config, certificate=chain.certificates, key=chain.key)
    # No test can have the machine's own port 80.
    text = text.replace("listen 80;", f"listen {plain[1]};").replace(
        "[::]:80;", f"[::]:{plain[1]};"
    )
    with serving(config, text, plain):
        leads = ask(plain, "/national/?page=2")
        assert leads["Location"] == f"https://paper.example:{address[1]}/national/?page=2"
        told: dict[str, Any] = json.loads(ask_over_tls(address, "/desk/").body)
        assert told["scheme"] == "https"
        assert told["headers"]["x-forwarded-for"] == "127.0.0.1"


def ask_over_tls(address: Address, target: str) -> Reply:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    with (
        socket.create_connection(address, timeout=TIMEOUT_SECONDS) as connection,
        trusting.wrap_socket(connection, server_hostname="paper.example") as over_tls,
    ):
        return ask_on(over_tls, target)


def test_it_tells_where_the_socket_has_to_be(tmp_path: Path) -> None:
    config = Config.model_validate({"home": tmp_path, "paper": {"url": "https://news.example"}})
    text = nginx_site(config)
    assert 'socket = "/run/broadsheet/web.sock"' in text
    assert "/etc/letsencrypt/live/news.example/fullchain.pem" in text


@pytest.mark.parametrize("value", ["127.0.0.1, nonsense", "10.0.0.0/99"])
def test_a_proxy_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="is no address; write addresses or networks"):
        Config.model_validate({"server": {"proxies": value}})
