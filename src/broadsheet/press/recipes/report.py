from __future__ import annotations

from dataclasses import replace

from broadsheet.desk.models import ReportPage
from broadsheet.desk.translate import Translator
from broadsheet.paper import pages
from broadsheet.paper.places import print_path
from broadsheet.press.recipes import withdrawn
from broadsheet.press.recipes.made import Made, Round, page
from broadsheet.studio.sound_of import sound_of


def make(key: str, now: Round) -> Made | None:
    """`report:12` → its page and its print version, while it is published; then why it is gone.

    Its sound is on the page as soon as it has come; printing the page is what orders it.
    """
    pk = int(key.partition(":")[2])
    report = ReportPage.objects.live().whole().filter(pk=pk).first()
    if report is None:
        return withdrawn.make(pk, now)
    translator = Translator(now.sections)
    story = translator.story(report)
    ingredients = set(translator.read)
    recording = sound_of(report, story, translator.sections_above(report), now=now.at)
    if recording:
        story = replace(story, sound=recording.sound)
        ingredients.add(f"sound:{recording.pk}")
    files = page(story.path, pages.report_page(story, now.newspaper))
    files |= page(print_path(story.path), pages.print_page(story, now.newspaper))
    return Made(files, frozenset(ingredients))
