"""A line of the log for each thing that happened, for people and for programs."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys

from broadsheet.log_lines import JsonLine, OneLine, json_line

NOW = dt.datetime(2031, 10, 14, 5, 5, tzinfo=dt.UTC)


def record(message: str, *, fails: bool = False, **more: object) -> logging.LogRecord:
    trouble = None
    if fails:
        try:
            raise ValueError("no")
        except ValueError:
            trouble = sys.exc_info()
    made = logging.LogRecord("broadsheet.press", logging.ERROR, "", 1, message, None, trouble)
    vars(made).update(more)
    return made


def test_a_traceback_stands_on_the_line_that_tells_of_it() -> None:
    line = OneLine().format(record("/pier/ (report:1) cannot be printed", fails=True))
    assert line.startswith(
        "ERROR broadsheet.press: /pier/ (report:1) cannot be printed | Traceback"
    )
    assert line.endswith("ValueError: no")
    assert "\n" not in line


def test_json_tells_the_path_of_the_report() -> None:
    told = json.loads(JsonLine().format(record("it failed", fails=True, path="/pier/")))
    assert (told["level"], told["path"]) == ("ERROR", "/pier/")
    assert "ValueError: no" in told["traceback"]


def test_the_whole_log_is_json_whoever_says_it() -> None:
    ours = JsonLine().format(record("it failed"))
    assert json.loads(json_line(f"worker: {ours}", now=NOW))["process"] == "worker"
    told = json.loads(json_line("nginx: [warn] low on room: 신문", now=NOW))
    assert told == {
        "process": "nginx",
        "time": "2031-10-14T05:05:00+00:00",
        "message": "[warn] low on room: 신문",
    }
    assert json.loads(json_line("web: {no json}", now=NOW))["message"] == "{no json}"
    assert json.loads(json_line("nobody's line", now=NOW))["process"] == "broadsheet"
