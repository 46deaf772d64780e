from __future__ import annotations

from broadsheet.desk.translate import Translator
from broadsheet.feeds.rss import rss
from broadsheet.paper.correction_label import correction_labels
from broadsheet.press.models import Listed
from broadsheet.press.recipes.heads import head_of
from broadsheet.press.recipes.listing import feed_of
from broadsheet.press.recipes.made import Made, Round
from broadsheet.press.recipes.withdrawn import announced

NEWEST = 20


def make(key: str, now: Round) -> Made | None:
    """`feed:section:3` → its newest reports as RSS."""
    name = key.removeprefix("feed:")
    head = head_of(name, now)
    newest = Listed.objects.in_list(name).newest_first()[:NEWEST]
    ids = [row.report_id for row in newest]
    if head is None or (not ids and head.kind in {"author", "topic"}):
        return None
    title = now.newspaper.name if head.kind == "latest" else f"{now.newspaper.name}: {head.name}"
    path = feed_of(head)
    translator = Translator(now.sections, now=now.at)
    teasers = [*translator.with_latest(translator.teasers(ids)), *announced(name, now)]
    teasers.sort(key=lambda one: one.published_at, reverse=True)
    data = rss(
        title,
        "/" if head.kind == "latest" else head.path,
        path,
        teasers[:NEWEST],
        now.newspaper,
        description=head.description or now.newspaper.tagline or now.newspaper.name,
        labels=correction_labels(),
    )
    return Made({path.lstrip("/"): data})
