"""The path of a socket that a newsroom names → certainty that we can listen there."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from broadsheet.server.supervise import ServeError

# The kernel takes 108 bytes at most, or 104.
LONGEST_PATH_BYTES = 100


def ensure_free_socket(path: Path) -> None:
    """Raise ServeError, in one sentence, when nothing can listen there."""
    said = f"[server] socket is {path}"
    if len(os.fsencode(path)) > LONGEST_PATH_BYTES:
        raise ServeError(f"{said}, which is too long; name one of {LONGEST_PATH_BYTES} bytes")
    if not os.access(path.parent, os.W_OK):
        raise ServeError(
            f"{said}, and nothing can be written in {path.parent}; "
            "make that folder and give it to the account that serves"
        )
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return  # Nobody answers: what lies there was left by somebody who died.
    raise ServeError(f"{said}, where another program listens; name another or end that program")
