"""How each kind of page is printed as a proof, with the paper's own templates."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.utils import timezone

from broadsheet.desk.fronts import front, newest_reports
from broadsheet.desk.furniture import newspaper
from broadsheet.desk.models import FrontPage, PolicyPage, ReportPage, SectionPage
from broadsheet.desk.preview import printed
from broadsheet.desk.translate import Translator
from broadsheet.newspaper import ListPage
from broadsheet.paper import pages
from broadsheet.story import Story

Addition = Callable[[ReportPage, Story], Story]
_additions: list[Addition] = []


def add_to_reports(addition: Addition) -> None:
    """Have one more thing set on the proof of a report that the press will set on its page.

    For packages that know more of a report than the desk; to be called from an app's `ready`.
    """
    _additions.append(addition)


@printed.register
def _report(page: ReportPage) -> str:
    story = Translator().story(page)
    for addition in _additions:
        story = addition(page, story)
    return pages.report_page(story, newspaper())


@printed.register
def _policy(page: PolicyPage) -> str:
    return pages.policy_page(Translator().policy(page), newspaper())


@printed.register
def _front(page: FrontPage) -> str:
    length = settings.CONFIG.press.river_length
    return pages.front_page(
        front(page, Translator(), now=timezone.now(), river_length=length), newspaper()
    )


@printed.register
def _section(page: SectionPage) -> str:
    translator = Translator()
    newest = newest_reports(page, settings.CONFIG.press.list_length)
    return pages.list_page(
        ListPage(
            kind="section",
            name=page.title,
            path=page.path_on_site,
            description=page.description,
            teasers=translator.teasers(newest),
            breadcrumb=(*translator.breadcrumb(page), translator.section(page)),
        ),
        newspaper(),
    )
