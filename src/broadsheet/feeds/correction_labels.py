"""What the paper calls what it says of a report afterwards, in English."""

from __future__ import annotations

from broadsheet.story import CorrectionKind

CORRECTION_LABELS: dict[CorrectionKind, str] = {
    "correction": "Correction",
    "clarification": "Clarification",
    "update": "Update",
    "note": "Editor’s note",
    "retraction": "Retraction",
}
