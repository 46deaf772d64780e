"""A backup of a newsroom with a report, a photo and a reader, restored and printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from broadsheet.commands import backup
from broadsheet.commands.trouble import Trouble
from broadsheet.config import Config
from broadsheet.press.deliver import compare_copy
from broadsheet.press.models import Urgency
from broadsheet.press.work import press_until_done, start, the_site
from broadsheet.store.bucket import Bucket
from tests.conftest import in_newsroom
from tests.make import make_photo, make_report
from tests.stores import Store


def test_the_same_paper_comes_out_of_a_backup(
    newsroom: Config, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    print_paper()
    backup.run(file=tmp_path / "backup.tar", with_secrets=False, is_rehearsal=True)
    assert_was_rehearsed(newsroom, tmp_path, capsys.readouterr().out)


def test_the_same_paper_comes_out_of_a_backup_of_a_newsroom_in_a_store(
    newsroom: Config, store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And the store is left as it is."""
    bucket = store.bucket()
    told = "\n".join(f"{name} = {json.dumps(value)}" for name, value in bucket if value)
    file = newsroom.home / "broadsheet.toml"
    file.write_text(file.read_text().replace("[store]", f"[store]\n{told}"))
    with in_newsroom(newsroom.model_copy(update={"store": bucket})) as stored:
        print_paper()
        with pytest.raises(Trouble, match="has no copy of the site"):
            backup.run(file=tmp_path / "backup.tar", with_secrets=False, is_rehearsal=True)
        compare_copy()
        everything = Bucket(stored.store, "")
        before = list(everything.pages())
        backup.run(file=tmp_path / "backup.tar", with_secrets=False, is_rehearsal=True)
        said = capsys.readouterr().out
        assert "recordings and words files of the store 'papers' are in it; the site is not" in said
        assert_was_rehearsed(stored, tmp_path, said)
        assert list(everything.pages()) == before
        assert not list(stored.media.rglob("*.*"))


def print_paper() -> None:
    start(the_site())
    report = make_report(headline="Pier opens")
    report.lead_photo = make_photo()
    report.save_revision().publish()
    press_until_done(urgency=Urgency.REBUILD)


def assert_was_rehearsed(newsroom: Config, folder: Path, said: str) -> None:
    files = [file for file in newsroom.site.rglob("*") if file.suffix not in {".br", ".gz"}]
    assert f"{sum(file.is_file() for file in files) - 2} files of the paper are the same." in said
    assert [file.name for file in folder.iterdir() if "rehearsal" in file.name] == []


def test_every_file_that_the_database_names_is_known() -> None:
    assert {
        ("desk_photo", "file"),
        ("desk_photorendition", "file"),
        ("studio_humanreading", "file"),
    } <= set(backup.media_columns())
