from __future__ import annotations

from broadsheet.desk.fronts import front
from broadsheet.desk.models import FrontPage, SectionPage
from broadsheet.desk.translate import Translator
from broadsheet.paper import pages
from broadsheet.press.models import Listed
from broadsheet.press.recipes.made import Made, Round, page


def make(_key: str, now: Round) -> Made | None:
    """`front` → the front page."""
    front_page = FrontPage.objects.live().select_related("lead").first()
    if front_page is None:
        return None
    translator = Translator(now.sections, now=now.at)
    what = front(front_page, translator, now=now.at, river_length=now.river_length, newest=_newest)
    return Made(page("/", pages.front_page(what, now.newspaper)), frozenset(translator.read))


def _newest(section: SectionPage | None, most: int) -> list[int]:
    name = "latest" if section is None else f"section:{section.pk}"
    newest = Listed.objects.in_list(name).newest_first()
    return list(newest.values_list("report_id", flat=True)[:most])
