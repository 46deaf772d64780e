"""What there is to read → pages, each a whole HTML document.

The same values give the same bytes: there is no clock here and no chance. The page is in the
language of what stands on it, as far as the interface is translated.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from broadsheet.feeds.address import address
from broadsheet.feeds.jsonld import breadcrumb_list, news_article, organization
from broadsheet.galley.texts import texts
from broadsheet.live_story import LiveStory
from broadsheet.newspaper import (
    CorrectionsPage,
    Front,
    ListPage,
    Newspaper,
    Policy,
    SearchPage,
    TopicCount,
)
from broadsheet.paper import places
from broadsheet.paper.describe import describe
from broadsheet.paper.difference import difference
from broadsheet.paper.front_columns import front_columns
from broadsheet.paper.safe_href import safe_href
from broadsheet.paper.tidy_html import tidy_html
from broadsheet.paper.withhold_addresses import withhold_addresses
from broadsheet.story import (
    Correction,
    CorrectionKind,
    Person,
    Photo,
    Section,
    Story,
    Teaser,
    Translation,
    Withdrawn,
)


def report_page(story: Story, newspaper: Newspaper) -> str:
    """A report with all its furniture. The desk's preview is this page too."""
    return _page(
        "report",
        newspaper,
        path=story.path,
        language=story.language,
        trail=[section.path for section in story.sections],
        structured=(
            news_article(story, newspaper),
            breadcrumb_list(
                story.sections, newspaper, page_name=story.headline, page_path=story.path
            ),
        ),
        **_report(story, newspaper),
        **_sound(story),
        talk=story.talk,
        words=story.words,
        my_words_path=places.MY_WORDS_PATH,
    )


def print_page(story: Story, newspaper: Newspaper) -> str:
    """A report to be printed on A4 or Letter: what was reported, and no furniture."""
    return _page(
        "print", newspaper, path=story.path, language=story.language, **_report(story, newspaper)
    )


def changes_page(story: Story, newspaper: Newspaper) -> str:
    """What changed in a report each time that its substance did, the newest change first."""
    versions = [*(one.texts for one in story.earlier), texts(story)]
    changes = [
        (earlier.until, difference(before, after))
        for earlier, (before, after) in zip(story.earlier, pairwise(versions), strict=True)
    ]
    return _page(
        "changes",
        newspaper,
        path=story.path,
        language=story.language,
        story=story,
        changes=changes[::-1],
    )


def front_page(front: Front, newspaper: Newspaper) -> str:
    """The front page: the lead, the top stories, the rivers of the sections."""
    return _page(
        "front",
        newspaper,
        path="/",
        structured=(organization(newspaper),),
        front=front,
        lead_photo=_come(front.lead.photo) if front.lead else None,
        columns=front_columns(front),
    )


def list_page(list_page: ListPage, newspaper: Newspaper) -> str:
    """One page of the reports of a section, an author, a topic, or of all of them."""
    return _page(
        "list",
        newspaper,
        path=_own_path(list_page),
        trail=[section.path for section in list_page.breadcrumb],
        structured=(_breadcrumb(list_page, newspaper),),
        list=list_page,
    )


def topics_page(topics: Iterable[TopicCount], newspaper: Newspaper) -> str:
    """Every topic, in the order in which they are given, with the number of its reports."""
    return _page("topics", newspaper, path=places.TOPICS_PATH, topics=tuple(topics))


def authors_page(people: Iterable[Person], newspaper: Newspaper) -> str:
    """Everybody with a byline, in the order in which they are given."""
    return _page("authors", newspaper, path=places.AUTHORS_PATH, people=tuple(people))


