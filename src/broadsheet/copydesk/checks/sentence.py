from __future__ import annotations

from collections.abc import Iterator

from broadsheet.copydesk.proof import Proof
from broadsheet.copydesk.remark import Remark

_RUNNING = {"standfirst", "paragraph", "item"}


def sentence(proof: Proof) -> Iterator[Remark]:
    """Sentences that are longer than the newsroom wants them. What is quoted counts as well."""
    for line, one in proof.galley.sentences:
        if line.role in _RUNNING and len(one.words) > proof.longest_sentence:
            yield Remark(
                kind="sentence",
                place=line.place,
                words=line.text[one.start : one.end].strip(),
                other=str(len(one.words)),
            )
