from __future__ import annotations

from broadsheet.desk.models import PolicyPage
from broadsheet.desk.translate import Translator
from broadsheet.paper import pages
from broadsheet.press.recipes.made import Made, Round, page


def make(key: str, now: Round) -> Made | None:
    """`policy:7` → its page, while it is published."""
    policy_page = PolicyPage.objects.live().filter(pk=int(key.partition(":")[2])).first()
    if policy_page is None:
        return None
    translator = Translator(now.sections, now=now.at)
    policy = translator.policy(policy_page)
    html = pages.policy_page(policy, now.newspaper)
    return Made(page(policy.path, html), frozenset(translator.read))
