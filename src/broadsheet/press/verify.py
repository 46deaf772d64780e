"""The site against the press's books, byte by byte → what is astray, and the site put right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from broadsheet.press.models import Output, SiteFile, Urgency
from broadsheet.press.site import Site
from broadsheet.press.variants import VARIANTS, compresses

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Astray:
    """A file that differs from the books: broken or missing, or one that they do not know."""

    path: str
    is_known: bool


def suspects(site: Site, *, progress: Progress | None = None) -> list[Astray]:
    """Read the whole site, while the press may be at work: so not all of these are astray.

    `progress` is called with how many files were read and how many there are.
    """
    return list(_differing(site, _books(), progress))


def confirmed(site: Site, suspected: Iterable[Astray]) -> list[Astray]:
    """Those that differ still, while the press is held."""
    suspected = list(suspected)
    books = _books(one.path for one in suspected)
    return [
        one
        for one in suspected
        if (
            one.path in books and not site.is_whole(one.path, books[one.path])
            if one.is_known
            else _is_strange(one.path, books) and site.stands(one.path)
        )
    ]


def mend(site: Site, found: Iterable[Astray], *, aside: Path) -> None:
    """Order what is broken anew, and keep what is strange in the folder `aside`.

    The press is held meanwhile, and prints afterwards.
    """
    found = list(found)
    broken = {one.path for one in found if one.is_known}
    with transaction.atomic():
        files = SiteFile.objects.filter(path__in=broken)
        owners = set(files.values_list("output", flat=True))
        # Another digest than any: whatever stands there, the file is written again.
        files.update(digest="")
        Output.objects.filter(pk__in=owners).update(is_stale=True, urgency=Urgency.PAGE)
    for one in found:
        if one.is_known:
            site.make_way(one.path, aside)
        elif site.stands(one.path):
            site.move_out(one.path, aside)


def _books(paths: Iterable[str] | None = None) -> dict[str, str]:
    """What ought to stand: path → digest; of some paths and what they are variants of, or all."""
    files = SiteFile.objects.all()
    if paths is not None:
        files = files.filter(path__in={name for path in paths for name in (path, _plain(path))})
    return dict(files.values_list("path", "digest"))


def _differing(site: Site, books: dict[str, str], progress: Progress | None) -> Iterator[Astray]:
    for done, (path, digest) in enumerate(sorted(books.items())):
        if progress:
            progress(done, len(books))
        if not site.is_whole(path, digest):
            yield Astray(path, is_known=True)
    yield from (Astray(path, is_known=False) for path in site.paths() if _is_strange(path, books))


def _is_strange(path: str, books: dict[str, str]) -> bool:
    plain = _plain(path)
    return path not in books and not (plain in books and compresses(plain))


def _plain(path: str) -> str:
    """What this would be a variant of: the file itself where it is none."""
    ending = Path(path).suffix
    return path.removesuffix(ending) if ending in VARIANTS else path
