"""A Caddyfile: Caddy in front, which gets its certificates itself, and Broadsheet behind it."""

from __future__ import annotations

from broadsheet.config import Config

_TEXT = """\
# {url}, by Caddy 2.6 or later. Printed by: broadsheet deploy caddy
#
# 1. Save it as /etc/caddy/Caddyfile, or add it to what stands there
# 2. In broadsheet.toml, under [server]: proxies = "{proxies}"
#    and start Broadsheet again (see: broadsheet deploy systemd).
# 3. Try it and take it: caddy validate --config /etc/caddy/Caddyfile && systemctl reload caddy
#
# Caddy takes care of https by itself and hands every request on to the nginx of `broadsheet
# serve`, which has the files compressed. It is the simplest way, and the slower one: for a paper
# with very many readers see `broadsheet deploy nginx`, or put a CDN in front.
{url} {{
    reverse_proxy {host}:{port}
}}
"""


def caddyfile(config: Config) -> str:
    """The file."""
    host = config.server.host
    return _TEXT.format(
        url=config.paper.url,
        proxies=config.server.proxies or "127.0.0.1",
        host=f"[{host}]" if ":" in host else host,
        port=config.server.port,
    )
