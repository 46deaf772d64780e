from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.proof import Proof
from broadsheet.copydesk.remark import Remark


def credit(proof: Proof) -> Iterator[Remark]:
    """Photos that do not say whose they are."""
    for place, photo in proof.photos():
        if not photo.credit.strip():
            yield Remark(kind="credit", place=place, words=photo.caption)
