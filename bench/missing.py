"""A program's name → where it is, or how to get it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

# Where Debian puts what is not for everybody; it is not on every PATH.
_ALSO = ("/usr/sbin", "/usr/local/sbin")


class Missing(Exception):
    """A part cannot be measured on this machine, in one sentence, with what to do."""


def program(name: str, *, package: str) -> Path:
    """Where `name` is on this machine. `package` is what it is called in Debian."""
    path = os.pathsep.join((os.environ.get("PATH", os.defpath), *_ALSO))
    found = shutil.which(name, path=path)
    if found is None:
        raise Missing(f"{name} is not on this machine; get it with: apt-get install {package}")
    return Path(found)
