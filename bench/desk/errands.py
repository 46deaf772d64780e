"""The errands by their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bench.desk.add_one_by_one import add_one_by_one
from bench.desk.ask_stories import ask_stories
from bench.desk.comment import comment
from bench.desk.comments_of import comments_of
from bench.desk.correct import correct
from bench.desk.fill import fill
from bench.desk.fill_stories import fill_stories
from bench.desk.import_timed import import_timed
from bench.desk.look_up import look_up
from bench.desk.open_talk import open_talk
from bench.desk.publish import publish
from bench.desk.rebuild import rebuild
from bench.desk.settle import settle
from bench.desk.write import write

ERRANDS: dict[str, Callable[..., Any]] = {
    "add_one_by_one": add_one_by_one,
    "ask_stories": ask_stories,
    "comment": comment,
    "comments_of": comments_of,
    "correct": correct,
    "fill": fill,
    "fill_stories": fill_stories,
    "import_timed": import_timed,
    "look_up": look_up,
    "open_talk": open_talk,
    "publish": publish,
    "rebuild": rebuild,
    "settle": settle,
    "write": write,
}
