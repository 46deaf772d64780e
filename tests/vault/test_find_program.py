"""Of PostgreSQL's programs on a machine the one that fits the server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.vault.find_program import find_program
from broadsheet.vault.vault_error import VaultError


@pytest.fixture
def having(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """A machine with pg_dump in these versions, beside each other as Debian has them."""

    def having(*versions: int) -> Path:
        for version in versions:
            program = tmp_path / f"{version}/bin/pg_dump"
            program.parent.mkdir(parents=True)
            program.write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {version}.4 (Debian)'\n")
            program.chmod(0o755)
        return tmp_path

    monkeypatch.setenv("PATH", "/nowhere")
    return having


def test_the_oldest_that_knows_the_server_is_taken(having: Callable[..., Path]) -> None:
    debian = having(13, 15, 17)
    assert find_program("pg_dump", server=14, debian=debian).parts[-3] == "15"
    assert find_program("pg_dump", server=15, debian=debian).parts[-3] == "15"
    assert find_program("pg_dump", server=16, debian=debian).parts[-3] == "17"


def test_one_that_is_missing_too_old_or_too_new_is_told_of(having: Callable[..., Path]) -> None:
    debian = having()
    with pytest.raises(VaultError, match=r"pg_dump is not here, and PostgreSQL is 15; install"):
        find_program("pg_dump", server=15, debian=debian)
    debian = having(13, 17)
    with pytest.raises(VaultError, match=r"in version 17, and PostgreSQL is 18; .*client-18"):
        find_program("pg_dump", server=18, debian=debian)
    with pytest.raises(VaultError, match=r"in version 17, and PostgreSQL is 15; .*client-15"):
        find_program("pg_dump", server=15, newest=16, debian=debian)


def test_a_program_in_the_path_does_where_there_is_no_debian(
    having: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = having(16) / "16/bin"
    monkeypatch.setenv("PATH", f"{folder}:/bin")
    assert find_program("pg_dump", server=15, debian=Path("/nowhere")).parent == folder
