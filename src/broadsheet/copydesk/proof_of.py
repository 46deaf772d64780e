from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings

from broadsheet.copydesk.models import Checks, Link
from broadsheet.copydesk.proof import Proof
from broadsheet.desk.models import ReportPage
from broadsheet.desk.of_the_paper import of_the_paper
from broadsheet.desk.translate import Translator
from broadsheet.galley.compose import compose


def the_checks() -> Checks:
    return of_the_paper(Checks)


def proof_of(report: ReportPage, checks: Checks, *, now: dt.datetime) -> Proof:
    """The report as it stands in memory, for the checks. Its links are asked for beside this."""
    story = Translator().story(report)
    day = (report.first_published_at or now).astimezone(settings.CONFIG.zone).date()
    proof = Proof(
        story=story, galley=compose(story), day=day, longest_sentence=checks.longest_sentence
    )
    urls = {url for _, _, url in proof.links()}
    if not urls or "link" not in checks.kinds():
        return proof
    if checks.are_links_asked:
        Link.objects.want(urls, now=now)
    return Proof(
        story=proof.story,
        galley=proof.galley,
        day=day,
        longest_sentence=checks.longest_sentence,
        dead_links=Link.objects.dead(urls),
    )


def blocks_at(report: ReportPage) -> dict[str, str]:
    """The body's places on the page (`body.3`) → the ids of the blocks that they come from."""
    translator, found, at = Translator(), {}, 0
    for child in report.body:
        for _ in _story_blocks(translator, child):
            found[f"body.{at}"] = str(child.id)
            at += 1
    return found


def _story_blocks(translator: Translator, child: Any) -> Any:
    return translator.blocks([child])
