"""A small site, a free port, a newsroom's settings."""

from __future__ import annotations

import gzip
import os
import random
import socket
from contextlib import suppress
from pathlib import Path

import brotli

from broadsheet.config import Config

ROOT = Path(__file__).parent.parent.parent

# Everything in a path that a configuration file could take amiss.
ODD_NAME = 'a "paper" $uri {x}; [1] # \\ 신문'

HOME_PAGE = "<!doctype html><title>The paper</title>" + "<p>All of the news.</p>" * 400
REPORT = "<!doctype html><title>Talks resume</title>" + "<p>The talks went on.</p>" * 1000
NOT_FOUND = "<!doctype html><title>Not found</title>" + "<p>Nothing is here.</p>" * 50
UNAVAILABLE = "<!doctype html><title>Not now</title>" + "<p>Come back soon.</p>" * 50
GONE = "<!doctype html><title>Withdrawn</title>" + "<p>It was withdrawn.</p>" * 50
PHOTO = bytes(range(256)) * 40
# Larger than what is sent in one go, and of no byte twice at the same place in 251.
SOUND = bytes(range(251)) * 2000
CAPTIONS = "WEBVTT\n\n" + "".join(
    f"00:{at:02}.000 --> 00:{at:02}.900\nThe talks “went on”, line {at}.\n\n" for at in range(60)
)
CUES = '{"words":[[0,0,310],[1,310,620]]}'
_PORTS = random.SystemRandom()  # of the machine: two runs at once ask for other ports


def put(file: Path, text: str, *, endings: tuple[str, ...] = (".br", ".gz")) -> None:
    """Write a text file with its siblings, each renamed into its place, the file itself last."""
    file.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode()
    packed = {".br": brotli.compress(data), ".gz": gzip.compress(data, mtime=0)}
    for ending in (*endings, ""):
        written = file.parent.parent / f".{file.name}{ending}.tmp"
        written.write_bytes(packed.get(ending, data))
        written.replace(file.with_name(file.name + ending))


def make_site(site: Path) -> Path:
    put(site / "index.html", HOME_PAGE)
    put(site / "404.html", NOT_FOUND)
    put(site / "unavailable.html", UNAVAILABLE)
    put(site / "national/talks/index.html", REPORT)
    put(site / "national/withdrawn/gone.html", GONE)
    put(site / "전국/회담/index.html", REPORT)
    put(site / "national/feed.xml", "<rss></rss>")
    put(site / "assets/paper.1a2b.css", "body { color: black }")
    put(site / "assets/tools.1a2b.js", "export {}")
    put(site / "plain/index.html", "<p>plain alone</p>", endings=())
    put(site / "gzip-alone/index.html", "<p>and gzip</p>", endings=(".gz",))
    put(site / "national/.hidden.html", "hidden")
    put(site / ".private/index.html", "private")
    (site / "empty/folder").mkdir(parents=True)
    (site / "photos").mkdir()
    put(site / "threads/7/index.html", "What readers say")
    put(site / "live-updates/7.json", "{}")
    (site / "photos/talks.jpg").write_bytes(PHOTO)
    (site / "photos/empty.jpg").touch()
    (site / "sound").mkdir()
    (site / "sound/12-3fa9c1d2e0.mp3").write_bytes(SOUND)
    (site / "sound/12-77b0c1aa54.opus").write_bytes(SOUND[::-1])
    # Nothing of the kind is written; if it ever stands there, it is not sent for the sound.
    (site / "sound/12-3fa9c1d2e0.mp3.gz").write_bytes(b"packed")
    put(site / "sound/12-0d9e8f7a6b.vtt", CAPTIONS)
    put(site / "sound/12-5c4b3a2918.json", CUES)
    (site / "photos/talks.jpg.tmp").write_bytes(b"half a photo")
    (site / "national/talks/index.html.new").write_text("half a page")
    put(site.parent / "secret.html", "a secret")
    return site


def make_static(static: Path) -> Path:
    put(static / "admin/desk.css", "p { margin: 0 }" * 100, endings=())
    (static / "admin/desk.woff2").write_bytes(b"font")
    (static / "admin/LICENSE").write_text("free")
    (static / "admin/.hidden.css").write_text("hidden")
    return static


def make_config(home: Path, **changes: object) -> Config:
    server = {"host": "127.0.0.1", "port": free_port()} | changes
    return Config.model_validate({"home": home, "server": server})


def make_environment(**changes: str) -> dict[str, str]:
    """In which a child finds Broadsheet and the stand-ins of these tests."""
    return {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", **changes}


def free_port() -> int:
    """A port that nobody listens at, out of the reach of what the kernel gives to connections.

    One that the kernel gave could be a browser's by the time that a server asks for it.
    """
    while True:
        port = _PORTS.randrange(20_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return port
