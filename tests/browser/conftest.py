"""The sample newspaper, made and served as `make demo` does it, and Chromium to read it with."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.chromium import PATIENCE_MS
from tests.server.making import free_port
from tests.server.running import PATIENCE_SECONDS


@dataclass(frozen=True)
class Paper:
    """A paper that is being served: its folder, its address, and how its editor signs in."""

    folder: Path
    url: str
    password: str
    process: subprocess.Popen[str]

    @property
    def site(self) -> Path:
        return self.folder / "var/site"

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        return command(self.folder, self.url, *words)


def environment(url: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    port = url.rpartition(":")[2]
    return {
        **kept,
        "BROADSHEET_SERVER__PORT": port,
        "BROADSHEET_PAPER__URL": url,
        # The voice would read all of the sample beside every test; one test asks for it.
        "BROADSHEET_SOUND__DAYS": "0",
    }


def command(folder: Path, url: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "broadsheet", *words],
        cwd=folder,
        env=environment(url),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=True,
    )


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    """The sample newspaper, served. Tests that change it put it right again, or take their own."""
    above = tmp_path_factory.mktemp("paper")
    url = f"http://127.0.0.1:{free_port()}"
    made = command(above, url, "demo", "demo", "--no-serve")
    found = re.search(r"as editor with the password (\S+)", made.stdout)
    assert found, made.stdout
    log = (above / "log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "broadsheet", "serve"],
        cwd=above / "demo",
        env=environment(url),
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
    )
    assert process.stdout
    said = process.stdout.readline()
    assert said.startswith("The paper: "), (above / "log").read_text()
    yield Paper(above / "demo", url, found.group(1), process)
    process.send_signal(signal.SIGTERM)
    process.wait(30)
    log.close()
    process.stdout.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1440, "height": 900})
    made.set_default_timeout(PATIENCE_MS)
    yield made
    made.close()


def wait_until(condition: object) -> None:
    """Wait for a condition (a function without arguments), not for a duration."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < until, "it did not come to pass"
        time.sleep(0.05)
