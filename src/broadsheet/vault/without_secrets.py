"""A newsroom's settings → the same without passwords and keys."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from broadsheet.vault.vault_error import VaultError

_SECRET = r"(?:password|\w+_secret)"  # noqa: S105  # how such a setting is called
_LINE = re.compile(rf"^(\s*{_SECRET}\s*=\s*).*$", re.MULTILINE)
_NAME = re.compile(_SECRET)


def without_secrets(settings: str) -> str:
    """`settings` (TOML) with each secret empty. Raises VaultError where one would be left in."""
    emptied = _LINE.sub(r'\1""  # left out of the backup', settings)
    try:
        left = [name for name, value in _named(tomllib.loads(emptied)) if value]
    except tomllib.TOMLDecodeError:
        left = ["a secret of several lines"]
    if left:
        raise VaultError(
            f"broadsheet.toml: {left[0]} cannot be left out as it is written; write it on a line "
            "of its own, or give it by the environment, or make the backup with its secrets"
        )
    return emptied


def _named(table: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _named(value)
        elif isinstance(value, list):
            for one in value:
                if isinstance(one, dict):
                    yield from _named(one)
        elif _NAME.fullmatch(name):
            yield name, value
