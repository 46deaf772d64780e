"""Many files → their copy in batches, the next batch read while the last one is worked on."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path

from broadsheet.wire.copy import Copy, CopyError
from broadsheet.wire.read import read

Found = tuple[Path, Copy | CopyError]


def read_ahead(files: Sequence[Path], *, at_once: int, largest_bytes: int) -> Iterator[list[Found]]:
    """Read all files in their order, `at_once` at a time; what is no copy comes as its error.

    From the second batch on a process of its own reads, one batch ahead and no further: memory
    does not grow with the number of files. Raises CopyError if that process is killed.
    """
    batches = [files[begin : begin + at_once] for begin in range(0, len(files), at_once)]
    with ExitStack() as stack:
        reader = stack.enter_context(_reader()) if len(batches) > 1 else None
        coming: Future[list[Found]] | None = None
        for number, batch in enumerate(batches, start=1):
            here, coming = coming, None
            if reader and number < len(batches):
                coming = reader.submit(_read, batches[number], largest_bytes)
            yield _waited_for(here) if here else _read(batch, largest_bytes)


def _reader() -> ProcessPoolExecutor:
    # Spawned, not forked: a fork would share the open database. Ctrl-C is the parent's to answer.
    return ProcessPoolExecutor(
        max_workers=1,
        mp_context=get_context("spawn"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),
    )


def _waited_for(coming: Future[list[Found]]) -> list[Found]:
    try:
        return coming.result()
    except BrokenProcessPool:
        raise CopyError(
            "the process that reads the files was killed, as happens when memory runs out; "
            "import the rest in smaller parts (what came in already is known again)"
        ) from None


def _read(files: Sequence[Path], largest_bytes: int) -> list[Found]:
    return [(file, _copy(file, largest_bytes)) for file in files]


def _copy(file: Path, largest_bytes: int) -> Copy | CopyError:
    try:
        return read(file, largest_bytes=largest_bytes)
    except CopyError as error:
        return error
