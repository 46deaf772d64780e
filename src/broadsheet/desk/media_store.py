from __future__ import annotations

import datetime as dt
import logging
import mimetypes
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import Storage
from django.utils.deconstruct import deconstructible

from broadsheet.setting.store import StoreConfig
from broadsheet.store.bucket import Bucket
from broadsheet.store.store_error import StoreError

logger = logging.getLogger("broadsheet.desk")

# A page with thirty photos must not wait for a store that is away with each of them.
AWAY_SECONDS = 3

_IN_MEMORY_BYTES = 4 * 1024 * 1024

_away: dict[StoreConfig, tuple[float, StoreError]] = {}


@deconstructible
class MediaStore(Storage):
    """Photos and recordings as they were handed in, and renditions, in the newsroom's store.

    They have the desk's own addresses, which ask who you are; the store gives them to nobody else.
    Raises StoreError where it is away, and for a moment after that without asking it again.
    """

    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        if mode != "rb":
            raise ValueError(f"{name}: what is kept in the store is only read, not opened {mode!r}")
        file: Any = tempfile.SpooledTemporaryFile(_IN_MEMORY_BYTES)  # noqa: SIM115  # the caller's
        with _asked() as bucket:
            bucket.read_into(_posix(name), file)
        file.seek(0)
        return File(file, name)

    def _save(self, name: str, content: Any) -> str:
        content.seek(0)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        with _asked() as bucket:
            bucket.keep(_posix(name), content, kind)
        return name

    def delete(self, name: str) -> None:
        with _asked() as bucket:
            bucket.remove(_posix(name))

    def exists(self, name: str) -> bool:
        with _asked() as bucket:
            return bucket.has(_posix(name))

    def size(self, name: str) -> int:
        with _asked() as bucket:
            return bucket.look_at(_posix(name)).size_bytes

    def get_modified_time(self, name: str) -> dt.datetime:
        with _asked() as bucket:
            return bucket.look_at(_posix(name)).kept_at

    def url(self, name: str | None) -> str:
        return f"{settings.MEDIA_URL}{quote(_posix(name or ''))}"


@contextmanager
def _asked() -> Iterator[Bucket]:
    store: StoreConfig = settings.CONFIG.store
    until, why = _away.get(store, (0.0, StoreError()))
    if time.monotonic() < until:
        raise StoreError(str(why))
    try:
        yield Bucket(store, "media")
    except StoreError as error:
        _away[store] = (time.monotonic() + AWAY_SECONDS, error)
        logger.error("pictures are neither shown nor taken in just now: %s", error)
        raise


def _posix(name: str) -> str:
    return name.replace("\\", "/")
