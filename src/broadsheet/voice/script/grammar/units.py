"""Short forms of units → what they are called, one and many."""

from __future__ import annotations

import re

_PLAIN = {
    "km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "nm": "nanometer",
    "µm": "micrometer", "μm": "micrometer", "mi": "mile", "mi.": "mile", "yd": "yard",
    "yds": "yard", "yd.": "yard", "kg": "kilogram", "g": "gram", "mg": "milligram",
    "µg": "microgram", "μg": "microgram", "kt": "kiloton", "Mt": "megaton", "t": "ton",
    "lb": "pound", "lbs": "pound", "lb.": "pound", "lbs.": "pound", "oz": "ounce", "oz.": "ounce",
    "ha": "hectare", "L": "liter", "l": "liter", "mL": "milliliter", "ml": "milliliter",
    "gal": "gallon", "gal.": "gallon", "W": "watt", "kW": "kilowatt", "MW": "megawatt",
    "GW": "gigawatt", "TW": "terawatt", "Wh": "watt-hour", "kWh": "kilowatt-hour",
    "MWh": "megawatt-hour", "GWh": "gigawatt-hour", "TWh": "terawatt-hour", "V": "volt",
    "kV": "kilovolt", "mAh": "milliamp-hour", "dB": "decibel", "Pa": "pascal",
    "hPa": "hectopascal", "kPa": "kilopascal", "KB": "kilobyte", "kB": "kilobyte",
    "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "PB": "petabyte", "Kb": "kilobit",
    "Mb": "megabit", "Gb": "gigabit", "kcal": "kilocalorie", "cal": "calorie", "kJ": "kilojoule",
    "h": "hour", "hr": "hour", "hr.": "hour", "hrs": "hour", "hrs.": "hour", "min": "minute",
    "min.": "minute", "mins": "minute", "sec": "second", "sec.": "second", "secs": "second",
    "s": "second", "ms": "millisecond", "cc": "C C", "kn": "knot", "kts": "knot", "pt": "point",
    "pts": "point", "bp": "basis point", "bps": "basis point", "bbl": "barrel",
    "sq. mi.": "square mile", "sq. mi": "square mile", "sq mi": "square mile",
    "sq. km": "square kilometer", "sq km": "square kilometer", "km²": "square kilometer",
    "km2": "square kilometer", "㎢": "square kilometer", "sq. m": "square meter",
    "sq m": "square meter", "sqm": "square meter", "m²": "square meter", "m2": "square meter",
    "㎡": "square meter", "m³": "cubic meter", "m3": "cubic meter", "㎥": "cubic meter",
    "sq. yd": "square yard", "cu m": "cubic meter", "cu. m": "cubic meter", "㎞": "kilometer",
    "㎏": "kilogram", "㎝": "centimeter", "㎜": "millimeter", "kgf": "kilogram of force",
}  # fmt: skip
_UNEVEN = {
    "ft": ("foot", "feet"), "ft.": ("foot", "feet"), "in.": ("inch", "inches"),
    "sq. ft.": ("square foot", "square feet"), "sq. ft": ("square foot", "square feet"),
    "sq ft": ("square foot", "square feet"), "cu. ft": ("cubic foot", "cubic feet"),
    "sqft": ("square foot", "square feet"), "cu ft": ("cubic foot", "cubic feet"),
    "Hz": ("hertz", "hertz"), "kHz": ("kilohertz", "kilohertz"), "MHz": ("megahertz", "megahertz"),
    "GHz": ("gigahertz", "gigahertz"), "THz": ("terahertz", "terahertz"),
    "mph": ("mile per hour", "miles per hour"), "kph": ("kilometer per hour", "kilometers per hour"),
    "kmh": ("kilometer per hour", "kilometers per hour"),
    "Kbps": ("kilobit per second", "kilobits per second"),
    "Mbps": ("megabit per second", "megabits per second"),
    "Gbps": ("gigabit per second", "gigabits per second"), "ppm": ("part per million", "parts per million"),
    "ppb": ("part per billion", "parts per billion"), "bpm": ("beat per minute", "beats per minute"),
    "rpm": ("revolution per minute", "revolutions per minute"),
    "bpd": ("barrel per day", "barrels per day"), "b/d": ("barrel per day", "barrels per day"),
    "psi": ("pound per square inch", "pounds per square inch"),
    "mmHg": ("millimeter of mercury", "millimeters of mercury"),
    "fps": ("frame per second", "frames per second"), "%p": ("percentage point", "percentage points"),
    "pp": ("percentage point", "percentage points"), "p.p.": ("percentage point", "percentage points"),
    "%": ("percent", "percent"), "‰": ("per mille", "per mille"), "pct": ("percent", "percent"),
    "pct.": ("percent", "percent"), "pc": ("percent", "percent"),
    "°C": ("degree Celsius", "degrees Celsius"), "° C": ("degree Celsius", "degrees Celsius"),
    "℃": ("degree Celsius", "degrees Celsius"), "℉": ("degree Fahrenheit", "degrees Fahrenheit"),
    "°F": ("degree Fahrenheit", "degrees Fahrenheit"), "° F": ("degree Fahrenheit", "degrees Fahrenheit"),
    "°": ("degree", "degrees"), "x": ("times", "times"), "×": ("times", "times"),
    '"': ("inch", "inches"), "″": ("inch", "inches"),
}  # fmt: skip
UNITS = {short: (name, f"{name}s") for short, name in _PLAIN.items()} | _UNEVEN
UNITS["kgf"] = ("kilogram of force", "kilograms of force")
UNITS["cc"] = ("C C", "C C")

# Those that a word may look like: only right behind their number, or before the words of a measure.
_LOOSE = "|".join(
    re.escape(one)
    for one in sorted(UNITS, key=len, reverse=True)
    if one not in {"in.", "s", "h", "t", "x", '"', "pc", "pt", "°", "cal", "l", "W", "V", "K"}
)
_TIGHT = "|".join(
    re.escape(one) for one in sorted(UNITS, key=len, reverse=True) if one not in {"in.", '"', "s"}
)
_PER = r"(?:/(?P<per>km|h|hr|hour|s|sec|min|day|month|year|L|l|m³|m3|㎥|m²|m2|kg|g|dL|ha|ml|mL))?"
# In the order in which they are tried: `5km`, `5-km`, `5 km`, `5 in. of rain`.
UNIT = (
    rf"(?:(?P<tight>{_TIGHT})|[-\s](?P<loose>{_LOOSE})|\s(?P<inches>in\.)(?=\s(?:of|tall|long|wide|"
    rf"deep|thick|high)\b)){_PER}(?!\w)"
)
PER = {
    "h": "hour", "hr": "hour", "s": "second", "sec": "second", "min": "minute", "L": "liter",
    "l": "liter", "m³": "cubic meter", "m3": "cubic meter", "㎥": "cubic meter",
    "m²": "square meter", "m2": "square meter", "kg": "kilogram", "g": "gram",
    "dL": "deciliter", "ha": "hectare", "km": "kilometer", "ml": "milliliter", "mL": "milliliter",
}  # fmt: skip
