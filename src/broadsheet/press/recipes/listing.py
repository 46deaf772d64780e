from __future__ import annotations

from broadsheet.desk.translate import Translator
from broadsheet.newspaper import ListPage
from broadsheet.paper import pages
from broadsheet.paper.places import feed_path, numbered_path
from broadsheet.press import lists
from broadsheet.press.models import Listed, ListLength
from broadsheet.press.recipes.heads import Head, head_of
from broadsheet.press.recipes.made import Made, Round, page
from broadsheet.press.recipes.podcast import has_podcast, podcast_of, recordings_in


def make(key: str, now: Round) -> Made | None:
    """`list:section:3` → its newest page, `list:section:3:7` → its seventh page from the oldest."""
    name, number = _parts(key.removeprefix("list:"))
    head = head_of(name, now)
    total = ListLength.of(name)
    if head is None or (not total and head.kind in {"author", "topic"}):
        return None
    if number is None:
        cut = lists.newest(total, length=now.list_length)
        return _print(name, head, cut, None, now, total=total)
    full = lists.full_pages(total, length=now.list_length)
    if 1 <= number <= full:
        cut = lists.numbered(number, length=now.list_length)
        return _print(name, head, cut, number, now, total=total)
    if full and number == full + 1:
        here = numbered_path(head.path, number)
        return Made(page(here, pages.moved_page(head.path, now.newspaper)))
    return None


def _print(
    name: str, head: Head, cut: lists.Cut, number: int | None, now: Round, *, total: int
) -> Made:
    ids = Listed.objects.between(name, cut.start, cut.stop, total=total)
    what = ListPage(
        kind=head.kind,
        name=head.name,
        path=head.path,
        description=head.description,
        teasers=Translator(now.sections, now=now.at).teasers(reversed(ids)),
        number=number,
        older=numbered_path(head.path, cut.older) if cut.older else "",
        newer=numbered_path(head.path, number + 1) if number else "",
        feed_path=feed_of(head),
        podcast_path=podcast_of(head) if has_podcast(name) and recordings_in(name, most=1) else "",
        breadcrumb=head.breadcrumb,
        subsections=head.subsections,
        person=head.person,
    )
    here = numbered_path(head.path, number) if number else head.path
    return Made(page(here, pages.list_page(what, now.newspaper)), head.ingredients)


def feed_of(head: Head) -> str:
    """The feed of the latest is the feed of the whole paper."""
    return feed_path("/" if head.kind == "latest" else head.path)


def _parts(rest: str) -> tuple[str, int | None]:
    """`latest`, `latest:4`, `section:3`, `section:3:7` → the list's name and the page's number."""
    kind, *numbers = rest.split(":")
    own = 0 if kind == "latest" else 1
    name = ":".join([kind, *numbers[:own]])
    return name, int(numbers[own]) if len(numbers) > own else None
