"""Bytes → blobs in the store, each named by its digest."""

from __future__ import annotations

import hashlib

from broadsheet.press.blob_name import blob_name
from broadsheet.press.site_path import site_path
from broadsheet.press.variants import CLOSE, QUICK, variants_of
from broadsheet.server.media_types import kind_of
from broadsheet.store.bucket import Bucket

BLOBS = "blobs"


class StoredSite:
    """The site where it is kept in a store. The press's books say which blob stands at which path.

    So to keep a blob publishes nothing: whoever was cut off and comes back late leaves at worst one
    that no book names, which is swept up a day later (`press.sweep`).
    """

    def __init__(self, blobs: Bucket) -> None:
        self._blobs = blobs

    def prepare(self) -> None:
        """There is nothing to make, and a crash leaves nothing in the way."""

    def put(self, path: str, data: bytes) -> None:
        """The bytes come last: where they are, their variants are."""
        name = blob_name(str(site_path(path)), hashlib.sha256(data).hexdigest())
        self._keep_variants(name, variants_of(path, data, QUICK))
        kind = kind_of(path)
        self._blobs.keep(name, data, kind.content_type if kind else "")

    def pack(self, path: str, digest: str) -> None:
        name = blob_name(path, digest)
        try:
            data = self._blobs.read(name)
        except FileNotFoundError:
            return
        self._keep_variants(name, variants_of(path, data, CLOSE))

    def remove(self, path: str) -> None:
        """What the books do not name is not on the site."""

    def holds(self, path: str) -> bool:
        """What the books name was kept before they did; `press.verify` looks whether it is lost."""
        return bool(path)

    def _keep_variants(self, name: str, variants: dict[str, bytes]) -> None:
        self._blobs.keep_all((name + ending, data, "") for ending, data in variants.items())
