"""What was printed → the press's books, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db import models, transaction

from broadsheet.press.models import Change, Ingredient, Output, SiteFile, Urgency
from broadsheet.press.printer import Printed, is_enclosure
from broadsheet.press.the_site import is_stored


def record(printed: Iterable[Printed]) -> None:
    """Enter what was printed. An enclosure that two pages brought along is entered once."""
    by_key = {one.key: one for one in printed}
    with transaction.atomic():
        _Entry([*by_key.values()], _outputs(by_key)).enter()


def _outputs(keys: Iterable[str]) -> dict[str, Output]:
    """The outputs by key, and a new one for an enclosure that nothing showed before."""
    keys = set(keys)
    known = Output.objects.filter(key__in=keys)
    missing = keys.difference(known.values_list("key", flat=True))
    Output.objects.bulk_create([Output(key=key) for key in sorted(missing)])
    return known.all().prefetch_related("ingredients").in_bulk(field_name="key")


class _Entry:
    """One batch on its way into the books."""

    def __init__(self, printed: Sequence[Printed], outputs: dict[str, Output]) -> None:
        self._printed = [(one, outputs[one.key]) for one in printed]

    def enter(self) -> None:
        self._enter_files()
        self._enter_ingredients()
        self._enter_outputs()

    def _enter_files(self) -> None:
        # By their path: PostgreSQL enters no row twice in one statement.
        files = {
            path: SiteFile(path=path, output=output, digest=digest)
            for one, output in self._printed
            for path, digest in one.digests.items()
        }
        before = self._standing(files) if is_stored() else None
        for one, output in self._printed:
            if not one.trouble:
                output.files.exclude(path__in=one.digests).delete()
        known = SiteFile.objects.in_bulk(list(files), field_name="path")
        self._note_takeovers(known, files)
        SiteFile.objects.bulk_create(
            # Of two hundred pages of a thread, a new comment changes a few.
            [file for path, file in files.items() if not _is_as(known.get(path), file)],
            update_conflicts=True,
            unique_fields=["path"],
            update_fields=["output", "digest"],
        )
        if before is not None:
            _note_changes(before, files)

    def _standing(self, files: Iterable[str]) -> dict[str, str]:
        """What the books say of the files that are to be entered, and of those that may go."""
        well = [output.pk for one, output in self._printed if not one.trouble]
        concerned = models.Q(output__in=well) | models.Q(path__in=list(files))
        return dict(SiteFile.objects.filter(concerned).values_list("path", "digest"))

    def _note_takeovers(self, known: Mapping[str, SiteFile], files: Mapping[str, SiteFile]) -> None:
        """A page that now stands where a signpost stood: the map must not lead away from it."""
        taken_from = [
            one.output_id for path, one in known.items() if one.output_id != files[path].output_id
        ]
        if taken_from:
            stale = Output.objects.filter(pk__in=taken_from) | Output.objects.filter(
                key="moved-map"
            )
            stale.update(is_stale=True)

    def _enter_ingredients(self) -> None:
        fewer: set[str] = set()
        added = []
        for one, output in self._printed:
            if one.trouble:
                continue
            names = one.ingredients or frozenset()
            before = {ingredient.name for ingredient in output.ingredients.all()}
            if dropped := before - names:
                output.ingredients.filter(name__in=dropped).delete()
                fewer |= dropped
            added += [Ingredient(output=output, name=name) for name in sorted(names - before)]
        Ingredient.objects.bulk_create(added, ignore_conflicts=True)
        enclosed = {name for name in fewer if is_enclosure(name)}
        used = Ingredient.objects.filter(name__in=enclosed).values_list("name", flat=True)
        unused = Output.objects.filter(key__in=enclosed.difference(used))
        unused.update(is_stale=True, urgency=Urgency.LISTS)

    def _enter_outputs(self) -> None:
        gone = [output.pk for one, output in self._printed if one.is_gone]
        Output.objects.filter(pk__in=gone).delete()
        for is_packed in (True, False):
            fine = [
                output.pk
                for one, output in self._printed
                if one.ingredients is not None and one.is_packed is is_packed
            ]
            Output.objects.filter(pk__in=fine).update(
                is_stale=False, is_packed=is_packed, trouble=""
            )
        for one, output in self._printed:
            if one.trouble:
                Output.objects.filter(pk=output.pk).update(is_stale=False, trouble=one.trouble)


def _is_as(known: SiteFile | None, file: SiteFile) -> bool:
    return known is not None and (known.output_id, known.digest) == (file.output_id, file.digest)


def _note_changes(before: Mapping[str, str], files: Mapping[str, SiteFile]) -> None:
    """What each machine that serves the site has to fetch, in the order in which it was printed:
    enclosures before the page that shows them; and then what it has to let go."""
    new = [
        Change(path=path, digest=file.digest)
        for path, file in files.items()
        if before.get(path) != file.digest
    ]
    gone = [Change(path=path, digest="") for path in sorted(before.keys() - files.keys())]
    Change.objects.bulk_create([*new, *gone])
