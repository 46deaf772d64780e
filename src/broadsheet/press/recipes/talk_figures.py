from __future__ import annotations

from zoneinfo import ZoneInfo

from broadsheet.paper.pages import page_from
from broadsheet.paper.places import TALK_FIGURES_PATH
from broadsheet.press.recipes.made import Made, Round, page
from broadsheet.talk.moderation.figures import figures


def make(_key: str, now: Round) -> Made:
    """How comments were moderated, by month. It is made again every hour."""
    zone = ZoneInfo(now.newspaper.time_zone)
    html = page_from(
        "talk/figures.html",
        now.newspaper,
        path=TALK_FIGURES_PATH,
        language=now.newspaper.language,
        months=figures(now=now.at, zone=zone),
    )
    return Made(page(TALK_FIGURES_PATH, html))
