"""Words files of reports that are gone → room on the disk."""

from __future__ import annotations

from django.conf import settings

from broadsheet.reference.models import Wordbook


def clear_away() -> None:
    """Take away every file that belongs to no wordbook, such as a crash may leave."""
    kept = {wordbook.file.name for wordbook in Wordbook.objects.exclude(stamp="").only("stamp")}
    if settings.CONFIG.words.is_dir():
        for file in settings.CONFIG.words.iterdir():
            if file.name not in kept:
                file.unlink()
