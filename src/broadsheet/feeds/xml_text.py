"""Any text → characters that may stand in an XML element or in a quoted attribute."""

from __future__ import annotations

import re

# XML 1.0, 2.2: these are no characters of a document, not even as references.
_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"
_HALF_PAIRS = "\ud800-\udfff"
_SPECIAL = re.compile(f'[&<>"\t\n\r{_FORBIDDEN}{_HALF_PAIRS}]')


def xml_text(text: str) -> str:
    """`text` escaped so that a parser gives it back, line ends and tabs in attributes included.

    Characters that XML 1.0 forbids are removed; half of a surrogate pair becomes U+FFFD.
    """
    return _SPECIAL.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    character = found[0]
    if character in '&<>"\t\n\r':
        # Hexadecimal rather than &amp;: feed readers that decode once too often leave these alone
        # (RSS Best Practices Profile, "Character Data").
        return f"&#x{ord(character):X};"
    return "\ufffd" if "\ud800" <= character <= "\udfff" else ""
