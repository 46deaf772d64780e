"""The settings of a newsroom that is restored elsewhere."""

from __future__ import annotations

import tomllib

import pytest

from broadsheet.commands.new import settings_file
from broadsheet.vault.readdressed import readdressed
from broadsheet.vault.vault_error import VaultError

URL = "postgresql://paper@db.example/second"
STORED = """\
[paper]
url = "https://courier.example"
[ store ]  # at the provider's
bucket = "courier"
key_secret = "hidden"
[database]
url = "postgresql://paper@db.example/first"
"""


@pytest.mark.parametrize(
    "settings",
    [
        STORED,
        settings_file({}),
        settings_file({"database": {"url": "postgresql:///first"}}),
        "",
        '[paper]\ntime_zone = "Asia/Seoul"',
        '[database]\npassword = "hidden"\n[[voice]]\nname = "a"',
    ],
)
def test_another_database_is_named_and_all_else_is_as_it_was(settings: str) -> None:
    before, after = tomllib.loads(settings), tomllib.loads(readdressed(settings, database_url=URL))
    assert after.pop("database") == {**before.pop("database", {}), "url": URL}
    assert not after.pop("store", {})
    before.pop("store", None)
    assert after == before


def test_no_store_is_named_any_more_and_what_it_was_can_be_read() -> None:
    changed = readdressed(STORED, database_url="")
    assert '# left out by the restore: bucket = "courier"' in changed
    assert tomllib.loads(changed)["database"]["url"].endswith("/first")


@pytest.mark.parametrize(
    "settings",
    [
        'store = { bucket = "courier" }',
        'store.bucket = "courier"',
        '[store]\nbucket = """\ncourier"""',
        'database = { url = "postgresql:///first" }',
        '["database"]\nurl = "postgresql:///first"',
    ],
)
def test_what_cannot_be_changed_is_told_of(settings: str) -> None:
    with pytest.raises(VaultError, match="on a line of its own under its heading"):
        readdressed(settings, database_url=URL)
