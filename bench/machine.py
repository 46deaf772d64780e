"""The machine that the figures are from, and the programs that were measured on it."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

from bench.missing import Missing, program
from broadsheet.server.nginx import find_nginx


def machine() -> dict[str, str]:
    """What to know of a figure before comparing it with another's, by what it is."""
    return {
        "cores": str(len(os.sched_getaffinity(0))),
        "CPU": _cpu(),
        "system": _system(),
        "load before": load(),
        "Python": platform.python_version(),
        "Broadsheet": version("broadsheet"),
        "Django": version("django"),
        "Wagtail": version("wagtail"),
        "nginx as installed": _said(find_nginx(), "-v"),
        "nginx beside it": _said(_debians(), "-v"),
    }


def load() -> str:
    """How many processes wanted a core in the last one, five and fifteen minutes."""
    return " ".join(f"{minutes:.2f}" for minutes in os.getloadavg())


def _cpu() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        told = ""
    found = re.search(r"^model name\s*:\s*(.+)$", told, re.MULTILINE)
    return found[1] if found else platform.processor() or platform.machine()


def _system() -> str:
    return f"{platform.system()} {platform.release()}"


def _debians() -> Path | None:
    try:
        return program("nginx", package="nginx")
    except Missing:
        return None


def _said(file: Path | None, word: str) -> str:
    if file is None:
        return "none"
    told = subprocess.run([file, word], capture_output=True, text=True, check=False)
    return (told.stdout + told.stderr).strip().rpartition("nginx version: ")[2] or "unknown"
