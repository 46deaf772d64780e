"""An address → how many requests a second are answered there, by wrk."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

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


# Asks for the paths of a list one after the other, round and round.
_ROUND = """
local paths, at = {}, 0
for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
"""


def wrk(
    url: str, headers: Mapping[str, str], *, seconds: int, connections: int = CONNECTIONS
) -> Load:
    """Ask for `url` from many connections in one thread. Raises Missing, or Broken on any error."""
    return _wrk([*_words(headers), url], seconds=seconds, connections=connections, env={})


def wrk_round(
    origin: str, paths: Sequence[str], headers: Mapping[str, str], *, seconds: int, scratch: Path
) -> Load:
    """The same for many pages of one server, each as often as any other."""
    script, listed = scratch / "round.lua", scratch / "paths"
    script.write_text(_ROUND, encoding="utf-8")
    listed.write_text("\n".join(paths), encoding="utf-8")
    words = ["-s", str(script), *_words(headers), origin]
    return _wrk(words, seconds=seconds, connections=CONNECTIONS, env={"PATHS": str(listed)})


def _words(headers: Mapping[str, str]) -> list[str]:
    return [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]


def _wrk(words: Sequence[str], *, seconds: int, connections: int, env: Mapping[str, str]) -> Load:
    argv = [
        *(str(program("wrk", package="wrk")), "--latency", "-t1", f"-c{connections}"),
        # An answer is waited for however slow it is: who is overrun is slow, and not wrong.
        *(f"-d{seconds}s", "--timeout=60s", *words),
    ]
    done = subprocess.run(
        argv, env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
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
    if not int(count[1]):
        raise Broken("wrk had no answer at all; measure for longer than one answer takes")
    return Load(int(count[1]), float(rate[1]), float(tail[1]) * _MILLISECONDS[tail[2]])
