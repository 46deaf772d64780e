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


_PLAIN_PER = ("hour", "day", "month", "year")
_TIGHT = _any_of([one for one in UNITS if one not in _NEVER | {"s"}])
_LOOSE = _any_of([one for one in UNITS if one not in _NEVER | _ONLY_TIGHT])
PER = {
    "s²": "second squared",
    "s2": "second squared",
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
_PER = rf"(?:/(?P<per>{_any_of([*PER, *_PLAIN_PER])}))?"
# In the order in which they are tried: `5km`, `5-km` and `5 km`, `5 in. of rain`.
UNIT = (
    rf"(?:(?P<tight>{_TIGHT})|[-\s](?P<loose>{_LOOSE})"
    rf"|\s(?P<inches>in\.)(?=\s(?:of|tall|long|wide|deep|thick|high)\b)){_PER}(?!\w)"
)
