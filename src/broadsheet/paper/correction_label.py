"""A kind of correction → what the paper calls it, in the language of the page."""

from __future__ import annotations

from typing import get_args

from django.utils.translation import gettext

from broadsheet.story import CorrectionKind


def correction_label(kind: CorrectionKind) -> str:
    match kind:
        case "correction":
            return gettext("Correction")
        case "clarification":
            return gettext("Clarification")
        case "update":
            return gettext("Update")
        case "note":
            return gettext("Editor’s note")
        case "retraction":
            return gettext("Retraction")


def correction_labels() -> dict[CorrectionKind, str]:
    """All of them, for what is not printed by a template."""
    return {kind: correction_label(kind) for kind in get_args(CorrectionKind)}
