"""Search over what is published, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from broadsheet.desk.furniture import newspaper
from broadsheet.desk.middleware import as_paper
from broadsheet.desk.models import LiveEntry, ReportPage
from broadsheet.desk.translate import Translator
from broadsheet.live_story import LiveTeaser
from broadsheet.newspaper import SearchPage
from broadsheet.paper import pages
from broadsheet.story import Teaser

LONGEST_QUERY = 200
PER_PAGE = 20


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """`/search/?q=…&page=…`. Reports that hold every word of the query.

    Of a live report of which one entry holds them all, the hit leads to that entry.
    """
    query = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:LONGEST_QUERY]
    found = _found(query, request.GET.get("page", "1"))
    return as_paper(HttpResponse(pages.search_page(found, newspaper())))


def _found(query: str, page_number: str) -> SearchPage:
    words = [word for word in query.replace('"', " ").split() if any(map(str.isalnum, word))]
    if not words:
        return SearchPage(query=query, teasers=(), total=0)
    live = ReportPage.objects.live().order_by("-first_published_at")
    results = live.search(" ".join(words), operator="and", order_by_relevance=False)
    page = Paginator(results, PER_PAGE).get_page(page_number)
    return SearchPage(
        query=query,
        teasers=_to_entries(Translator().teasers(report.pk for report in page), words),
        total=page.paginator.count,
        number=page.number,
        pages=page.paginator.num_pages,
    )


def _to_entries(teasers: Iterable[Teaser], words: list[str]) -> tuple[Teaser, ...]:
    entries = LiveEntry.objects.standing().holding(words)
    found = entries.filter(live__in=[one.id for one in teasers if isinstance(one, LiveTeaser)])
    newest = {str(entry.live_id): entry.place for entry in reversed(found)}
    return tuple(
        replace(one, path=f"{one.path}#{newest[one.id]}") if one.id in newest else one
        for one in teasers
    )
