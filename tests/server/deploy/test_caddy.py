"""What `broadsheet deploy caddy` prints works as printed, in Debian's Caddy."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from broadsheet.config import Config
from broadsheet.server.answers import Answers
from broadsheet.server.deploy.caddy import caddyfile
from tests.server.asking import ask
from tests.server.doors import open_door
from tests.server.making import HOME_PAGE, SOUND, free_port, make_environment
from tests.server.running import running, wait_until


def test_the_paper_is_served_through_it_as_printed(tmp_path: Path) -> None:
    caddy = shutil.which("caddy")
    if caddy is None:
        pytest.skip("there is no Caddy here; apt-get install caddy")
    address = ("127.0.0.1", free_port())
    with open_door("nginx from the wheel", proxies="127.0.0.1") as door:
        server = {"host": door.address[0], "port": door.address[1]}
        paper = {"url": f"http://{address[0]}:{address[1]}"}
        config = Config.model_validate({"home": tmp_path, "paper": paper, "server": server})
        # Its own door for administrators is the machine's, as is port 80.
        text = "{\n    admin off\n}\n" + caddyfile(config)
        (tmp_path / "Caddyfile").write_text(text)
        argv = [caddy, "run", "--config", tmp_path / "Caddyfile", "--adapter", "caddyfile"]
        home = make_environment(HOME=str(tmp_path), XDG_DATA_HOME="", XDG_CONFIG_HOME="")
        with running(argv, env=home) as process:
            wait_until(Answers(address, path="/"), process.log)
            host = {"Host": f"{address[0]}:{address[1]}"}
            page = ask(address, "/", headers=host | {"Accept-Encoding": "br"})
            assert (page.status, page["Content-Encoding"], page.text) == (200, "br", HOME_PAGE)
            part = ask(address, "/sound/12-3fa9c1d2e0.mp3", headers=host | {"Range": "bytes=5-9"})
            assert (part.status, part.body) == (206, SOUND[5:10])
            assert ask(address, "/national/withdrawn/", headers=host).status == 410
            assert ask(address, "/old/address/", headers=host)["Location"] == "/national/talks/"
            lie = host | {"X-Forwarded-For": "203.0.113.9"}
            told: dict[str, Any] = json.loads(ask(address, "/desk/", headers=lie).body)
            assert told["headers"]["x-forwarded-for"] == "127.0.0.1"
