"""A site folder → Debian's nginx serving it, as somebody would set it up by hand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.missing import program
from bench.running import answers, free_port, running
from broadsheet.headers import PAPER_HEADERS
from broadsheet.server.caching import PAGE

# As many processes and the same headers as ours: what is left to compare is how each finds a file
# and its compressed sibling.
_CONFIGURATION = """\
daemon off;
{user}
worker_processes {processes};
pid {run}/nginx.pid;
error_log stderr warn;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types;
    charset utf-8;
    server_tokens off;
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 10000;
    {cache}
    client_body_temp_path {run}/client_body;
    proxy_temp_path {run}/proxy;
    fastcgi_temp_path {run}/fastcgi;
    uwsgi_temp_path {run}/uwsgi;
    scgi_temp_path {run}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        index index.html;
        gzip_static on;
        gzip_vary on;
        {headers}
    }}
}}
"""
# Debian's nginx comes without it; ours has it, set to the same values.
_OPEN_FILE_CACHE = (
    "open_file_cache max=2048 inactive=10s; open_file_cache_valid 1s; open_file_cache_min_uses 8;"
)


@dataclass(frozen=True, slots=True)
class Reference:
    origin: str
    pid: int


@contextmanager
def reference(site: Path, *, run: Path, is_caching: bool) -> Iterator[Reference]:
    """Serve `site` for as long as this lasts. Raises Missing without nginx.

    `run` is a folder of its own. With `is_caching` it keeps files open, as ours does. Debian's
    nginx knows no brotli, ours does: whoever asks for both gets gzip here.
    """
    nginx = program("nginx", package="nginx")
    run.mkdir()
    port = free_port()
    configuration = run / "nginx.conf"
    configuration.write_text(
        _CONFIGURATION.format(
            user="user root;" if os.geteuid() == 0 else "",
            processes=max(2, min(4, os.cpu_count() or 2)),
            run=run,
            port=port,
            site=site,
            cache=_OPEN_FILE_CACHE if is_caching else "",
            headers="\n        ".join(_headers()),
        ),
        encoding="utf-8",
    )
    argv = (nginx, "-e", "stderr", "-p", run, "-c", configuration)
    with running(argv, env=os.environ, log=run / "nginx.log", is_ready=answers(port)) as process:
        yield Reference(f"http://127.0.0.1:{port}", process.pid)


def _headers() -> Iterator[str]:
    for name, value in {**PAPER_HEADERS, "Cache-Control": PAGE}.items():
        yield f'add_header {name} "{value}";'
