"""IPA → IPA with the s of a plural or a possessive."""

from __future__ import annotations

_HISSING = ("s", "z", "ʃ", "ʒ")
_VOICELESS = ("p", "t", "k", "f", "θ")


def with_s(ipa: str) -> str:
    """As English says it: books, dogs, buses."""
    if ipa.endswith(_HISSING):
        return f"{ipa}ᵻz"
    return f"{ipa}s" if ipa.endswith(_VOICELESS) else f"{ipa}z"
