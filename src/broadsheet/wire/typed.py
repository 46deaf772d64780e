"""A plain typed text → its report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from broadsheet.wire.bylines import joined_bylines
from broadsheet.wire.captions import joined_captions, joined_labels
from broadsheet.wire.copy import Copy
from broadsheet.wire.forme import Forme
from broadsheet.wire.furniture.languages import all_phrases
from broadsheet.wire.headline import find_headline
from broadsheet.wire.labels import known_label, set_label
from broadsheet.wire.language import language
from broadsheet.wire.ledger import Ledger
from broadsheet.wire.lines import Line, lines
from broadsheet.wire.makeup import make_up
from broadsheet.wire.manuscript import Manuscript
from broadsheet.wire.slip import Slip, slips
from broadsheet.wire.take import takes

_LABEL = re.compile(r"(?P<label>[A-Za-z][A-Za-z _]{1,20}):\s+(?P<value>\S.*)")
_LEAST_LABELS = 2  # one alone may be a headline: "Summary: what we know"
_END_MARKS = all_phrases("end_marks")


def read_typed(manuscript: Manuscript) -> Copy:
    """Read a text as a reporter types it. Raises CopyError where there is no report in it.

    Over the report may stand labelled lines, such as `Headline: …`, `By: …` or
    `Section: National > North Korea`. Lines that were wrapped are joined.
    """
    found = lines(manuscript.text)
    ledger = Ledger(found)
    forme = Forme(ledger, language=language(manuscript.text))
    rest = _without_labels(forme, found)
    read = joined_labels(slips(takes(rest), language=forme.language))
    typed = [slip for slip in read if not _ends(slip, ledger)]
    headline = None if forme.headline else find_headline(typed)
    if headline is not None:
        typed[headline] = typed[headline].as_headline()
    make_up(forme, joined_bylines(joined_captions(typed)), name=manuscript.name)
    return forme.copy(manuscript, shape="text")


def _without_labels(forme: Forme, found: Sequence[Line]) -> Sequence[Line]:
    labels = []
    for line in found:
        label = _LABEL.fullmatch(line.text)
        if line.text and not (label and known_label(label["label"])):
            break
        labels.append((line, label))
    if sum(1 for _, label in labels if label) < _LEAST_LABELS:
        return found
    for line, label in labels:
        if label:
            set_label(forme, label["label"], label["value"], [line])
    return found[len(labels) :]


def _ends(slip: Slip, ledger: Ledger) -> bool:
    """-30-, ends: the typist's sign that there is no more to come."""
    if slip.text.casefold() not in _END_MARKS:
        return False
    ledger.drop(slip.take.lines, "end mark")
    return True
