"""What is left of a report that was withdrawn with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext

from broadsheet.desk.models import Withdrawal
from broadsheet.desk.translate import Translator
from broadsheet.paper import pages
from broadsheet.paper.places import withdrawn_file
from broadsheet.press.belonging import lists_of
from broadsheet.press.recipes.made import Made, Round
from broadsheet.story import Teaser, Withdrawn

IN_FEEDS = dt.timedelta(days=30)


def make(report_id: int, now: Round) -> Made | None:
    """The page that stays at its address, or None if nobody said why."""
    of_report = Withdrawal.objects.filter(report=report_id, report__live=False)
    withdrawal = of_report.select_related("report").first()
    if withdrawal is None:
        return None
    translator = Translator(now.sections, now=now.at)
    withdrawn = translator.withdrawn(withdrawal)
    html = pages.withdrawn_page(withdrawn, now.newspaper)
    path = withdrawn_file(withdrawn.path).lstrip("/")
    return Made({path: html.encode()}, frozenset(translator.read))


def announced(list_name: str, now: Round) -> Iterable[Teaser]:
    """Those that stood in a list and were withdrawn of late, as its feed tells of them."""
    # The few of late first: joined, SQLite looks for them among all that is not published.
    late = Withdrawal.objects.filter(withdrawn_at__gt=now.at - IN_FEEDS).prefetch_related("report")
    lately = {row.report_id: row for row in late if not row.report.live}
    stood = lists_of({pk: row.withdrawn_at for pk, row in lately.items()})[list_name]
    translator = Translator(now.sections, now=now.at)
    return [_teaser(translator.withdrawn(lately[pk])) for pk in stood]


def _teaser(withdrawn: Withdrawn) -> Teaser:
    """The item of a feed that takes the place of the report's own: it has the same address."""
    return Teaser(
        id=withdrawn.id,
        path=withdrawn.path,
        headline=gettext("Withdrawn: %(headline)s") % {"headline": withdrawn.headline},
        standfirst=withdrawn.reason,
        published_at=withdrawn.withdrawn_at,
        language=withdrawn.language,
    )
