"""Which form of its base a word is, in words."""

from __future__ import annotations

from broadsheet.lexicon.folded import folded

_FORMS = {
    "NNS": "plural",
    "NNPS": "plural",
    "VBG": "present participle",
    "VBD": "past tense",
    "VBN": "past participle",
    "VBZ": "third person singular",
    "JJR": "comparative",
    "JJS": "superlative",
    "RBR": "comparative",
    "RBS": "superlative",
}


def form_of(written: str, base: str, tag: str) -> str:
    """`discussing` → `present participle of discuss`; empty for a base form."""
    if folded(written) == folded(base):
        return ""
    name = _FORMS.get(tag)
    if name is None and tag == "JJ":
        name = {"d": "past participle", "n": "past participle", "g": "present participle"}.get(
            written[-1:]
        )
    return f"{name} of {base}" if name else ""
