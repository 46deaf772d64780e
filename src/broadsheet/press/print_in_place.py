"""Keys of outputs → their files on the site, while other processes print others."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.press.bake import BATCH_SECONDS
from broadsheet.press.models import Output
from broadsheet.press.printer import Printed, Printer
from broadsheet.press.the_site import the_site


@dataclass(frozen=True, slots=True)
class InPlace:
    """What was printed, and the keys of what the press has to print alone: its files move."""

    printed: tuple[Printed, ...]
    left: tuple[str, ...]


def print_in_place(keys: Sequence[str]) -> InPlace:
    """Print these, for about BATCH_SECONDS: the press is to hear of news as soon as ever."""
    printer = Printer(the_site())
    printed: list[Printed] = []
    left = []
    outputs = (
        Output.objects.filter(key__in=keys).prefetch_related("files").in_bulk(field_name="key")
    )
    until = time.monotonic() + BATCH_SECONDS
    for key in keys:
        if time.monotonic() > until:
            break
        found = printer.print_in_place(outputs[key])
        if found is None:
            left.append(key)
        else:
            printed += found
    return InPlace(tuple(printed), tuple(left))