def corrections_page(corrections: CorrectionsPage, newspaper: Newspaper) -> str:
    """What the paper corrected, of all reports: lately, or in one year."""
    with translation.override(newspaper.language):
        title = gettext("What we corrected")
        if corrections.year:
            title = gettext("What we corrected in %(year)s") % {"year": corrections.year}
    return _page(
        "corrections",
        newspaper,
        path=places.corrections_path(corrections.year),
        title=title,
        corrections=corrections,
        years=[(str(year), places.corrections_path(year)) for year in corrections.years],
    )


def policy_page(policy: Policy, newspaper: Newspaper) -> str:
    """A page of the paper about itself."""
    return _page(
        "policy",
        newspaper,
        path=policy.path,
        structured=(breadcrumb_list((), newspaper, page_name=policy.title, page_path=policy.path),),
        policy=policy,
        figures_path=places.TALK_FIGURES_PATH,
    )


def search_page(search_page: SearchPage, newspaper: Newspaper) -> str:
    """What a search has found; with an empty query, the place to ask."""
    number = search_page.number
    return _page(
        "search",
        newspaper,
        path=places.SEARCH_PATH,
        search=search_page,
        newer=_found(search_page, number - 1) if number > 1 else "",
        older=_found(search_page, number + 1) if number < search_page.pages else "",
    )


def letter_page(
    person: Person,
    newspaper: Newspaper,
    *,
    form: forms.BaseForm,
    csrf_token: str,
    is_sent: bool = False,
) -> str:
    """The form that reaches a reporter, with whatever was wrong with it when it was last sent.

    It is posted to `person.letters_path` and shows the fields of `form` in their order, with
    their labels, hints and limits. After a letter that was sent, thanks stand in its place.
    """
    return _page(
        "letter_sent" if is_sent else "letter",
        newspaper,
        path=person.letters_path,
        person=person,
        form=form,
        csrf_token=csrf_token,
    )


def my_words_page(newspaper: Newspaper) -> str:
    """Where a reader finds the words that were kept: they are in the browser, not on the page."""
    return _page("words", newspaper, path=places.MY_WORDS_PATH)


def not_found_page(teasers: Iterable[Teaser], newspaper: Newspaper) -> str:
    """What stands where nothing stands: a search, the sections and the newest reports."""
    return _page("not_found", newspaper, path="", teasers=tuple(teasers))


def withdrawn_page(withdrawn: Withdrawn, newspaper: Newspaper) -> str:
    """What stays at the address of a report that was withdrawn. Served with 410."""
    return _page(
        "withdrawn",
        newspaper,
        path=withdrawn.path,
        language=withdrawn.language,
        withdrawn=withdrawn,
    )


def moved_page(to_path: str, newspaper: Newspaper) -> str:
    """What stays at an old address where the web server cannot redirect.

    `to_path` is a place on this site, or a whole address anywhere.
    """
    elsewhere = safe_href(to_path) if "://" in to_path else ""
    return _page("moved", newspaper, path=to_path, to=elsewhere or address(to_path, newspaper))


def unavailable_page(newspaper: Newspaper) -> str:
    """What readers see where search or letters should answer and cannot."""
    return _page("unavailable", newspaper, path="")


def page_from(template: str, newspaper: Newspaper, *, path: str, language: str, **what: Any) -> str:
    """A page that other packages print, from the whole name of a template that extends ours."""
    html = _filled(template, newspaper, path=path, language=language, **what)
    with translation.override(language):
        return withhold_addresses(html, instead=gettext("[address withheld]"))


def page_for_one_reader(template: str, newspaper: Newspaper, *, path: str, **what: Any) -> str:
    """A page that one reader alone is shown, from the whole name of a template that extends ours.

    It never becomes a file, and it keeps the reader's own e-mail address where that stands in it.
    """
    return _filled(template, newspaper, language=newspaper.language, path=path, **what)


def _page(
    template: str,
    newspaper: Newspaper,
    *,
    path: str,
    language: str = "",
    trail: Iterable[str] = (),
    structured: Iterable[str] = (),
    **what: Any,
) -> str:
    return page_from(
        f"paper/{template}.html",
        newspaper,
        path=path,
        language=language or newspaper.language,
        trail=tuple(trail),
        structured=[SafeString(text) for text in structured],
        **what,
    )


