from __future__ import annotations

import json
import os
import subprocess
import sys

_SAY = """
import json, os
from broadsheet.stay_on_one_core import stay_on_one_core
stay_on_one_core()
print(json.dumps([os.getpid(), sorted(os.sched_getaffinity(0))]))
"""


def test_a_process_stays_on_one_of_the_cores_that_it_may_use() -> None:
    may_use = sorted(os.sched_getaffinity(0))
    told = subprocess.run([sys.executable, "-c", _SAY], capture_output=True, text=True, check=True)
    number, cores = json.loads(told.stdout)
    assert cores == [may_use[number % len(may_use)]]
    assert sorted(os.sched_getaffinity(0)) == may_use
