"""How a configuration of nginx is written: blocks, and values that it takes for nothing else."""

from __future__ import annotations

import re
from textwrap import indent


def block(head: str, *body: str) -> str:
    """`head { … }`, each part of the body on lines of its own."""
    return "\n".join((f"{head} {{", *(indent(part, "    ") for part in body), "}"))


def pattern(path: str) -> str:
    """A path for `include`, which reads one with any of *?[ as a pattern and no other."""
    return re.sub(r"[*?\[\\]", r"\\\g<0>", path) if re.search(r"[*?\[]", path) else path


def literal(value: object) -> str:
    """A value in quotes, for directives that know no variables."""
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def with_variables(value: object) -> str:
    """A value in quotes, for directives in which a $ starts a variable."""
    return literal(value).replace("$", "${dollar}")
