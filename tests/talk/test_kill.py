"""What was accepted is there, whatever happens to the process that accepted it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.readers.models import Account
from broadsheet.talk.models import Comment
from tests.server.making import ROOT
from tests.talk.making import FREELY


@pytest.mark.parametrize("after", [1, 40])
def test_a_kill_in_the_middle_of_posting_loses_nothing_that_was_accepted(
    talk: Config, report: ReportPage, mina: Account, after: int
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.talk.poster", str(report.pk), str(mina.pk)],
        cwd=ROOT,
        env={
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            **{f"BROADSHEET_TALK__{name.upper()}": str(most) for name, most in FREELY.items()},
            "BROADSHEET_NEWSROOM": str(talk.home),
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    accepted = [process.stdout.readline() for _ in range(after)]
    process.kill()
    accepted += process.stdout.readlines()
    process.wait()
    process.stdout.close()
    whole = {line.strip() for line in accepted if line.endswith("\n")}
    standing = {f"{pk} {key}" for pk, key in Comment.objects.values_list("pk", "key")}
    assert len(whole) >= after
    assert whole <= standing
