"""A backup of a newsroom with a report, a photo and a reader, restored and printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.commands import backup
from broadsheet.config import Config
from broadsheet.press.models import Urgency
from broadsheet.press.work import press_until_done, start, the_site
from tests.make import make_photo, make_report


def test_the_same_paper_comes_out_of_a_backup(
    newsroom: Config, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start(the_site())
    report = make_report(headline="Pier opens")
    report.lead_photo = make_photo()
    report.save_revision().publish()
    press_until_done(urgency=Urgency.REBUILD)
    backup.run(file=tmp_path / "backup.tar", with_secrets=False, is_rehearsal=True)
    said = capsys.readouterr().out
    files = [file for file in newsroom.site.rglob("*") if file.suffix not in {".br", ".gz"}]
    assert f"{sum(file.is_file() for file in files) - 2} files of the paper are the same." in said
    assert [file.name for file in tmp_path.iterdir() if "rehearsal" in file.name] == []


def test_every_file_that_the_database_names_is_known() -> None:
    assert {
        ("desk_photo", "file"),
        ("desk_photorendition", "file"),
        ("studio_humanreading", "file"),
    } <= set(backup.media_columns())
