"""A newsroom's settings → the same for where it is restored: another database, and no store."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from broadsheet.config import FILE_NAME
from broadsheet.vault.vault_error import VaultError

_HEADER = re.compile(r"\s*\[\s*([\w.-]+)\s*\]\s*(?:#.*)?")
_SETTING = re.compile(r"\s*(\w+)\s*=")
_LEFT_OUT = "# left out by the restore: "


def readdressed(settings: str, *, database_url: str) -> str:
    """`settings` (TOML) that name this database, where it is not empty, and no store.

    Raises VaultError where they are written in a way that cannot be changed line by line.
    """
    left_out = {("database", "url")} if database_url else set()
    lines = [
        f"{_LEFT_OUT}{line}" if name and (table == "store" or (table, name) in left_out) else line
        for table, name, line in _placed(settings)
    ]
    if database_url:
        _name_database(lines, database_url)
    changed = "\n".join(lines) + "\n"
    if _read(changed) != _wanted(settings, database_url):
        raise VaultError(
            f"{FILE_NAME}: [database] and [store] cannot be changed as they are written; write "
            "each setting of them on a line of its own under its heading, and make the backup again"
        )
    return changed


def _placed(settings: str) -> Iterator[tuple[str, str, str]]:
    """Each line, after the table that it stands in and the setting that begins on it, if one
    does."""
    table = ""
    for line in settings.splitlines():
        if header := _HEADER.fullmatch(line):
            table = header[1]
        setting = _SETTING.match(line)
        yield table, setting[1] if setting else "", line


def _name_database(lines: list[str], url: str) -> None:
    address = f"url = {json.dumps(url)}"
    for at, line in enumerate(lines):
        header = _HEADER.fullmatch(line)
        if header and header[1] == "database":
            lines.insert(at + 1, address)
            return
    lines += ["", "[database]", address]


def _wanted(settings: str, database_url: str) -> dict[str, Any]:
    wanted = _read(settings)
    if "store" in wanted:
        wanted["store"] = {}
    if database_url:
        wanted.setdefault("database", {})["url"] = database_url
    return wanted


def _read(settings: str) -> dict[str, Any]:
    try:
        return tomllib.loads(settings)
    except tomllib.TOMLDecodeError:
        return {}
