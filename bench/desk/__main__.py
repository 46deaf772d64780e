"""`python -m bench.desk`: Django set up for the newsroom that BROADSHEET_NEWSROOM names.

An errand is a line of JSON, `{"errand": "publish", "report": 12}`; its answer is one too:
`{"answer": …}`, after a `{"progress": …}` every few seconds. It ends when its standard input does.
"""

from __future__ import annotations

import json
import os
import sys
import time
from importlib import import_module

import django

PROGRESS_SECONDS = 5


def main() -> None:
    # Standard output is for answers alone; what commands print goes to the log.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1, encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    told_at = time.monotonic()

    def say(**words: object) -> None:
        answers.write(f"{json.dumps(words)}\n")

    def progress(what: str) -> None:
        nonlocal told_at
        if time.monotonic() - told_at >= PROGRESS_SECONDS:
            told_at = time.monotonic()
            say(progress=what)

    os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.settings"
    django.setup()
    errands = import_module("bench.desk.errands")
    for line in sys.stdin:
        words = json.loads(line)
        say(answer=errands.ERRANDS[words.pop("errand")](**words, progress=progress))


if __name__ == "__main__":
    main()
