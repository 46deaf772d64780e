"""A file that is handed in at the desk → whether it can be kept at all just now."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _

from broadsheet.store.store_error import StoreError

STORE_IS_AWAY = _(
    "The store that keeps pictures and recordings does not answer. Whatever you have written is "
    "safe; hand the file in again in a few minutes."
)


def check_store_answers() -> None:
    """To be asked before a form is taken, so that it comes back with all that was typed.

    Raises ValidationError. A disk of this machine always answers.
    """
    try:
        default_storage.exists("an answer")
    except StoreError:
        raise ValidationError(STORE_IS_AWAY, code="store_is_away") from None
