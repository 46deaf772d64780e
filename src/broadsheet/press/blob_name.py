from __future__ import annotations

import re
from pathlib import PurePosixPath

_ENDING = re.compile(r"\.[a-z0-9]{1,12}")


def blob_name(path: str, digest: str) -> str:
    """What the bytes with this digest are called in the store: `ab/abcdef….html`."""
    ending = PurePosixPath(path).suffix
    return f"{digest[:2]}/{digest}{ending if _ENDING.fullmatch(ending) else ''}"
