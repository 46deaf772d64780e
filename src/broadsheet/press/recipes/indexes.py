"""The two pages that name everybody with a byline and everything that reports are about."""

from __future__ import annotations

from broadsheet.desk.models import Author, Topic
from broadsheet.desk.translate import Translator
from broadsheet.newspaper import TopicCount
from broadsheet.paper import pages
from broadsheet.paper.places import AUTHORS_PATH, TOPICS_PATH
from broadsheet.press.models import ListLength
from broadsheet.press.recipes.made import Made, Round, page


def make_topics(_key: str, now: Round) -> Made:
    """`topics` → every topic that a published report carries, with how many do."""
    counts = _counts("topic")
    translator = Translator(now.sections, now=now.at)
    found = [
        TopicCount(topic=translator.topic(topic), reports=counts[topic.pk])
        for topic in Topic.objects.filter(pk__in=counts).order_by("name", "pk")
    ]
    return Made(page(TOPICS_PATH, pages.topics_page(found, now.newspaper)))


def make_authors(_key: str, now: Round) -> Made:
    """`authors` → everybody who has a published report."""
    translator = Translator(now.sections, now=now.at)
    authors = Author.objects.filter(pk__in=_counts("author")).select_related("portrait")
    people = [translator.person(author) for author in authors.order_by("name", "pk")]
    photos = frozenset(name for name in translator.read if name.startswith("photo:"))
    return Made(page(AUTHORS_PATH, pages.authors_page(people, now.newspaper)), photos)


def _counts(kind: str) -> dict[int, int]:
    """How many published reports each of a kind has, by its key."""
    lengths = ListLength.objects.filter(list__startswith=f"{kind}:")
    return {int(one.list.partition(":")[2]): one.reports for one in lengths}
