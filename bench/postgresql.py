"""A PostgreSQL of one's own, on a socket in a folder that goes with it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.missing import Missing

_ACCOUNTS = ("postgres", "nobody")  # who is given it where we are root


def programs() -> Path | None:
    """The folder of PostgreSQL's programs, the newest where there are several."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: int(one.parent.name))
    on_path = shutil.which("initdb")
    found = [*debian, *([Path(on_path).parent] if on_path else [])]
    return next((one for one in reversed(found) if (one / "initdb").exists()), None)


@contextmanager
def cluster(options: Sequence[str] = (), *, network: str = "") -> Iterator[str]:
    """Gives the address of an empty database in it, as an account that may do all.

    `options` are settings such as `fsync=off`; without any it keeps what it accepted, as installed.
    It listens on its socket alone or, where a `network` such as 10.88.0.0/24 is named, at every
    address of this machine, and lets in whoever comes from there. Raises Missing where PostgreSQL
    is not.
    """
    at = programs()
    if at is None:
        raise Missing("PostgreSQL is not here; get it with: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    listens_at = "*" if network else ""
    words = " ".join(f"-c {one}" for one in (f"listen_addresses={listens_at}", *options))
    try:
        _run(folder, at / "initdb", "--auth=trust", "--username=paper", "--encoding=UTF8")
        if network:
            with (folder / "data/pg_hba.conf").open("a") as rules:
                rules.write(f"host all all {network} trust\n")
        (folder / "options").write_text(f"-k {folder} {words}")
        start(folder)
        yield f"postgresql://paper@/postgres?host={folder}"
    finally:
        if (folder / "data/postmaster.pid").exists():
            stop(folder)
        shutil.rmtree(folder)


def start(folder: Path) -> None:
    """Of a cluster that was stopped: from what it had accepted."""
    options = (folder / "options").read_text()
    _run(folder, _pg_ctl(), "start", "-w", f"-l{folder / 'log'}", f"-o {options}")


def stop(folder: Path) -> None:
    """At once, as by a kill: whoever is connected is cut off, and it has to recover afterwards."""
    _run(folder, _pg_ctl(), "stop", "-w", "-mimmediate")


def _pg_ctl() -> Path:
    return (programs() or Path()) / "pg_ctl"


def _run(folder: Path, program: Path, *words: str) -> None:
    """It refuses to run as root, and is then given to somebody else."""
    account = next(one for one in map(_account, _ACCOUNTS) if one)
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, account.pw_uid, account.pw_gid)
    subprocess.run(
        [program, "-D", folder / "data", *words],
        cwd=folder,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        user=account.pw_uid if is_root else None,
        group=account.pw_gid if is_root else None,
        extra_groups=[] if is_root else None,
        stdout=subprocess.DEVNULL,
        check=True,
        timeout=120,
    )


def _account(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None
