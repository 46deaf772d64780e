from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.proof import Proof
from broadsheet.copydesk.remark import Remark


def link(proof: Proof) -> Iterator[Remark]:
    """Links that lead nowhere."""
    for place, words, url in proof.links():
        if url in proof.dead_links:
            yield Remark(kind="link", place=place, words=words, other=url)
