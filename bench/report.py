"""A report of real length and real prose, to be read aloud."""

from __future__ import annotations

from pathlib import Path

from broadsheet import sample
from broadsheet import story as s
from broadsheet.galley.galley import Role
from broadsheet.wire.read import read

# Captures of other papers' pages lie beside a checkout where there are any; none is part of it.
_CAPTURES = Path(__file__).parents[2] / "shared/captures"
_SAMPLE = Path(sample.__file__).parent / "reports/storm-hedda-tears-gap-in-north-mole.md"
_LARGEST_BYTES = 1_000_000

Lines = tuple[tuple[Role, str], ...]


def report() -> tuple[str, Lines]:
    """The name of the file and its text: a captured page if there is one, else of the sample."""
    file = next(iter(sorted(_CAPTURES.glob("*.txt"))), _SAMPLE)
    copy = read(file, largest_bytes=_LARGEST_BYTES)
    paragraphs = [block.text.plain for block in copy.body if isinstance(block, s.Paragraph)]
    return file.name, (("headline", copy.headline), *(("paragraph", text) for text in paragraphs))
