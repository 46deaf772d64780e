"""A PostgreSQL of the tests' own, on a socket in a folder that goes with it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing in it has to survive the machine, and there is nobody else to wait for.
_QUICK = (
    *("-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off"),
    *("-c", "wal_level=minimal", "-c", "max_wal_senders=0", "-c", "shared_buffers=64MB"),
)


def programs() -> Path | None:
    """The folder of PostgreSQL's programs, the newest where there are several."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: int(one.parent.name))
    on_path = shutil.which("initdb")
    found = [*debian, *([Path(on_path).parent] if on_path else [])]
    return next((one for one in reversed(found) if (one / "initdb").exists()), None)


@contextmanager
def cluster() -> Iterator[str]:
    """Gives the address of a database in it, as an account that may do all."""
    at = programs()
    assert at, "PostgreSQL is not installed"
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    # It refuses to run as root.
    account = pwd.getpwnam("postgres" if _has("postgres") else "nobody")
    user = account.pw_uid if os.geteuid() == 0 else None
    if user is not None:
        os.chown(folder, user, account.pw_gid)

    def run(program: str, *words: str) -> None:
        subprocess.run(
            [at / program, "-D", folder / "data", *words],
            cwd=folder,
            user=user,
            group=account.pw_gid if user is not None else None,
            extra_groups=[] if user is not None else None,
            stdout=subprocess.DEVNULL,
            check=True,
            timeout=120,
        )

    locale = ("--encoding=UTF8", "--locale=C.UTF-8")
    run("initdb", "--auth=trust", "--username=paper", "--no-sync", *locale)
    options = " ".join(("-k", str(folder), *(f"'{one}'" for one in _QUICK)))
    run("pg_ctl", "start", "--wait", f"--log={folder / 'log'}", f"--options={options}")
    try:
        yield f"postgresql://paper@/postgres?host={folder}"
    finally:
        run("pg_ctl", "stop", "--wait", "--mode=immediate")
        shutil.rmtree(folder)


def _has(account: str) -> bool:
    return any(one.pw_name == account for one in pwd.getpwall())
