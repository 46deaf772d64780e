"""A file for `conf.d` of the machine's own nginx, which then serves the paper's files itself."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from broadsheet.config import Config
from broadsheet.server.nginx_paper import paper_maps, paper_server
from broadsheet.server.nginx_words import block, literal

USUAL_SOCKET = Path("/run/broadsheet/web.sock")

_OPENING = """\
# {url}, by nginx 1.22 or later. Printed by: broadsheet deploy nginx
#
# 1. Save it as /etc/nginx/conf.d/broadsheet.conf
# 2. In broadsheet.toml, under [server]: socket = "{socket}"
#    and start Broadsheet again (see: broadsheet deploy systemd).
# 3. Try it and take it: nginx -t && systemctl reload nginx
#
# The account of nginx has to be able to read {site} and {static}.
# A report that is renamed leaves a page that leads on; after a reload nginx redirects instead."""


def nginx_site(config: Config, *, certificate: Path | None = None, key: Path | None = None) -> str:
    """The file. `certificate` and `key` are for https; without them, where certbot keeps them."""
    url = urlsplit(config.paper.url)
    host = url.hostname or ""
    socket = Path(config.server.socket or USUAL_SOCKET)
    letsencrypt = Path("/etc/letsencrypt/live") / host
    if url.scheme == "https":
        port = url.port or 443
        opening: tuple[str, ...] = (
            f"listen {port} ssl http2;",
            f"listen [::]:{port} ssl http2;",
            f"server_name {host};",
            f"ssl_certificate {literal(certificate or letsencrypt / 'fullchain.pem')};",
            f"ssl_certificate_key {literal(key or letsencrypt / 'privkey.pem')};",
        )
    else:
        port = url.port or 80
        opening = (f"listen {port};", f"listen [::]:{port};", f"server_name {host};")
    opening_words = _OPENING.format(
        url=config.paper.url, socket=socket, site=config.site, static=config.static
    )
    return "\n".join(
        (
            opening_words,
            "",
            paper_maps(moved=config.site / "moved.map", socket=socket),
            *([_to_https(host, port)] if url.scheme == "https" else []),
            paper_server(
                *opening,
                site=config.site,
                static=config.static,
                scheme=url.scheme,
                proxies=config.server.believed,
            ),
            "",
        )
    )


def _to_https(host: str, port: int) -> str:
    """Port 80 leads to https, and answers who gives out certificates."""
    where = f"https://{host}" if port == 443 else f"https://{host}:{port}"
    return block(
        "server",
        "listen 80;",
        "listen [::]:80;",
        f"server_name {host};",
        block("location /.well-known/acme-challenge/", "root /var/www/html;"),
        block("location /", f"return 301 {where}$request_uri;"),
    )
