"""An address → how many requests a second are answered there, by wrk."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass

from bench.missing import program
from bench.running import Broken

CONNECTIONS = 32
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass(frozen=True, slots=True)
class Load:
    """What one run of wrk found; 99 answers in 100 took no longer than `p99_milliseconds`."""

    answers: int
    per_second: float
    p99_milliseconds: float


def wrk(
    url: str, headers: Mapping[str, str], *, seconds: int, connections: int = CONNECTIONS
) -> Load:
    """Ask for `url` from many connections in one thread. Raises Missing, or Broken on any error."""
    words = [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
    argv = [
        *(str(program("wrk", package="wrk")), "--latency", "-t1", f"-c{connections}"),
        *(f"-d{seconds}s", *words, url),
    ]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Broken(f"wrk failed: {(done.stderr or done.stdout).strip()}")
    return read_load(done.stdout)


def read_load(printed: str) -> Load:
    """What wrk printed → figures."""
    for trouble in (r"Non-2xx or 3xx responses: .*", r"Socket errors: .*"):
        if found := re.search(trouble, printed):
            raise Broken(f"wrk met errors: {found[0].strip()}")
    rate = re.search(r"^Requests/sec:\s*([\d.]+)$", printed, re.MULTILINE)
    count = re.search(r"^\s*(\d+) requests in ", printed, re.MULTILINE)
    tail = re.search(r"^\s*99%\s+([\d.]+)(us|ms|s|m)\s*$", printed, re.MULTILINE)
    if rate is None or count is None or tail is None:
        raise Broken(f"wrk printed what cannot be read: {printed.strip()}")
    return Load(int(count[1]), float(rate[1]), float(tail[1]) * _MILLISECONDS[tail[2]])
