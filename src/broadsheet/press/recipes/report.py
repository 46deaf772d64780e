from __future__ import annotations

from dataclasses import replace

from broadsheet.desk.models import ReportPage
from broadsheet.desk.translate import Translator
from broadsheet.paper import pages
from broadsheet.paper.places import changes_path, print_path
from broadsheet.press.recipes import withdrawn
from broadsheet.press.recipes.made import Made, Round, page
from broadsheet.reference.words_of import words_of
from broadsheet.studio.sound_of import sound_of
from broadsheet.talk.talk_under import talk_under


def make(key: str, now: Round) -> Made | None:
    """`report:12` → its page and its print version, while it is published; then why it is gone.

    Its sound and its words are on the page as soon as they have come; printing the page is what
    orders them.
    """
    pk = int(key.partition(":")[2])
    report = ReportPage.objects.live().whole().filter(pk=pk).first()
    if report is None:
        return withdrawn.make(pk, now)
    translator = Translator(now.sections, now=now.at)
    story = translator.story(report)
    ingredients = set(translator.read)
    recording = sound_of(report, story, translator.sections_above(report), now=now.at)
    if recording:
        story = replace(story, sound=recording.sound)
        ingredients.add(f"sound:{recording.pk}")
    wordbook = words_of(report, story)
    if wordbook:
        story = replace(story, words=wordbook.words)
        ingredients.add(wordbook.name)
    story = replace(story, talk=talk_under(report, now=now.at))
    files = page(story.path, pages.report_page(story, now.newspaper))
    files |= page(print_path(story.path), pages.print_page(story, now.newspaper))
    if story.earlier:
        files |= page(changes_path(story.path), pages.changes_page(story, now.newspaper))
    return Made(files, frozenset(ingredients))
