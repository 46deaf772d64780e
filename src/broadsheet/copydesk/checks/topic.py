from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.proof import Proof
from broadsheet.copydesk.remark import Remark


def topic(proof: Proof) -> Iterator[Remark]:
    """A report that stands under no topic."""
    if not proof.story.topics:
        yield Remark(kind="topic")
