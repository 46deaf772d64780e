"""A report → the published reports most like it, by full-text search."""

from __future__ import annotations

import re

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from broadsheet.desk.models import ReportPage

# Ranking looks at every entry that holds one of the words. Looking among the newest alone keeps
# it as quick in an archive of a hundred thousand as in one of a thousand.
NEWEST = 3000
WORDS = 10

_WORD = re.compile(r"\w+(?:-\w+)*")
_NAME_WEIGHT = 2

_SQLITE = """
    SELECT entry.object_id
    FROM wagtailsearch_indexentry_fts AS words
    JOIN wagtailsearch_indexentry AS entry ON entry.id = words.rowid
    JOIN wagtailcore_page AS page ON page.id = CAST(entry.object_id AS INTEGER)
    JOIN desk_reportpage AS report ON report.page_ptr_id = page.id
    WHERE words.wagtailsearch_indexentry_fts MATCH %(words)s
      AND words.rowid > (SELECT MAX(id) FROM wagtailsearch_indexentry) - %(newest)s
      AND entry.content_type_id = %(kind)s
      AND page.live AND report.language = %(language)s AND page.id <> %(report)s
    ORDER BY bm25(wagtailsearch_indexentry_fts, 1.0, 4.0, 1.0), page.id DESC
    LIMIT %(most)s
"""
# An entry's title counts four times here as well. The newest are taken out first: left the choice,
# PostgreSQL goes through all entries. Words are looked for in title and in body, as to put the two
# together takes as long again.
_POSTGRESQL = """
    WITH entry AS MATERIALIZED (
        SELECT object_id, content_type_id, title, body FROM wagtailsearch_indexentry
        ORDER BY id DESC LIMIT %(newest)s
    )
    SELECT entry.object_id
    FROM entry
    JOIN wagtailcore_page AS page ON page.id = CAST(entry.object_id AS INTEGER)
    JOIN desk_reportpage AS report ON report.page_ptr_id = page.id
    CROSS JOIN to_tsquery('simple', %(words)s) AS words
    WHERE (entry.title @@ words OR entry.body @@ words)
      AND entry.content_type_id = %(kind)s
      AND page.live AND report.language = %(language)s AND page.id <> %(report)s
    ORDER BY 4 * ts_rank('{1, 1, 1, 1}', entry.title, words, 1)
        + ts_rank('{1, 1, 1, 1}', entry.body, words, 1) DESC, page.id DESC
    LIMIT %(most)s
"""
_SQL = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}
# What stands around a word in a query, and what between two of which one is enough.
_QUERY = {"sqlite": ('"', " OR "), "postgresql": ("'", " | ")}


def reports_like(report: ReportPage, *, most: int) -> list[int]:
    """The ids of at most `most` published reports in the same language, the most alike first."""
    words = _telling_words(report)
    if not words:
        return []
    mark, either = _QUERY[connection.vendor]
    told = {
        "words": either.join(f"{mark}{word}{mark}" for word in words),
        "newest": NEWEST,
        "kind": ContentType.objects.get_for_model(ReportPage).pk,
        "language": report.language,
        "report": report.pk or 0,
        "most": most,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SQL[connection.vendor], told)
        return [int(row[0]) for row in cursor.fetchall()]


def _telling_words(report: ReportPage) -> list[str]:
    """The words that tell what a report is about: its topics, then names and long words."""
    topics = [word for topic in report.topics.all() for word in _WORD.findall(topic.name)]
    running = _WORD.findall(f"{report.title} {report.standfirst}")
    running.sort(key=_weight, reverse=True)
    telling = dict.fromkeys(word.casefold() for word in topics + running if _weight(word) >= 4)
    return list(telling)[:WORDS]


def _weight(word: str) -> int:
    return len(word) + (_NAME_WEIGHT if word[0].isupper() else 0)
