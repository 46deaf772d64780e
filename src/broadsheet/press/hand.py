"""A process that prints for the press: `python -m broadsheet.press.hand HANDLE`.

It is told over the handle, a `multiprocessing` connection, which newsroom it works in; it says
that it is ready, prints or packs one list of outputs after the other, and ends when nobody is
there any more. It writes files and nothing into the books: those are the press's own.
"""

from __future__ import annotations

import contextlib
import os
import sys
from importlib import import_module
from multiprocessing.connection import Connection

import django

from broadsheet.on_one_stack import on_one_stack

# The paper is read while it is printed.
_NICENESS = 10


@on_one_stack
def main(handle: int) -> None:
    os.nice(_NICENESS)
    with Connection(handle) as wire, contextlib.suppress(EOFError, ConnectionError):
        os.environ["BROADSHEET_NEWSROOM"] = wire.recv()
        os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.settings"
        django.setup()
        # With models in them: they could not be loaded before.
        crafts = {
            "print": import_module("broadsheet.press.print_in_place").print_in_place,
            "pack": import_module("broadsheet.press.pack").pack_files,
        }
        wire.send("ready")
        while True:
            craft, keys = wire.recv()
            wire.send(crafts[craft](keys))


if __name__ == "__main__":
    main(int(sys.argv[1]))
