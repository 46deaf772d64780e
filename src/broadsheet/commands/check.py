"""`broadsheet check`: what is wrong with this installation, and how to mend it."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import click
import django

from broadsheet.commands.finding import Finding, Level
from broadsheet.commands.new import write_secret_key
from broadsheet.commands.trouble import Trouble
from broadsheet.config import Config, load
from broadsheet.has_messenger import has_messenger
from broadsheet.media import storages
from broadsheet.server.nginx import find_nginx

ROOM_BYTES = 500 * 1024 * 1024


def run(*, mend: bool) -> None:
    """Print every finding. Raises Trouble where something is wrong, so that the exit says it."""
    config = load(Path(os.environ["BROADSHEET_NEWSROOM"]))
    findings = [*_machine(config), *_key(config, mend=mend), *_store(config), *_broker(config)]
    if not any(finding.level is Level.WRONG for finding in findings):
        os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.settings"
        django.setup()
        findings += import_module("broadsheet.commands.check_desk").findings(mend=mend)
    for finding in findings:
        click.echo(str(finding))
    wrong = sum(finding.level is Level.WRONG for finding in findings)
    if wrong:
        raise Trouble(f"{wrong} of {len(findings)} things are wrong; mend them as it says above")


def _machine(config: Config) -> Iterable[Finding]:
    free = shutil.disk_usage(config.home).free
    if free < ROOM_BYTES:
        yield Finding.wrong(f"the disk has {free >> 20} MB left", "make room of at least 500 MB")
    else:
        yield Finding.fine(f"the disk has {free >> 30} GB left")
    if not os.access(config.var, os.W_OK):
        yield Finding.wrong(f"{config.var} cannot be written", "give it to the account that serves")
    if find_nginx() is None:
        yield Finding.note(
            "there is no nginx for this kind of machine",
            "the paper is served by Python, which is right but slower; "
            "put a web server of your own before var/site",
        )
    else:
        yield Finding.fine("nginx is here")
    if "127.0.0.1" in config.paper.url or "localhost" in config.paper.url:
        yield Finding.note(
            f"[paper] url is {config.paper.url}, which only this machine can open",
            "set it to the paper's public address before readers come",
        )
    if not config.mail.host:
        yield Finding.note(
            "no mail server is set", "letters to reporters are kept at the desk; set [mail] host"
        )


def _key(config: Config, *, mend: bool) -> Iterable[Finding]:
    file = config.secret_key_file
    if not file.exists():
        if not mend:
            yield Finding.wrong(
                f"{file} is missing",
                "restore it from a backup, or run: broadsheet check --mend (signs everybody out)",
            )
            return
        write_secret_key(file)
        yield Finding.fine(f"{file} was missing and is made anew; everybody has to sign in again")
    if stat.S_IMODE(file.stat().st_mode) & 0o077:
        if mend:
            file.chmod(0o600)
            yield Finding.fine(f"{file} can now be read by its owner alone")
        else:
            yield Finding.wrong(
                f"{file} can be read by others",
                f"run: broadsheet check --mend, or chmod 600 {file}",
            )
    else:
        yield Finding.fine("the secret key is here and private")


def _broker(config: Config) -> Iterable[Finding]:
    if has_messenger(config):
        yield import_module("broadsheet.commands.check_broker").finding(config)


def _store(config: Config) -> Iterable[Finding]:
    if not config.store.bucket:
        return
    storages(config)
    # Its client is there only where the newsroom has a store.
    yield import_module("broadsheet.commands.check_store").finding(config)
