"""What happened in a process → one line of the log, whatever it holds."""

from __future__ import annotations

import datetime as dt
import json
import logging
from typing import Any


class OneLine(logging.Formatter):
    """For people: the level, who says it, and what. A traceback stands behind it, folded."""

    def __init__(self) -> None:
        super().__init__("{levelname} {name}: {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        return " | ".join(super().format(record).splitlines())


class JsonLine(logging.Formatter):
    """For programs: the same as JSON, with `path` where it is about a report."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if path := getattr(record, "path", ""):
            told["path"] = path
        if record.exc_info:
            told["traceback"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def json_line(line: str, *, now: dt.datetime) -> str:
    """A line of the whole log, which names its process (`worker: …`), as JSON."""
    process, colon, said = line.partition(": ")
    if not colon:
        process, said = "broadsheet", line
    told = _object(said) or {"time": now.isoformat(), "message": said}
    return json.dumps({"process": process, **told}, ensure_ascii=False)


def _object(said: str) -> dict[str, Any] | None:
    if not said.startswith("{"):
        return None
    try:
        told = json.loads(said)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None
