"""PostgreSQL's own programs on this machine → the one that fits a server."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from broadsheet.vault.run_program import run_program
from broadsheet.vault.vault_error import VaultError

# Debian has several versions beside each other, and in the path a script that chooses by itself.
_DEBIAN = Path("/usr/lib/postgresql")
_VERSION = re.compile(r"\(PostgreSQL\) (\d+)")


def find_program(
    name: str, *, server: int, newest: int | None = None, debian: Path = _DEBIAN
) -> Path:
    """The oldest that is not older than the server (of version `server`), nor newer than `newest`.

    Raises VaultError where there is none.
    """
    found = {_version(program): program for program in _programs(name, debian)}
    fitting = [one for one in sorted(found) if server <= one <= (newest or one)]
    if fitting:
        return found[fitting[0]]
    here = f"is here in version {max(found)}" if found else "is not here"
    raise VaultError(
        f"{name} {here}, and PostgreSQL is {server}; install the client of that version, on Debian "
        f"with: apt-get install postgresql-client-{server}"
    )


def _programs(name: str, debian: Path) -> Iterator[Path]:
    if on_path := shutil.which(name):
        yield Path(on_path)
    yield from debian.glob(f"*/bin/{name}")


def _version(program: Path) -> int:
    said = run_program(program, "--version")
    found = _VERSION.search(said)
    if not found:
        raise VaultError(f"{program} calls itself {said.strip()!r}; install PostgreSQL's client")
    return int(found[1])
