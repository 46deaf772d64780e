from __future__ import annotations

from broadsheet.desk.models import ReportPage
from broadsheet.desk.translate import Translator
from broadsheet.paper import pages
from broadsheet.paper.places import print_path
from broadsheet.press.recipes.made import Made, Round, page


def make(key: str, now: Round) -> Made | None:
    """`report:12` → its page and its print version, while it is published."""
    report = ReportPage.objects.live().whole().filter(pk=int(key.partition(":")[2])).first()
    if report is None:
        return None
    translator = Translator(now.sections)
    story = translator.story(report)
    files = page(story.path, pages.report_page(story, now.newspaper))
    files |= page(print_path(story.path), pages.print_page(story, now.newspaper))
    return Made(files, frozenset(translator.read))
