"""`broadsheet deploy`: what nginx, Caddy or systemd has to be told, printed."""

from __future__ import annotations

import os
import pwd
import sys
from pathlib import Path

import click

from broadsheet.commands.trouble import Trouble
from broadsheet.config import Config, load
from broadsheet.server.deploy.caddy import caddyfile
from broadsheet.server.deploy.nginx import nginx_site
from broadsheet.server.deploy.systemd import systemd_unit


def print_nginx(*, certificate: Path | None, key: Path | None) -> None:
    """Raises Trouble where one of the two is named without the other."""
    if (certificate is None) is not (key is None):
        raise Trouble("a certificate and its key go together; name both, or neither")
    click.echo(nginx_site(_config(), certificate=certificate, key=key), nl=False)


def print_caddy() -> None:
    click.echo(caddyfile(_config()), nl=False)


def print_systemd() -> None:
    """Whoever owns the newsroom's folder is whom it runs as."""
    config = _config()
    user = pwd.getpwuid(config.var.stat().st_uid).pw_name
    click.echo(systemd_unit(config, python=Path(sys.executable), user=user), nl=False)


def _config() -> Config:
    return load(Path(os.environ["BROADSHEET_NEWSROOM"]))
