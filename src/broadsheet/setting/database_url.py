"""`postgresql://paper@db.example:5432/paper?sslmode=require` → what PostgreSQL is asked with."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

# Of libpq's many parameters those that say where the database is and how far it is trusted:
# postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
PARAMETERS = (
    *("host", "service", "passfile", "connect_timeout", "target_session_attrs"),
    *("sslmode", "sslrootcert", "sslcert", "sslkey", "channel_binding"),
)
_SUCH_AS = "write an address such as postgresql://paper@db.example/paper"


@dataclass(frozen=True, slots=True)
class DatabaseUrl:
    """Empty is what was not said: libpq knows a default, or its service file does."""

    name: str
    user: str
    host: str
    port: str
    parameters: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, url: str) -> DatabaseUrl:
        """Raises ValueError, which says what to do."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise ValueError(_SUCH_AS) from None
        if parts.scheme not in {"postgresql", "postgres"}:
            raise ValueError(_SUCH_AS)
        if parts.password is not None:
            raise ValueError(
                "take the password out; set BROADSHEET_DATABASE__PASSWORD, or use ~/.pgpass"
            )
        parameters = dict(parse_qsl(parts.query, keep_blank_values=True))
        for name in parameters:
            if name not in PARAMETERS:
                raise ValueError(f"{name} is not known here; known are {', '.join(PARAMETERS)}")
        host = parameters.pop("host", "") or unquote(parts.hostname or "")
        name = unquote(parts.path.strip("/"))
        if not name and "service" not in parameters:
            raise ValueError(f"it names no database; {_SUCH_AS}")
        return cls(
            name=name,
            user=unquote(parts.username or ""),
            host=host,
            port=str(port or ""),
            parameters=tuple(sorted(parameters.items())),
        )