def _filled(template: str, newspaper: Newspaper, *, language: str, **what: Any) -> str:
    with translation.override(language):
        html = render_to_string(
            template,
            {
                "newspaper": newspaper,
                "language": language,
                "latest_path": places.LATEST_PATH,
                "topics_path": places.TOPICS_PATH,
                "authors_path": places.AUTHORS_PATH,
                "search_path": places.SEARCH_PATH,
                "corrections_path": places.CORRECTIONS_PATH,
                "feed_path": places.feed_path("/"),
                **what,
            },
        )
        return tidy_html(html)


def _report(story: Story, newspaper: Newspaper) -> dict[str, Any]:
    byline = [(f"byline.{at}", credit) for at, credit in enumerate(story.byline)]
    corrections = [(f"correction.{at}", one) for at, one in enumerate(story.corrections)]
    below = [one for one in corrections if not _is_on_top(one[1], newspaper)]
    return {
        "story": story,
        "live": story if isinstance(story, LiveStory) else None,
        "description": describe(story),
        "writers": [placed for placed in byline if not placed[1].role],
        "others": [placed for placed in byline if placed[1].role],
        "reachable": [credit.person for credit in story.byline if credit.person.letters_path],
        "corrections_above": [one for one in corrections if _is_on_top(one[1], newspaper)],
        "corrections_below": below,
        "corrected": _corrected(one for _, one in below),
        "social_photo": next(filter(_come, story.photos), None),
        "versions": _versions(story, newspaper),
        "changes_path": places.changes_path(story.path) if story.earlier else "",
        "print_path": places.print_path(story.path),
        "section_feed_path": places.feed_path(story.section.path),
    }


def _is_on_top(correction: Correction, newspaper: Newspaper) -> bool:
    return newspaper.are_corrections_on_top or correction.kind == "retraction"


def _corrected(corrections: Iterable[Correction]) -> CorrectionKind | None:
    """What the dates at the head of a report have to say of those under it."""
    kinds = {one.kind for one in corrections}
    announced: tuple[CorrectionKind, ...] = ("correction", "clarification")
    return next((kind for kind in announced if kind in kinds), None)


def _sound(story: Story) -> dict[str, Any]:
    if story.sound is None:
        return {}
    return {
        "sound": story.sound,
        "sound_seconds": story.sound.milliseconds / 1000,
        "sound_minutes": max(1, round(story.sound.milliseconds / 60_000)),
        "sound_artist": ", ".join(one.name for one in story.writers),
        "sound_file": f"{story.path.strip('/').rpartition('/')[2]}.mp3",
    }


def _come(photo: Photo | None) -> Photo | None:
    """`photo` if there is one and its picture has come."""
    return photo if photo and not photo.is_awaited else None


def _versions(story: Story, newspaper: Newspaper) -> tuple[Translation, ...]:
    """The report in every language, itself first; x-default is the one in the paper's own."""
    itself = Translation(language=story.language, path=story.path)
    versions = (itself, *story.translations)
    default = next((one for one in versions if one.language == newspaper.language), itself)
    return (*versions, Translation(language="x-default", path=default.path))


def _found(search_page: SearchPage, number: int) -> str:
    query = urlencode({"q": search_page.query, "page": number})
    return f"{places.SEARCH_PATH}?{query}"


def _own_path(list_page: ListPage) -> str:
    if list_page.number is None:
        return list_page.path
    return places.numbered_path(list_page.path, list_page.number)


def _breadcrumb(list_page: ListPage, newspaper: Newspaper) -> str:
    itself = Section(name=list_page.name, path=list_page.path)
    above = [one for one in list_page.breadcrumb if one.path != itself.path]
    return breadcrumb_list([*above, itself], newspaper)
