from __future__ import annotations

import datetime as dt
import mimetypes
import tempfile
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import Storage
from django.utils.deconstruct import deconstructible

from broadsheet.store.bucket import Bucket

_IN_MEMORY_BYTES = 4 * 1024 * 1024


@deconstructible
class MediaStore(Storage):
    """Photos and recordings as they were handed in, and renditions, in the newsroom's store.

    They have the desk's own addresses, which ask who you are; the store gives them to nobody else.
    """

    @property
    def _bucket(self) -> Bucket:
        return Bucket(settings.CONFIG.store, "media")

    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        if mode != "rb":
            raise ValueError(f"{name}: what is kept in the store is only read, not opened {mode!r}")
        file: Any = tempfile.SpooledTemporaryFile(_IN_MEMORY_BYTES)  # noqa: SIM115  # the caller's
        self._bucket.read_into(_posix(name), file)
        file.seek(0)
        return File(file, name)

    def _save(self, name: str, content: Any) -> str:
        content.seek(0)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self._bucket.keep(_posix(name), content, kind)
        return name

    def delete(self, name: str) -> None:
        self._bucket.remove(_posix(name))

    def exists(self, name: str) -> bool:
        return self._bucket.has(_posix(name))

    def size(self, name: str) -> int:
        return self._bucket.look_at(_posix(name)).size_bytes

    def get_modified_time(self, name: str) -> dt.datetime:
        return self._bucket.look_at(_posix(name)).kept_at

    def url(self, name: str | None) -> str:
        return f"{settings.MEDIA_URL}{quote(_posix(name or ''))}"


def _posix(name: str) -> str:
    return name.replace("\\", "/")
