"""A report that is being printed → its words file, if it is of this very text."""

from __future__ import annotations

import hashlib
import json

from broadsheet.desk.models import ReportPage
from broadsheet.galley.placed import placed
from broadsheet.reference.models import Wordbook
from broadsheet.reference.shelf import has_shelf, is_explained
from broadsheet.story import Story


def words_of(report: ReportPage, story: Story) -> Wordbook | None:
    """None while there is none, which orders it."""
    if not (has_shelf() and is_explained(story.language)):
        return None
    wordbook = Wordbook.objects.filter(pk=report.pk).first()
    if wordbook is None:
        Wordbook.objects.open_for([report])
        return None
    if wordbook.digest != digest_of(story) or (wordbook.stamp and not wordbook.is_kept):
        if wordbook.state != Wordbook.State.WAITING:
            Wordbook.objects.filter(pk=report.pk).look_up_again()
        return None
    return wordbook if wordbook.stamp else None


def digest_of(story: Story) -> str:
    """Another one whenever a word would stand elsewhere on the page, or be another word."""
    lines = [(one.place, one.text) for one in placed(story)]
    written = json.dumps((story.language, lines), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
