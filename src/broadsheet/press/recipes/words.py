from __future__ import annotations

from broadsheet.press.models import Ingredient
from broadsheet.press.recipes.made import Made, Round
from broadsheet.reference.models import Wordbook


def make(key: str, now: Round) -> Made | None:
    """`words:12-3fa94c21b7` → the words file of report 12, while its page looks words up in it."""
    if not Ingredient.objects.filter(name=key).exists():
        return None
    return files(key, now)


def files(key: str, _now: Round) -> Made | None:
    """The words file, for a page that is about to name it."""
    report, _, stamp = key.partition(":")[2].partition("-")
    wordbook = Wordbook.objects.filter(pk=int(report), stamp=stamp).first()
    if wordbook is None or not wordbook.is_kept:
        return None
    return Made({wordbook.path.lstrip("/"): wordbook.read()})
