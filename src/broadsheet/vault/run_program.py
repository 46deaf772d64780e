from __future__ import annotations

import os
import subprocess
from pathlib import Path

from broadsheet.vault.vault_error import VaultError

_MOST_SAID = 400


def run_program(program: Path, *words: str, password: str = "") -> str:
    """Run one of PostgreSQL's own programs. Gives what it wrote; raises VaultError where it does
    not do it."""
    secret = {"PGPASSWORD": password} if password else {}
    done = subprocess.run(  # noqa: S603  # its words are our own
        [program, *words],
        # What it says is read by people who may ask others.
        env={**os.environ, "LC_ALL": "C.UTF-8", **secret},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = " ".join(done.stderr.split())[:_MOST_SAID]
        raise VaultError(f"{program.name} does not do it: {said}; mend that, try again")
    return done.stdout
