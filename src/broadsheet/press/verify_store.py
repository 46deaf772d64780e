"""The store against the press's books → what the books name and the store has lost."""

from __future__ import annotations

from broadsheet.press.blob_name import blob_name
from broadsheet.press.models import SiteFile
from broadsheet.press.the_site import blobs
from broadsheet.press.variants import VARIANTS, compresses
from broadsheet.press.verify import Astray


def find_lost() -> list[Astray]:
    """By their names: what is in them the store looks after itself, and every machine that fetches
    one checks it."""
    # Before the store is listed: what is printed meanwhile is none of these.
    books = SiteFile.objects.order_by("path").values_list("path", "digest")
    wanted = {path: _names(path, digest) for path, digest in books}
    kept = {one.name for page in blobs().pages() for one in page}
    return [Astray(path, is_known=True) for path, names in wanted.items() if not names <= kept]


def _names(path: str, digest: str) -> set[str]:
    name = blob_name(path, digest)
    return {name, *(name + ending for ending in VARIANTS if compresses(path))}
