"""A supervisor in a process of its own: its argument is a plan as JSON, its children Python."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

from broadsheet.server.plan import Child, Plan
from broadsheet.server.supervise import ServeError, supervise


def main() -> int:
    told = json.loads(sys.argv[1])
    # Whoever runs the tests under nohup has not asked this supervisor to outlive its terminal.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    children = tuple(
        Child(
            name=name,
            argv=(sys.executable, "-u", "-c", program),
            env=os.environ,
            grace_seconds=told["grace_seconds"],
        )
        for name, program in told["programs"].items()
    )
    plan = Plan(children=children, scratch=Path(told["scratch"]))
    try:
        return supervise(plan, announce=lambda: _say("all is ready"), log=_say)
    except ServeError as error:
        _say(f"error: {error}")
        return 1


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
