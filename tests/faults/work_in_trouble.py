"""The worker while the machine gives trouble, until that is mended and all that waited is done."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from broadsheet.config import Config
from tests.faults.a_morning import SECRET
from tests.faults.newsroom_kept import (
    Pages,
    assert_is_done,
    half_files,
    pages_of,
    work_until_rest,
)

TROUBLES = 3


def work_in_trouble(
    newsroom: Config, whole: tuple[Pages, Pages], mend: Callable[[], object]
) -> list[str]:
    """Gives what the worker said of it."""
    mended = _Mended(newsroom, whole, mend)
    logger = logging.getLogger("broadsheet.press")
    logger.addHandler(mended)
    try:
        work_until_rest()
    finally:
        logger.removeHandler(mended)
    assert len(mended.said) >= TROUBLES
    assert pages_of(newsroom) == whole[1]
    assert_is_done(newsroom)
    return mended.said


class _Mended(logging.Handler):
    """Mends what is wrong when the worker has said TROUBLES times that it waits."""

    def __init__(self, newsroom: Config, whole: tuple[Pages, ...], mend: Callable[[], object]):
        super().__init__()
        self.said: list[str] = []
        self._newsroom, self._whole, self._mend = newsroom, whole, mend

    def emit(self, record: logging.LogRecord) -> None:
        if "the press waits" not in record.getMessage():
            return
        self.said.append(record.getMessage())
        # One that mails, and not one more for each time that the press began anew.
        assert [thread.name for thread in threading.enumerate()].count("mail") <= 1
        found = pages_of(self._newsroom)
        assert half_files(found, *self._whole) == []
        assert not [path for path, data in found.items() if SECRET.encode() in data]
        if len(self.said) == TROUBLES:
            self._mend()
