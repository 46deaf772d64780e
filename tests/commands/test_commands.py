"""The command line as a new user meets it, in real folders and real processes."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server.running import PATIENCE_SECONDS

Run = subprocess.CompletedProcess[str]
Command = Callable[..., Run]

TYPED = """Pier reopens after a year

The north pier took its first boats on Monday.

By Ida Brandt

The north pier of Lindvik took its first boats on Monday, a year after the storm that broke it.

“We kept our word,” said the harbour master, who had promised the reopening for the autumn.

The repair cost $4.2 million, of which the council paid half and the ferry company the rest.
"""


def broadsheet(*words: str, cwd: Path, **env: str) -> Run:
    """Run the command with an environment of its own, as from a fresh shell."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "broadsheet", *words],
        cwd=cwd,
        env={**kept, **env},
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    folder = tmp_path_factory.mktemp("founded")
    run = broadsheet("new", "courier", "--title", "The Courier", cwd=folder)
    return folder / "courier", run


@pytest.fixture
def courier(founded: tuple[Path, Run], tmp_path: Path) -> Path:
    """A copy of a newsroom that `broadsheet new` made."""
    shutil.copytree(founded[0], tmp_path / "courier")
    return tmp_path / "courier"


def pages_and_feeds(site: Path) -> dict[str, bytes]:
    """Every file of the site but the compressed variants, which may be packed more or less."""
    files = (f for f in site.rglob("*") if f.is_file() and f.suffix not in {".br", ".gz"})
    return {str(file.relative_to(site)): file.read_bytes() for file in files}


def assert_one_sentence(run: Run) -> str:
    assert run.returncode != 0
    assert "Traceback" not in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1, run.stderr
    return run.stderr.strip()


def test_new_makes_a_newsroom_and_says_what_comes_next(founded: tuple[Path, Run]) -> None:
    folder, run = founded
    assert run.returncode == 0, run.stderr
    assert re.search(r"as editor with the password \S{20,}", run.stdout)
    assert "broadsheet serve" in run.stdout
    assert (folder / "broadsheet.toml").is_file()
    assert (folder / "var").is_dir()
    assert stat.S_IMODE((folder / "var/secret-key").stat().st_mode) == 0o600


def test_new_does_not_touch_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "novel").mkdir()
    (tmp_path / "novel/chapter-one.txt").write_text("It was a dark night.")
    said = assert_one_sentence(broadsheet("new", "novel", cwd=tmp_path))
    assert "something is there already; give another name" in said
    assert [file.name for file in (tmp_path / "novel").iterdir()] == ["chapter-one.txt"]


def test_new_with_a_wrong_time_zone_leaves_nothing(tmp_path: Path) -> None:
    said = assert_one_sentence(broadsheet("new", "x", "--time-zone", "Mars/Olympus", cwd=tmp_path))
    assert "Mars/Olympus" in said
    assert list(tmp_path.iterdir()) == []


def test_outside_a_newsroom_a_command_says_where_to_go(tmp_path: Path) -> None:
    said = assert_one_sentence(broadsheet("press", cwd=tmp_path))
    assert "no broadsheet.toml here or above" in said
    assert "broadsheet new NAME" in said


def test_import_and_publish_returns_when_the_page_is_on_disk(courier: Path) -> None:
    (courier / "pier.txt").write_text(TYPED)
    words = ("--section", "National > Harbour", "--date", "2026-11-16", "--publish")
    run = broadsheet("import", "pier.txt", *words, cwd=courier)
    assert run.returncode == 0, run.stderr
    address = run.stdout.strip().splitlines()[-1]
    assert address == "http://127.0.0.1:8000/national/harbour/pier-reopens-after-a-year/"
    page = courier / "var/site/national/harbour/pier-reopens-after-a-year/index.html"
    text = page.read_text()
    assert "Pier reopens after a year" in text
    assert "“We kept our word,”" in text
    assert "2026-11-16" in text
    assert "Pier reopens" in (courier / "var/site/index.html").read_text()


def test_import_without_publish_makes_a_draft_and_says_where(courier: Path) -> None:
    (courier / "pier.txt").write_text(TYPED)
    run = broadsheet("import", "pier.txt", cwd=courier)
    assert run.returncode == 0, run.stderr
    assert re.search(
        r"A draft at the desk: http://127\.0\.0\.1:8000/desk/pages/\d+/edit/", run.stdout
    )
    assert not (courier / "var/site/index.html").exists()


def test_importing_twice_says_that_it_is_here_already(courier: Path) -> None:
    (courier / "pier.txt").write_text(TYPED)
    broadsheet("import", "pier.txt", cwd=courier)
    run = broadsheet("import", "pier.txt", cwd=courier)
    assert run.returncode == 0
    assert "This file is here already: “Pier reopens after a year”." in run.stdout


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 50),
        ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>"),
        ("missing.txt", None),
    ],
)
def test_bad_copy_is_refused_in_one_sentence_and_leaves_nothing(
    courier: Path, name: str, data: bytes | None
) -> None:
    if data is not None:
        (courier / name).write_bytes(data)
    said = assert_one_sentence(broadsheet("import", name, "--publish", cwd=courier))
    assert name in said
    assert not (courier / "var/site/index.html").exists()


