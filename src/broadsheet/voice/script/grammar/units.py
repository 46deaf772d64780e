"""Short forms of units → what they are called, one and many."""

from __future__ import annotations

import re
from importlib.resources import files


def _units() -> dict[str, tuple[str, str]]:
    text = files(__package__).joinpath("units.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {short: (one, many[0] if many else f"{one}s") for short, one, *many in rows}


UNITS = _units()
# Behind a space these would be taken for words: `5 in`, `Route 5 W`, `page 3 l`.
_ONLY_TIGHT = frozenset("s h t x pc pt ° cal l W V K".split())
# `5"` is five inches or a five that is quoted.
_NEVER = frozenset(['"', "in."])


def _any_of(shorts: list[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(shorts, key=len, reverse=True))


_TIGHT = _any_of([one for one in UNITS if one not in _NEVER | {"s"}])
_LOOSE = _any_of([one for one in UNITS if one not in _NEVER | _ONLY_TIGHT])
_PER = r"(?:/(?P<per>km|h|hr|hour|s|sec|min|day|month|year|L|l|m³|m3|㎥|m²|m2|kg|g|dL|ha|ml|mL))?"
# In the order in which they are tried: `5km`, `5-km` and `5 km`, `5 in. of rain`.
UNIT = (
    rf"(?:(?P<tight>{_TIGHT})|[-\s](?P<loose>{_LOOSE})"
    rf"|\s(?P<inches>in\.)(?=\s(?:of|tall|long|wide|deep|thick|high)\b)){_PER}(?!\w)"
)
PER = {
    "h": "hour",
    "hr": "hour",
    "s": "second",
    "sec": "second",
    "min": "minute",
    "L": "liter",
    "l": "liter",
    "m³": "cubic meter",
    "m3": "cubic meter",
    "㎥": "cubic meter",
    "m²": "square meter",
    "m2": "square meter",
    "kg": "kilogram",
    "g": "gram",
    "dL": "deciliter",
    "ha": "hectare",
    "km": "kilometer",
    "ml": "milliliter",
    "mL": "milliliter",
}
