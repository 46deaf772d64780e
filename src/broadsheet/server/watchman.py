"""Process groups named on standard input → all of them ended when standard input ends.

A program of its own, run by `supervise.py`, that needs nothing but the standard library. It
holds one end of a pipe and the supervisor the other: however the supervisor goes, by SIGKILL
too, the kernel closes its end, and nothing that it started lives on. (PR_SET_PDEATHSIG would do
less: Linux alone, one signal that may be ignored, and only to the first generation.)

A line is `+1234` for a process group to look after, `-1234` for one that has ended by itself.
The arguments are the folder that goes in the end and the seconds between SIGTERM and SIGKILL.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time


def main() -> None:
    folder, grace_seconds = sys.argv[1], float(sys.argv[2])
    # Whoever ends the supervisor may mean the whole session; it is the pipe that tells.
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    groups: set[int] = set()
    for line in sys.stdin:
        group = int(line[1:])
        if line[0] == "+":
            groups.add(group)
        else:
            groups.discard(group)
    _end(groups, grace_seconds)
    shutil.rmtree(folder, ignore_errors=True)


def _end(groups: set[int], grace_seconds: float) -> None:
    left = {group for group in groups if _signal(group, signal.SIGTERM)}
    deadline = time.monotonic() + grace_seconds
    while left and time.monotonic() < deadline:
        time.sleep(0.05)
        left = {group for group in left if _signal(group, 0)}
    for group in left:
        _signal(group, signal.SIGKILL)


def _signal(group: int, number: int) -> bool:
    """Whether there was anybody in the group to hear it."""
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


if __name__ == "__main__":
    main()
