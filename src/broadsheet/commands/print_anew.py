"""The second half of `broadsheet restore`: the paper printed from what came out of the backup."""

from __future__ import annotations

from django.db import connections

from broadsheet.commands import press
from broadsheet.commands.serve import prepare


def run() -> None:
    """The database is brought to this version first, for a backup may be of an earlier one."""
    prepare()
    press.run(is_all=True)
    connections.close_all()
