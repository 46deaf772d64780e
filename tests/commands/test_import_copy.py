"""What is named on the command line → what comes in."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.commands import import_copy
from broadsheet.desk.models import ReportPage
from tests.make import picture_bytes

pytestmark = pytest.mark.usefixtures("newsroom")

COPY = "# {headline}\n\nThe council voted on the pier after midnight, and went home.\n"


def write(file: Path, headline: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(COPY.format(headline=headline), encoding="utf-8")
    return file


def take(*files: Path) -> list[str]:
    import_copy.run(files=files, section="", day=None, publish=False)
    return list(ReportPage.objects.order_by("pk").values_list("title", flat=True))


def test_a_folder_stands_for_all_the_copy_in_it(tmp_path: Path) -> None:
    write(tmp_path / "copy/b.md", "The pier opens")
    write(tmp_path / "copy/a.md", "The pier closes")
    write(tmp_path / "copy/older/c.md", "The pier is built")
    single = write(tmp_path / "single.md", "The pier falls")
    assert take(single, tmp_path / "copy") == [
        "The pier falls",
        "The pier closes",
        "The pier opens",
        "The pier is built",
    ]


def test_pictures_and_hidden_files_of_a_folder_are_no_copy(tmp_path: Path) -> None:
    write(tmp_path / "copy/a.md", "The pier closes")
    write(tmp_path / "copy/.git/b.md", "No report")
    (tmp_path / "copy/pier.jpg").write_bytes(picture_bytes())
    assert take(tmp_path / "copy") == ["The pier closes"]
