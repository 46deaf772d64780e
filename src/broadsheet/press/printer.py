"""An output as it ought to be → its files on the site, and what the books have to hear of it."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass

from django.conf import settings
from django.db import Error as DatabaseError
from django.utils import timezone

from broadsheet.desk.furniture import newspaper
from broadsheet.desk.translate import section_tree
from broadsheet.press.models import Output, SiteFile
from broadsheet.press.outlet import Outlet
from broadsheet.press.recipes import book
from broadsheet.press.recipes.made import Made, Round
from broadsheet.press.variants import compresses

logger = logging.getLogger("broadsheet.press")


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of one output. `ingredients` is None where it ought not to stand any more.

    `digests` are those of its files, by path. `trouble` says why it could not be printed: then
    what stood there before stands still.
    """

    key: str
    ingredients: frozenset[str] | None
    digests: dict[str, str]
    is_packed: bool = True
    trouble: str = ""

    @property
    def is_gone(self) -> bool:
        return self.ingredients is None and not self.trouble


def is_enclosure(name: str) -> bool:
    """Whether an ingredient goes out as files of its own, beside the pages that show it."""
    return name.partition(":")[0] in book.ENCLOSURES


class Printer:
    """Prints outputs one after the other, as of one moment. It writes nothing into the books."""

    def __init__(self, site: Outlet) -> None:
        self._site = site
        self._now = _this_round()
        self._claimed: set[str] = set()
        self._enclosed: set[str] = set()

    def print(self, output: Output) -> list[Printed]:
        """The output, after what it encloses."""
        made = self._make(output)
        return [made] if isinstance(made, Printed) else self._put_out(output, made)

    def print_in_place(self, output: Output) -> list[Printed] | None:
        """The same while others print too: None where a file would go, or be another output's."""
        made = self._make(output)
        if isinstance(made, Printed):
            return [made]
        return None if _moves_files(output, made) else self._put_out(output, made)

    def _make(self, output: Output) -> Made | Printed | None:
        try:
            return book.make(output.key, self._now)
        except (OSError, DatabaseError):
            raise  # the machine's trouble, not this output's: the worker waits and tries again
        except Exception as error:
            path = _path_of(output)
            logger.exception(
                "%s (%s) cannot be printed; what stood there before stays",
                path or "a new output",
                output.key,
                extra={"path": path},
            )
            return Printed(output.key, None, {}, trouble=f"{type(error).__name__}: {error}")

    def _put_out(self, output: Output, made: Made | None) -> list[Printed]:
        return [*(self._enclose(made) if made else []), self._put(output, made)]

    def _enclose(self, made: Made) -> list[Printed]:
        """A page goes out after the pictures that it shows and the sound that it plays."""
        names = {name for name in made.ingredients if is_enclosure(name)} - self._enclosed
        if not names:
            return []
        self._enclosed |= names
        known = (
            Output.objects.filter(key__in=names).prefetch_related("files").in_bulk(field_name="key")
        )
        return [
            self._put(
                known.get(name) or Output(key=name),
                book.ENCLOSURES[name.partition(":")[0]](name, self._now),
            )
            for name in sorted(names)
            if name not in known or known[name].is_stale
        ]

    def _put(self, output: Output, made: Made | None) -> Printed:
        standing = _standing(output)
        digests = dict(standing) if made and made.keeps_others else {}
        is_packed = output.is_packed
        for path, data in (made.files if made else {}).items():
            digests[path] = hashlib.sha256(data).hexdigest()
            if standing.get(path) != digests[path] or not self._site.holds(path):
                self._site.put(path, data)
                is_packed = is_packed and not self._is_worth_packing(output.key, path)
        self._claimed |= digests.keys()
        for path in standing.keys() - self._claimed:
            self._site.remove(path)
        return Printed(output.key, made.ingredients if made else None, digests, is_packed)

    def _is_worth_packing(self, key: str, path: str) -> bool:
        return compresses(path) and key.partition(":")[0] not in book.NOT_PACKED


def _path_of(output: Output) -> str:
    """Where the first of its files stands on the site; "" where none does yet."""
    file = min((one.path for one in output.files.all()), default="")
    return f"/{file.removesuffix('index.html')}" if file else ""


def _this_round() -> Round:
    press = settings.CONFIG.press
    return Round(
        newspaper=newspaper(),
        list_length=press.list_length,
        river_length=press.river_length,
        at=timezone.now(),
        sections=section_tree(),
    )


def _standing(output: Output) -> dict[str, str]:
    return {file.path: file.digest for file in output.files.all()} if output.pk else {}


def _moves_files(output: Output, made: Made | None) -> bool:
    standing, wanted = _standing(output).keys(), made.files.keys() if made else set()
    return bool(standing - wanted or SiteFile.objects.filter(path__in=wanted - standing).exists())
