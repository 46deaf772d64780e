"""The newsroom's settings → what Django is told of its database."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any
from urllib.parse import quote

from broadsheet.config import FILE_NAME, Config, ConfigError
from broadsheet.setting.database_url import DatabaseUrl

KEPT_OPEN_SECONDS = 600

# Within ten seconds each end knows that the other is cut off: ours lets go of what it does, and
# PostgreSQL gives the duties that hung on the connection to whoever asks for them.
_HANGS_UP = {
    "keepalives_idle": "3",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "9000",
    "options": (
        "-c tcp_keepalives_idle=3 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 "
        "-c tcp_user_timeout=9000 -c client_connection_check_interval=3000"
    ),
}


def database(config: Config) -> dict[str, Any]:
    """SQLite in the newsroom's folder, or the PostgreSQL that `[database] url` names.

    Raises ConfigError where PostgreSQL is wanted and its driver is not installed.
    """
    return _postgresql(config) if config.database.url else _sqlite(config)


def _sqlite(config: Config) -> dict[str, Any]:
    """synchronous=FULL: what a reporter published survives a pulled plug. IMMEDIATE: a transaction
    that will write takes its lock at once and waits for it, instead of failing half-way."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        # mode=rw: a database that is away is an error, never a new and empty one in its place.
        "NAME": f"file:{quote(str(config.sqlite_file))}?mode=rw",
        "CONN_MAX_AGE": KEPT_OPEN_SECONDS,
        "OPTIONS": {
            "uri": True,
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;"
                "PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;"
            ),
        },
    }


def _postgresql(config: Config) -> dict[str, Any]:
    if find_spec("psycopg") is None:
        raise ConfigError(
            f"{FILE_NAME}: [database] url is {config.database.url!r}, but its driver is not "
            "here; install it with: pip install 'broadsheet[postgresql]'"
        )
    url = DatabaseUrl.read(config.database.url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.name,
        "USER": url.user,
        "PASSWORD": config.database.password,
        "HOST": url.host,
        "PORT": url.port,
        "CONN_MAX_AGE": KEPT_OPEN_SECONDS,
        # A server that was started again has hung up; the next request must not be told of it.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": "5",
            "application_name": "broadsheet",
            **_HANGS_UP,
            **dict(url.parameters),
        },
    }
