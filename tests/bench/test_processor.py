from __future__ import annotations

import os
import subprocess
import sys
import time

from bench.processor import processor_seconds

# Works in a child of its own until 0.2 s of processor time are used, and waits.
WORKS = """
import subprocess, sys
busy = "import time\\nwhile time.process_time() < 0.2: pass\\nprint(flush=True)\\ninput()"
subprocess.run([sys.executable, "-c", busy], check=False)
"""


def test_what_a_child_uses_counts_too() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WORKS], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()
        spent = processor_seconds(process.pid)
        process.communicate(b"\n")

    # Of both processes, user and system time are each cut to 10 ms.
    assert spent >= 0.2 - 4 * 0.01


def test_a_process_uses_what_its_own_clock_says() -> None:
    before, clock = processor_seconds(os.getpid()), time.process_time()
    while time.process_time() - clock < 0.1:
        pass

    assert processor_seconds(os.getpid()) - before >= 0.08


def test_nobody_uses_nothing() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()

    assert processor_seconds(process.pid) == 0
