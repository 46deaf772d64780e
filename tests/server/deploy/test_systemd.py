from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from broadsheet.config import Config
from broadsheet.server.deploy.systemd import systemd_unit


def test_systemd_finds_nothing_to_complain_of(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("there is no systemd here")
    home = tmp_path / 'a "paper" 100%'
    home.mkdir()
    text = systemd_unit(
        Config.model_validate({"home": home}), python=Path(sys.executable), user="root"
    )
    unit = tmp_path / "broadsheet.service"
    unit.write_text(text)
    told = subprocess.run(
        [analyze, "verify", "--man=no", unit], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stderr) == (0, "")


def test_signs_that_systemd_reads_as_something_else_are_escaped(tmp_path: Path) -> None:
    config = Config.model_validate({"home": tmp_path / 'a "b" 5%'})
    text = systemd_unit(config, python=Path("/opt/$here/python"), user="paper")
    assert 'ExecStart="/opt/$$here/python" -m broadsheet serve' in text
    assert f'ReadWritePaths="{tmp_path}/a \\"b\\" 5%%"' in text
    assert f'WorkingDirectory={tmp_path}/a "b" 5%%' in text
