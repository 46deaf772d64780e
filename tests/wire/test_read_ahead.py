from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from broadsheet.wire.copy import Copy, CopyError
from broadsheet.wire.read import read
from broadsheet.wire.read_ahead import read_ahead
from tests.server.running import descendants
from tests.wire.making import SENTENCE

LARGEST = 20_000_000


def written(folder: Path, how_many: int) -> list[Path]:
    files = []
    for number in range(how_many):
        file = folder / f"{number}.txt"
        file.write_text(
            f"The pier stays open on day {number}\n\n{SENTENCE}\n" if number % 3 else ""
        )
        files.append(file)
    return files


@pytest.mark.parametrize("at_once", [1, 3, 7, 50])
def test_many_files_are_read_as_one_by_one(tmp_path: Path, at_once: int) -> None:
    files = written(tmp_path, 7)
    batches = list(read_ahead(files, at_once=at_once, largest_bytes=LARGEST))
    assert [len(batch) for batch in batches[:-1]] == [at_once] * (len(batches) - 1)
    found = [one for batch in batches for one in batch]
    assert [file for file, _ in found] == files
    for file, copy in found:
        if isinstance(copy, Copy):
            assert copy == read(file, largest_bytes=LARGEST)
        else:
            with pytest.raises(CopyError) as error:
                read(file, largest_bytes=LARGEST)
            assert str(copy) == str(error.value)
    assert sum(isinstance(copy, CopyError) for _, copy in found) == 3


def test_no_file_at_all_is_no_batch() -> None:
    assert list(read_ahead([], at_once=5, largest_bytes=LARGEST)) == []


def test_whoever_stops_half_way_leaves_no_reader_behind(tmp_path: Path) -> None:
    batches = read_ahead(written(tmp_path, 9), at_once=2, largest_bytes=LARGEST)
    next(batches)
    next(batches)
    readers = children()
    assert readers
    batches.close()
    assert not readers & children()


def test_a_reader_that_is_killed_is_said_in_one_sentence(tmp_path: Path) -> None:
    batches = read_ahead(written(tmp_path, 9), at_once=2, largest_bytes=LARGEST)
    next(batches)
    next(batches)
    for reader in children():
        os.kill(reader, signal.SIGKILL)
    with pytest.raises(CopyError, match="was killed"):
        list(batches)


def children() -> set[int]:
    return {pid for pid, words in descendants(os.getpid()).items() if "spawn_main" in words}
