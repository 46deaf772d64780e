"""A newsroom that keeps its database in PostgreSQL: founded, filled, printed; and what other tests
claim of the talk and the press, claimed of it there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bench.postgresql import programs
from tests.commands.test_commands import TYPED, assert_one_sentence, broadsheet
from tests.server.making import ROOT
from tests.server.running import PATIENCE_SECONDS

pytestmark = pytest.mark.skipif(
    programs() is None, reason="PostgreSQL is not here: apt-get install postgresql"
)

# Whatever is asked of the database in words of its own, and whatever must not be lost or changed.
CLAIMS = (
    "tests/commands/test_backup.py::test_the_same_paper_comes_out_of_a_backup",
    "tests/commands/test_serve.py::test_without_its_database_it_serves_the_paper",
    "tests/desk/test_embargo.py",
    "tests/desk/test_related.py",
    "tests/desk/test_search_index.py",
    "tests/desk/test_translate.py",
    "tests/faults/test_restarted_database.py",
    "tests/planning/test_story_list.py::test_a_story_goes_from_pitch_to_print",
    "tests/press/test_bell.py",
    "tests/press/test_listed.py",
    "tests/press/test_withdrawn.py",
    "tests/reference/test_work.py",
    "tests/roster/test_roster.py",
    "tests/roster/test_claims.py",
    "tests/talk/moderation/test_decide.py",
    "tests/talk/moderation/test_log.py",
    "tests/talk/test_kill.py",
    "tests/talk/test_limits.py",
    "tests/talk/test_posting.py",
    "tests/talk/test_together.py",
)


def test_a_newsroom_is_founded_filled_and_printed(postgresql: str, tmp_path: Path) -> None:
    made = broadsheet("new", "courier", "--database", postgresql, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    courier = tmp_path / "courier"
    assert not list((courier / "var").glob("*.sqlite3"))

    (courier / "pier.txt").write_text(TYPED)
    printed = broadsheet("import", "pier.txt", "--publish", "--section", "City", cwd=courier)
    assert printed.returncode == 0, printed.stderr
    assert (
        "$4.2 million"
        in (courier / "var/site/city/pier-reopens-after-a-year/index.html").read_text()
    )

    checked = broadsheet("check", cwd=courier)
    assert "fine   the database is sound and up to date" in checked.stdout
    assert "fine   PostgreSQL's client is here" in checked.stdout
    assert checked.returncode == 0

    again = assert_one_sentence(broadsheet("new", "other", "--database", postgresql, cwd=tmp_path))
    assert "the database 'postgres' is not empty; name an empty one" in again
    assert not (tmp_path / "other").exists()

    kept = broadsheet("backup", "../backup.tar", cwd=courier)
    assert kept.returncode == 0, kept.stderr
    taken_up = assert_one_sentence(broadsheet("restore", "backup.tar", "second", cwd=tmp_path))
    assert "the database 'postgres' is not empty; name an empty one" in taken_up
    assert not (tmp_path / "second").exists()

    nowhere = urlsplit(postgresql)._replace(query="host=/nowhere").geturl()
    said = broadsheet("press", cwd=courier, BROADSHEET_DATABASE__URL=nowhere)
    assert "the database does not do it: connection is bad" in assert_one_sentence(said)


def test_what_is_claimed_of_sqlite_holds_here_too(postgresql: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *CLAIMS],
        cwd=ROOT,
        env={**os.environ, "BROADSHEET_TESTS_POSTGRESQL": postgresql},
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "skipped" not in done.stdout
