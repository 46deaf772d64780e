from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.proof import Proof
from broadsheet.copydesk.remark import Remark


def alt(proof: Proof) -> Iterator[Remark]:
    """Photos that say nothing to whoever cannot see them."""
    for place, photo in proof.photos():
        if not photo.alt.strip():
            yield Remark(kind="alt", place=place, words=photo.caption)
