"""The newsroom's settings → what Django is told of where photos and recordings are kept."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from broadsheet.config import FILE_NAME, Config, ConfigError

_ON_THIS_DISK = "django.core.files.storage.FileSystemStorage"
_IN_THE_STORE = "broadsheet.desk.media_store.MediaStore"


def storages(config: Config) -> dict[str, Any]:
    """Raises ConfigError where a store is wanted and its client is not installed."""
    if config.store.bucket and find_spec("boto3") is None:
        raise ConfigError(
            f"{FILE_NAME}: [store] bucket is {config.store.bucket!r}, but the client of stores is "
            "not here; install it with: pip install 'broadsheet[store]'"
        )
    return {
        "default": {"BACKEND": _IN_THE_STORE if config.store.bucket else _ON_THIS_DISK},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
