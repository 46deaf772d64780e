"""A pulled plug takes what no fsync has brought to the disk: so the press's books, which are synced
at every commit, must never tell of a file of the site that is not there yet, or not gone yet."""

from __future__ import annotations

from pathlib import Path

from broadsheet.config import Config
from tests.faults.a_morning import Morning
from tests.faults.newsroom_kept import work_until_rest
from tests.faults.steps import Step, needs_strace, steps_of

pytestmark = needs_strace


def test_nothing_is_in_the_books_before_it_is_on_the_disk(
    morning: Morning, newsroom: Config, tmp_path: Path
) -> None:
    for change in morning.changes.values():
        change()
    steps = steps_of(work_until_rest, tmp_path / "log")
    owing: set[Path] = set()
    written, kinds = set[str](), set[str]()
    for step in steps:
        kinds.add(step.call)
        if step.call == "fdatasync" and step.files[0].endswith("-wal"):
            assert not owing, f"entered in the books before it was synced: {owing}"
        elif step.call == "fsync":
            written.add(step.files[0])
            owing.discard(Path(step.files[0]))
        elif step.is_done and _is_of_site(step, newsroom):
            if step.call == "rename":
                assert step.files[0] in written, f"renamed before it was synced: {step}"
            owing.discard(Path(step.files[-1]))
            owing.add(Path(step.files[-1]).parent)
    assert {"rename", "unlink", "mkdir", "rmdir", "fsync", "fdatasync"} <= kinds
    assert not owing


def _is_of_site(step: Step, newsroom: Config) -> bool:
    return step.files[-1].startswith(f"{newsroom.site}/")
