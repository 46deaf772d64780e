"""Stale outputs → files on the site, and the press's books brought in step.

Files are written first and the books after them, in one transaction for a batch: after a crash
the outputs of the batch are still stale and are baked again, to the same bytes.
"""

from __future__ import annotations

import hashlib
import logging
import time
from dataclasses import dataclass, replace

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import transaction
from django.utils import timezone

from broadsheet.desk.furniture import newspaper
from broadsheet.desk.translate import section_tree
from broadsheet.press.models import Ingredient, Output, SiteFile, Urgency
from broadsheet.press.recipes import book
from broadsheet.press.recipes.made import Made, Round
from broadsheet.press.site import Site

logger = logging.getLogger("broadsheet.press")

BATCH = 64
BATCH_SECONDS = 0.25


def this_round() -> Round:
    press = settings.CONFIG.press
    return Round(
        newspaper=newspaper(),
        list_length=press.list_length,
        river_length=press.river_length,
        at=timezone.now(),
        sections=section_tree(),
    )


def bake(site: Site) -> int:
    """Bake the most pressing stale outputs, for about BATCH_SECONDS. Returns how many.

    A batch is of one urgency: signposts and lists look in the books for pages that went before.
    """
    batch = Batch(site)
    until = time.monotonic() + BATCH_SECONDS
    outputs = list(Output.objects.stale().prefetch_related("files", "ingredients")[:BATCH])
    for output in outputs:
        if output.urgency != outputs[0].urgency or time.monotonic() > until:
            break
        batch.bake(output)
    batch.record()
    return batch.size


@dataclass(frozen=True, slots=True)
class Baked:
    """What came of one output: `made` is None where it ought not to stand any more."""

    output: Output
    made: Made | None
    digests: dict[str, str]
    is_packed: bool = True
    trouble: str = ""

    @property
    def is_gone(self) -> bool:
        return self.made is None and not self.trouble


class Batch:
    """Outputs baked one after the other, and their entries in the books at the end."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._now = this_round()
        self._baked: list[Baked] = []
        self._claimed: set[str] = set()
        self._enclosed: set[str] = set()

    @property
    def size(self) -> int:
        return len(self._baked)

    def bake(self, output: Output) -> None:
        try:
            made = book.make(output.key, self._now)
        except (OSError, DatabaseError):
            raise  # the machine's trouble, not this output's: the worker waits and tries again
        except Exception as error:
            logger.exception("%s cannot be printed; what stood there before stays", output.key)
            trouble = f"{type(error).__name__}: {error}"
            self._baked.append(Baked(output, None, {}, trouble=trouble))
            return
        if made is not None:
            self._enclose(made)
        self._put(output, made)

    def record(self) -> None:
        """Enter the batch in the books."""
        with transaction.atomic():
            self._enter_files()
            self._enter_ingredients()
            self._enter_outputs()

    def _enclose(self, made: Made) -> None:
        """A page goes out after the pictures that it shows and the sound that it plays."""
        names = {name for name in made.ingredients if _is_enclosure(name)} - self._enclosed
        if not names:
            return
        self._enclosed |= names
        standing = Output.objects.filter(key__in=names, is_stale=False)
        for name in sorted(names - set(standing.values_list("key", flat=True))):
            output, _ = Output.objects.get_or_create(key=name)
            self._put(output, book.ENCLOSURES[name.partition(":")[0]](name))

    def _put(self, output: Output, made: Made | None) -> None:
        standing = {file.path: file.digest for file in output.files.all()}
        digests = {}
        is_packed = output.is_packed
        for path, data in (made.files if made else {}).items():
            digests[path] = hashlib.sha256(data).hexdigest()
            if standing.get(path) != digests[path] or not self._site.holds(path):
                self._site.put(path, data)
                is_packed = is_packed and not self._is_worth_packing(output.key, path)
        self._claimed |= digests.keys()
        for path in standing.keys() - self._claimed:
            self._site.remove(path)
        # Without the bytes: an hour of sound is 30 MB, and the books want none of them.
        kept = replace(made, files={}) if made else None
        self._baked.append(Baked(output, kept, digests, is_packed))

    def _is_worth_packing(self, key: str, path: str) -> bool:
        return self._site.compresses(path) and key.partition(":")[0] not in book.NOT_PACKED

    def _enter_files(self) -> None:
        owners: dict[str, int] = {}
        # By their path: PostgreSQL enters no row twice in one statement.
        files: dict[str, SiteFile] = {}
        for one in self._baked:
            if not one.trouble:
                one.output.files.exclude(path__in=one.digests).delete()
            for path, digest in one.digests.items():
                owners[path] = one.output.pk
                files[path] = SiteFile(path=path, output=one.output, digest=digest)
        self._note_takeovers(owners)
        SiteFile.objects.bulk_create(
            files.values(),
            update_conflicts=True,
            unique_fields=["path"],
            update_fields=["output", "digest"],
        )

    def _note_takeovers(self, owners: dict[str, int]) -> None:
        """A page that now stands where a signpost stood: the map must not lead away from it."""
        before = SiteFile.objects.filter(path__in=owners).values_list("path", "output")
        taken_from = [output for path, output in before if owners[path] != output]
        if taken_from:
            stale = Output.objects.filter(pk__in=taken_from) | Output.objects.filter(
                key="moved-map"
            )
            stale.update(is_stale=True)

    def _enter_ingredients(self) -> None:
        fewer: set[str] = set()
        added = []
        for one in self._baked:
            if one.trouble:
                continue
            names = one.made.ingredients if one.made else frozenset()
            before = {ingredient.name for ingredient in one.output.ingredients.all()}
            if dropped := before - names:
                one.output.ingredients.filter(name__in=dropped).delete()
                fewer |= dropped
            added += [Ingredient(output=one.output, name=name) for name in sorted(names - before)]
        Ingredient.objects.bulk_create(added, ignore_conflicts=True)
        enclosed = {name for name in fewer if _is_enclosure(name)}
        used = Ingredient.objects.filter(name__in=enclosed).values_list("name", flat=True)
        unused = Output.objects.filter(key__in=enclosed.difference(used))
        unused.update(is_stale=True, urgency=Urgency.LISTS)

    def _enter_outputs(self) -> None:
        gone = [one.output.pk for one in self._baked if one.is_gone]
        Output.objects.filter(pk__in=gone).delete()
        for is_packed in (True, False):
            fine = [one.output.pk for one in self._baked if one.made and one.is_packed is is_packed]
            Output.objects.filter(pk__in=fine).update(
                is_stale=False, is_packed=is_packed, trouble=""
            )
        for one in self._baked:
            if one.trouble:
                Output.objects.filter(pk=one.output.pk).update(is_stale=False, trouble=one.trouble)


def _is_enclosure(name: str) -> bool:
    return name.partition(":")[0] in book.ENCLOSURES


def pack(site: Site, *, most: int = 4) -> int:
    """Compress closely what went out compressed quickly. Returns how many outputs."""
    outputs = list(Output.objects.filter(is_packed=False).prefetch_related("files")[:most])
    for output in outputs:
        for file in output.files.all():
            if site.compresses(file.path):
                site.pack(file.path)
    Output.objects.filter(pk__in=[output.pk for output in outputs]).update(is_packed=True)
    return len(outputs)
