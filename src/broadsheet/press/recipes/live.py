"""What the open pages of a live report ask for, beside the report's own page."""

from __future__ import annotations

from broadsheet.desk.models import LiveReport
from broadsheet.desk.translate import Translator
from broadsheet.paper.live_file import live_file
from broadsheet.press.recipes.made import Made, Round


def make(key: str, now: Round) -> Made | None:
    """`live:12` → the file of what changed lately in report 12, while the report is published.

    It stays after the wrap: it is what tells the pages that are still open.
    """
    found = LiveReport.objects.filter(report__live=True).select_related("report")
    live = found.filter(pk=int(key.partition(":")[2])).first()
    if live is None:
        return None
    translator = Translator(now.sections, now=now.at)
    data = live_file(translator.live_news(live), now.newspaper)
    return Made({live.path_of_file.lstrip("/"): data}, frozenset(translator.read))
