"""Every kind of page, as it is served, put before the Nu HTML checker of the W3C."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.kinds import KINDS, fetch_kind
from tests.browser.newsrooms import Edited
from tests.server.making import ROOT
from tests.server.running import PATIENCE_SECONDS

pytest_plugins = ["tests.browser.editions"]

CHECKER = ROOT / "tests/nu/node_modules/vnu-jar/build/dist/vnu.jar"
JAVA = shutil.which("java")
NOT_CHECKED = (
    "THE PAGES WERE NOT CHECKED against the HTML standard: that takes Java and the Nu checker; "
    "apt-get install default-jre-headless && npm ci --prefix tests/nu"
)


@pytest.mark.skipif(JAVA is None or not CHECKER.exists(), reason=NOT_CHECKED)
def test_the_nu_checker_finds_nothing(edited: Edited, tmp_path: Path) -> None:
    for kind in KINDS:
        (tmp_path / f"{kind}.html").write_text(fetch_kind(kind, edited).text, encoding="utf-8")
    assert found_by_nu(tmp_path, expected=len(KINDS)) == []


def found_by_nu(folder: Path, *, expected: int) -> list[str]:
    """Every error and warning, with its page and its place."""
    pages = sorted(folder.glob("*.html"))
    assert len(pages) == expected
    checked = subprocess.run(
        [JAVA or "", "-jar", CHECKER, "--format", "json", "--stdout", "--exit-zero-always", *pages],
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=True,
    )
    return [
        f"{Path(one['url']).stem}: {one['message']}: {one.get('extract', '')}"
        for one in json.loads(checked.stdout)["messages"]
    ]
