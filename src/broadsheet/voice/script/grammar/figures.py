"""How a number is written: parts of patterns that the rules for numbers share."""

from __future__ import annotations

# No number that means anything has more than 40 digits; longer ones are said digit by digit.
NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,12}(?:\.\d{1,40})?|\d{1,40}(?:\.\d{1,40})?|\.\d{1,40})(?!\d)"
# Behind a number that is over: no letter, no further digit.
END = r"(?!\w|[.,:/]\d|[-–]\d)"
SIGN = r"(?P<sign>[+\-−±~≈<>]?)"
RANGE = r"\s?[-–—~]\s?"
SIGNS = {
    "": "",
    "+": "plus",
    "-": "minus",
    "−": "minus",
    "±": "plus or minus",
    "~": "about",
    "≈": "about",
    "<": "less than",
    ">": "more than",
}
MAGNITUDES = {
    "k": "thousand",
    "K": "thousand",
    "thousand": "thousand",
    "m": "million",
    "M": "million",
    "mn": "million",
    "mln": "million",
    "million": "million",
    "b": "billion",
    "B": "billion",
    "bn": "billion",
    "bln": "billion",
    "billion": "billion",
    "T": "trillion",
    "tn": "trillion",
    "trn": "trillion",
    "trln": "trillion",
    "trillion": "trillion",
}