def test_one_bad_file_among_good_ones_is_named_and_the_others_come_in(courier: Path) -> None:
    (courier / "good.txt").write_text(TYPED)
    (courier / "bad.txt").write_bytes(b"")
    run = broadsheet("import", "good.txt", "bad.txt", cwd=courier)
    assert run.returncode == 1
    assert "A draft at the desk" in run.stdout
    assert "bad.txt" in run.stderr
    assert "good.txt" not in run.stderr


def test_a_file_of_200_megabytes_is_refused_before_it_is_read(courier: Path) -> None:
    with (courier / "huge.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert "huge.txt" in assert_one_sentence(broadsheet("import", "huge.txt", cwd=courier))


def test_press_all_makes_the_site_again_from_nothing(courier: Path) -> None:
    (courier / "pier.txt").write_text(TYPED)
    broadsheet("import", "pier.txt", "--publish", cwd=courier)
    site = courier / "var/site"
    before = pages_and_feeds(site)
    shutil.rmtree(site)
    run = broadsheet("press", "--all", cwd=courier)
    assert run.returncode == 0, run.stderr
    assert pages_and_feeds(site) == before


def test_check_finds_a_new_newsroom_sound(courier: Path) -> None:
    run = broadsheet("check", cwd=courier)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "WRONG" not in run.stdout


def test_check_says_what_is_wrong_and_mends_it(courier: Path) -> None:
    (courier / "var/secret-key").chmod(0o644)
    run = broadsheet("check", cwd=courier)
    assert run.returncode == 1
    assert re.search(
        r"WRONG .*secret-key can be read by others; run: broadsheet check --mend", run.stdout
    )
    assert broadsheet("check", "--mend", cwd=courier).returncode == 0
    assert stat.S_IMODE((courier / "var/secret-key").stat().st_mode) == 0o600


def test_check_says_that_the_secret_key_is_missing(courier: Path) -> None:
    (courier / "var/secret-key").unlink()
    assert "is missing; restore it from a backup" in broadsheet("check", cwd=courier).stdout
    assert_one_sentence(broadsheet("press", cwd=courier))


def test_check_loads_every_voice_and_says_which_cannot_speak(courier: Path) -> None:
    run = broadsheet("check", cwd=courier)
    assert "joe reads en" in run.stdout
    assert "choose one before you publish for money" in run.stdout
    voice = "[[voice]]\nname = 'ida'\nmodel = '/nowhere/ida.onnx'\n"
    seal = "[sound]\ncertificate = '/nowhere/paper.pem'\n"
    (courier / "broadsheet.toml").write_text(seal + voice)
    run = broadsheet("check", cwd=courier)
    assert run.returncode == 1
    assert re.search(r"WRONG .*voice ida: cannot read /nowhere/ida.onnx", run.stdout)
    assert re.search(r"WRONG .*sound cannot be signed: .*/nowhere/paper.pem", run.stdout)


def test_check_says_that_the_database_is_damaged(courier: Path) -> None:
    (courier / "var/broadsheet.sqlite3").write_bytes(b"this is no database" * 500)
    run = broadsheet("check", cwd=courier)
    assert run.returncode == 1
    assert "the database cannot be read" in run.stdout
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ("[server]\nport = 99999", "[server] port is 99999; write a whole number from 1 to 65535"),
        ("[[voice]]\nspeed = 9", "[[voice]] no. 1 speed is 9; write a number from 0.5 to 2"),
        ("[voice]\nname = 'a'", "write it with two brackets, [[voice]], once for each"),
        ("[[voice]]\n[[voice]]", "two voices are called 'joe'; give one another name"),
        ("[sond]\ndays = 3", "[sond] is {'days': 3}; there is no such setting"),
        ('[server]\nport = "x"', "[server] port is 'x'; write a whole number"),
        ("[paper]\ntime_zone = 'Mars'", "[paper] time_zone is 'Mars'; write a time zone's name"),
        ("[paper]\nurl = 'news'", "[paper] url is 'news'; write an address such as"),
        ("[paper]\nspeed = 3", "[paper] speed is 3; there is no such setting"),
        (
            "[database]\nurl = 'postgresql://paper:pier@db/paper'",
            "url is 'postgresql://paper:…@db/paper'; take the password out; set BROADSHEET_",
        ),
        ("[sport]\nx = 1", "[sport] is {'x': 1}; there is no such setting"),
        ("[server", "this is not TOML"),
    ],
)
def test_a_wrong_setting_is_named_with_what_was_found_and_what_to_write(
    courier: Path, settings: str, sentence: str
) -> None:
    (courier / "broadsheet.toml").write_text(settings)
    said = assert_one_sentence(broadsheet("press", cwd=courier))
    assert "broadsheet.toml" in said
    assert sentence in said


def test_a_setting_in_the_environment_wins_over_the_file(courier: Path) -> None:
    said = assert_one_sentence(broadsheet("press", cwd=courier, BROADSHEET_SERVER__PORT="0"))
    assert "[server] port is '0'; write a whole number from 1 to 65535" in said


def test_an_account_gets_in_with_the_password_that_was_printed(courier: Path) -> None:
    run = broadsheet("account", "ida", "--role", "reporter", cwd=courier)
    assert re.fullmatch(r"ida may come to the desk: \S{20,}", run.stdout.strip())
    again = broadsheet("account", "ida", cwd=courier)
    assert again.stdout.startswith("ida has a new password: ")
