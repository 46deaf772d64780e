"""Whoever keeps the newsroom in PostgreSQL hears before the first backup what it lacks."""

from __future__ import annotations

import pytest

from broadsheet.commands import check_backup
from broadsheet.commands.finding import Level
from broadsheet.vault.vault_error import VaultError


def test_a_client_that_is_missing_is_noted_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_none(_name: str, *, server: int) -> None:
        raise VaultError(f"pg_dump is not here, and PostgreSQL is {server}; install the client")

    monkeypatch.setattr(check_backup, "find_program", find_none)
    found = check_backup.finding(server=15)
    assert found.level is Level.NOTE
    assert str(found).endswith("PostgreSQL is 15; for broadsheet backup install the client")
