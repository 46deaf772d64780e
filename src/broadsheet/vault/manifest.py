from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field

from broadsheet.vault.vault_error import VaultError

KIND = "broadsheet backup 1"


@dataclass(frozen=True, slots=True)
class Packed:
    """One file of a backup: how long it is, and the SHA-256 of its bytes."""

    size_bytes: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself.

    `missing` are files that the database names and the newsroom did not have when it was made.
    `store` is the bucket that the others came from, or empty.
    """

    version: str
    made_at: dt.datetime
    has_secrets: bool
    store: str = ""
    files: dict[str, Packed] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    def written(self) -> bytes:
        told = {
            "kind": KIND,
            "version": self.version,
            "made_at": self.made_at.isoformat(),
            "has_secrets": self.has_secrets,
            "store": self.store,
            "missing": list(self.missing),
            "files": {name: [one.size_bytes, one.digest] for name, one in self.files.items()},
        }
        return json.dumps(told, ensure_ascii=False, indent=0).encode()


def read_manifest(data: bytes) -> Manifest:
    """Raises VaultError where this is no manifest of ours."""
    try:
        told = json.loads(data)
        if told["kind"] != KIND:
            raise VaultError(f"it is a {told['kind']!r}, which this version does not know")
        return Manifest(
            version=str(told["version"]),
            made_at=dt.datetime.fromisoformat(told["made_at"]),
            has_secrets=bool(told["has_secrets"]),
            store=str(told.get("store", "")),
            files={name: Packed(int(one[0]), str(one[1])) for name, one in told["files"].items()},
            missing=tuple(told["missing"]),
        )
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise VaultError(f"it does not say rightly what is in it ({error})") from None
