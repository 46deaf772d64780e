"""A slip of a body → whether it is a pull quote, and who is quoted."""

from __future__ import annotations

from collections.abc import Sequence

from broadsheet.wire.names import is_name
from broadsheet.wire.prose import QUOTES, ends_sentence
from broadsheet.wire.slip import Slip

_NEAR = 8  # slips: a pull quote stands near the paragraph that it is pulled from
_SHORTEST = 20  # characters
_LONGEST = 300
_LONGEST_ATTRIBUTION_WORDS = 10


def is_pulled(slips: Sequence[Slip], at: int) -> bool:
    """The same words stand in a paragraph near it."""
    slip = slips[at]
    core = slip.text.strip(QUOTES + " .…,")
    if not _SHORTEST <= len(core) <= _LONGEST:
        return False
    near = slips[max(0, at - _NEAR) : at + _NEAR + 1]
    return any(
        other.kind == "prose" and len(other.text) > len(slip.text) and core in other.text
        for other in near
    )


def attribution(slips: Sequence[Slip], at: int) -> str:
    """Who is quoted in the slip at this place, as the next one says it; "" if it does not."""
    if at + 1 >= len(slips):
        return ""
    after = slips[at + 1]
    if after.kind == "attribution":
        return after.reading.text
    is_short = after.kind in {"title", "byline"} and after.size <= _LONGEST_ATTRIBUTION_WORDS
    name = after.text.split(",", 1)[0]
    return after.text if is_short and " " in name and is_name(name) else ""


def is_quoted(slip: Slip) -> bool:
    """From its first sign to its last in quotation marks."""
    return (
        slip.text[0] in QUOTES
        and slip.text.rstrip(" .!?")[-1:] in QUOTES
        and len(slip.text) <= _LONGEST
        and (slip.kind != "prose" or ends_sentence(slip.text))
    )
