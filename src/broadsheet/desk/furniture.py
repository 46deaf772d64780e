"""The paper around every page: the masthead, the sections and the policies → `Newspaper`."""

from __future__ import annotations

from django.conf import settings

from broadsheet.desk.models import Masthead, PolicyPage, SectionPage
from broadsheet.desk.of_the_paper import of_the_paper
from broadsheet.newspaper import Link, Newspaper


def newspaper() -> Newspaper:
    """The paper as it is set now, published sections and policies in the order of the tree."""
    masthead = of_the_paper(Masthead)
    policies = list(PolicyPage.objects.live().order_by("path"))
    standards = [page for page in policies if page.kind == PolicyPage.Kind.STANDARDS]
    return Newspaper(
        name=masthead.name,
        url=settings.CONFIG.paper.url,
        tagline=masthead.tagline,
        language=settings.CONFIG.paper.language,
        time_zone=settings.CONFIG.paper.time_zone,
        imprint=masthead.imprint,
        sections=_nested(list(SectionPage.objects.live().order_by("path"))),
        policies=tuple(Link(name=page.title, path=page.path_on_site) for page in policies),
        are_corrections_on_top=masthead.are_corrections_on_top,
        standards_path=standards[0].path_on_site if standards else "",
    )


def _nested(sections: list[SectionPage]) -> tuple[Link, ...]:
    """Sections in the order of the tree, as links within links."""
    links = []
    while sections:
        section = sections[0]
        below = [one for one in sections[1:] if one.path.startswith(section.path)]
        sections = sections[1 + len(below) :]
        links.append(Link(name=section.title, path=section.path_on_site, children=_nested(below)))
    return tuple(links)
