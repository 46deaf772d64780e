"""The part of `broadsheet check` that looks whether a database in PostgreSQL can be backed up."""

from __future__ import annotations

from broadsheet.commands.finding import Finding
from broadsheet.vault.find_program import find_program
from broadsheet.vault.vault_error import VaultError


def finding(*, server: int) -> Finding:
    """`server` is PostgreSQL's version: 15, or 17."""
    try:
        find_program("pg_dump", server=server)
    except VaultError as error:
        what, _, remedy = str(error).partition("; ")
        return Finding.note(what, f"for broadsheet backup {remedy}")
    return Finding.fine("PostgreSQL's client is here, for broadsheet backup")
