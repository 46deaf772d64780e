"""Search over what is published, the newest first."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from broadsheet.desk.furniture import newspaper
from broadsheet.desk.middleware import as_paper
from broadsheet.desk.models import ReportPage
from broadsheet.desk.translate import Translator
from broadsheet.newspaper import SearchPage
from broadsheet.paper import pages

LONGEST_QUERY = 200
PER_PAGE = 20


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """`/search/?q=…&page=…`. Reports that hold every word of the query."""
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
        teasers=Translator().teasers(report.pk for report in page),
        total=page.paginator.count,
        number=page.number,
        pages=page.paginator.num_pages,
    )
