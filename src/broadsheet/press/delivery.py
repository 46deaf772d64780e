"""The site as the books and the store have it → this machine's copy of it, which is served."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from broadsheet.press.blob_name import blob_name
from broadsheet.press.bookmark import Bookmark
from broadsheet.press.models import Change, SiteFile
from broadsheet.press.site import Site
from broadsheet.press.variants import VARIANTS, are_variants, compresses

logger = logging.getLogger("broadsheet.press")

WINDOW = 512
_AT_ONCE = 8
# The web server reads it, and there may be none in the books yet.
_MOVED_MAP = "moved.map"


class Blobs(Protocol):
    """Of the bucket what is asked of it here."""

    def fetch(self, name: str) -> Any: ...

    def read(self, name: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class _Parcel:
    path: str
    data: bytes
    variants: dict[str, bytes]
    kept_at: float


class Delivery:
    """Follows the books, change by change in their order, so that the copy never goes back and no
    page comes before what it shows. It writes nothing into the books.

    A machine that has no bookmark in these books compares its whole copy with them.
    Raises StoreError and database errors; what was begun is done again then, to the same bytes.
    """

    def __init__(self, site: Site, blobs: Blobs, bookmark: Path) -> None:
        self._site = site
        self._blobs = blobs
        self._file = bookmark
        self._at = Bookmark.read(bookmark)

    def turn(self) -> bool:
        """Follow the next changes; False where there are none."""
        if self._at is None:
            self.compare()
            return True
        rows = list(Change.objects.filter(pk__gte=self._at.number).order_by("pk")[: WINDOW + 1])
        if not rows and self._at == Bookmark():
            return False
        if not rows or Bookmark.at(rows[0]) != self._at:
            self.compare()
            return True
        changes = rows[1:]
        if changes:
            latest = {change.path: change for change in changes}
            self._follow([change for change in changes if latest[change.path] is change])
            self._lay(Bookmark.at(changes[-1]))
        return bool(changes)

    def compare(self) -> None:
        """Bring the whole copy in step: fetch what differs, and take away what the books lack."""
        # Before the books are read: what is changed meanwhile is followed afterwards.
        last = Change.objects.order_by("-pk").first()
        books = dict(SiteFile.objects.values_list("path", "digest"))
        differing = (
            Change(path=path, digest=books[path])
            for path in sorted(books, key=_place_in_line)
            if books[path] and not self._site.is_whole(path, books[path])
        )
        self._follow(differing)
        if books:
            self._clear(books)
        self._lay(Bookmark.at(last))

    def _clear(self, books: dict[str, str]) -> None:
        """Empty books are those of a newsroom that has not printed yet: they clear nothing."""
        for path in list(self._site.paths()):
            plain = path.removesuffix(Path(path).suffix) if path.endswith(VARIANTS) else path
            if plain not in books and plain != _MOVED_MAP:
                self._site.remove(plain)

    def _follow(self, changes: Iterable[Change]) -> None:
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            for some in _batches(changes):
                parcels = list(threads.map(self._fetch, some))
                for change, parcel in zip(some, parcels, strict=True):
                    self._bring(change, parcel)

    def _bring(self, change: Change, parcel: _Parcel | None) -> None:
        if not change.digest:
            self._site.remove(change.path)
        elif parcel:
            self._site.put_as_it_came(
                parcel.path, parcel.data, parcel.variants, kept_at=parcel.kept_at
            )
        elif SiteFile.objects.filter(path=change.path, digest=change.digest).exists():
            logger.error(
                "%s is not in the store as the books have it; run: broadsheet verify", change.path
            )

    def _fetch(self, change: Change) -> _Parcel | None:
        """None for what is to go, and for what is in the store no more: a later change of this
        path follows, or it is lost."""
        if not change.digest:
            return None
        name = blob_name(change.path, change.digest)
        endings = VARIANTS if compresses(change.path) else ()
        try:
            plain = self._blobs.fetch(name)
            variants = {ending: self._blobs.read(name + ending) for ending in endings}
        except FileNotFoundError:
            return None
        is_whole = hashlib.sha256(plain.data).hexdigest() == change.digest
        if not is_whole or not are_variants(plain.data, variants):
            return None
        return _Parcel(change.path, plain.data, variants, plain.kept_at.timestamp())

    def _lay(self, bookmark: Bookmark) -> None:
        bookmark.lay(self._file)
        self._at = bookmark


def _place_in_line(path: str) -> tuple[bool, int, str]:
    """What pages show comes before them, the front page last."""
    return path.endswith((".html", ".xml")), -path.count("/"), path


def _batches(changes: Iterable[Change]) -> Iterator[Sequence[Change]]:
    waiting = iter(changes)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some
