"""What a list is called and where it stands: `section:3` → its head."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from broadsheet.desk.models import Author, SectionPage, Topic
from broadsheet.desk.translate import Translator
from broadsheet.newspaper import ListKind
from broadsheet.paper.places import LATEST_PATH
from broadsheet.press.recipes.made import Round
from broadsheet.story import Person, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    kind: ListKind
    name: str
    path: str
    description: str = ""
    breadcrumb: tuple[Section, ...] = ()
    subsections: tuple[Section, ...] = ()
    person: Person | None = None
    ingredients: frozenset[str] = frozenset()


def head_of(name: str, now: Round) -> Head | None:
    """The head of a list, or None where what it lists under is gone."""
    kind, _, pk = name.partition(":")
    match kind:
        case "section":
            return _section(int(pk), now)
        case "author":
            return _author(int(pk), now)
        case "topic":
            return _topic(int(pk))
        case _:
            return Head(kind="latest", name=gettext("Latest"), path=LATEST_PATH)


def _section(pk: int, now: Round) -> Head | None:
    section = SectionPage.objects.live().filter(pk=pk).first()
    if section is None:
        return None
    translator = Translator(now.sections, now=now.at)
    below = SectionPage.objects.live().child_of(section).order_by("path")
    return Head(
        kind="section",
        name=section.title,
        path=section.path_on_site,
        description=section.description,
        breadcrumb=(*translator.breadcrumb(section), translator.section(section)),
        subsections=tuple(translator.section(one) for one in below),
    )


def _author(pk: int, now: Round) -> Head | None:
    author = Author.objects.select_related("portrait").filter(pk=pk).first()
    if author is None:
        return None
    translator = Translator(now.sections, now=now.at)
    person = translator.person(author)
    return Head(
        kind="author",
        name=author.name,
        path=author.path,
        description=author.title,
        person=person,
        ingredients=frozenset(name for name in translator.read if name.startswith("photo:")),
    )


def _topic(pk: int) -> Head | None:
    topic = Topic.objects.filter(pk=pk).first()
    if topic is None:
        return None
    return Head(kind="topic", name=topic.name, path=topic.path, description=topic.description)
