"""The database itself keeps a report in while it is under embargo, whoever writes to it.

The desk sets such a report for its minute (`ReportPage.with_content_json`), and everything that
readers are given asks whether a page is `live`. This holds where some code or command does neither:
no page becomes live under an embargo of its own or of what it is a translation of, and no embargo
comes over a page that is live, or has a translation that is.

Migrations make tables anew, and a table's triggers go with it: they are taken away before every
migration and put up again after it.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate

SENTENCE = "a report is not out before its embargo ends; change the embargo, or wait"


@dataclass(frozen=True, slots=True)
class _Guard:
    """Refuses `event` on `table` where `refused_where` holds; `pages` are those that it is about.

    In both, {now} is the database's own clock.
    """

    name: str
    event: str
    table: str
    refused_where: str
    pages: str


# UNION leaves out what was found before, so that neither goes round for ever. Each original is
# asked for by itself: for a join SQLite goes through all reports first, to make a Bloom filter.
_ORIGINALS = """
    WITH RECURSIVE original(id) AS (
        SELECT CAST({page} AS bigint)
        UNION SELECT CAST((
            SELECT translation_of_id FROM desk_reportpage WHERE page_ptr_id = original.id
        ) AS bigint)
        FROM original WHERE original.id IS NOT NULL
    ) SELECT id FROM original WHERE id IS NOT NULL"""
_TRANSLATIONS = """
    WITH RECURSIVE bound(id) AS (
        SELECT CAST(page AS bigint) FROM ({pages}) AS held
        UNION SELECT CAST(report.page_ptr_id AS bigint)
        FROM desk_reportpage AS report JOIN bound ON report.translation_of_id = bound.id
    ) SELECT id FROM bound"""
_OWN = _ORIGINALS.format(page="NEW.id")
_OF_ORIGINAL = _ORIGINALS.format(page="NEW.translation_of_id")
_COMES_OVER = _TRANSLATIONS.format(pages="SELECT NEW.reportpage_id AS page")
_STANDS_OVER = _TRANSLATIONS.format(
    pages="SELECT reportpage_id AS page FROM desk_reportpage_embargoes WHERE embargo_id = NEW.id"
)


_ARE_HELD = """EXISTS (
    SELECT 1 FROM desk_reportpage_embargoes AS under
    JOIN desk_embargo AS embargo ON embargo.id = under.embargo_id
    WHERE embargo.until > {{now}} AND under.reportpage_id IN ({pages}))"""
_ARE_OUT = """EXISTS (
    SELECT 1 FROM wagtailcore_page AS page WHERE page.live AND page.id IN ({pages}))"""
_IS_IN_FORCE = """EXISTS (
    SELECT 1 FROM desk_embargo WHERE id = NEW.embargo_id AND until > {now})"""
_IS_OUT_AND_BECOMES_ONE = " AND ".join(
    (
        "NEW.translation_of_id IS NOT NULL",
        _ARE_OUT.format(pages="NEW.page_ptr_id"),
        _ARE_HELD.format(pages=_OF_ORIGINAL),
    )
)

_GUARDS = (
    _Guard(
        name="embargo_holds_page",
        event="UPDATE OF live",
        table="wagtailcore_page",
        refused_where=f"NEW.live AND NOT OLD.live AND {_ARE_HELD.format(pages=_OWN)}",
        pages=_OWN,
    ),
    *(
        _Guard(
            name=name,
            event=event,
            table="desk_reportpage",
            refused_where=_IS_OUT_AND_BECOMES_ONE,
            pages=_OF_ORIGINAL,
        )
        for name, event in (
            ("embargo_holds_translation", "UPDATE OF translation_of_id"),
            ("embargo_holds_new_translation", "INSERT"),
        )
    ),
    _Guard(
        name="embargo_comes_in_time",
        event="INSERT",
        table="desk_reportpage_embargoes",
        refused_where=f"{_IS_IN_FORCE} AND {_ARE_OUT.format(pages=_COMES_OVER)}",
        pages=_COMES_OVER,
    ),
    _Guard(
        name="embargo_is_moved_in_time",
        event="UPDATE OF until",
        table="desk_embargo",
        refused_where=f"NEW.until > {{now}} AND {_ARE_OUT.format(pages=_STANDS_OVER)}",
        pages=_STANDS_OVER,
    ),
)
_TABLES = {guard.table for guard in _GUARDS}


def connect() -> None:
    pre_migrate.connect(_take_away, dispatch_uid="desk.embargo.unguarded")
    post_migrate.connect(_put_up, dispatch_uid="desk.embargo.guarded")


def _take_away(using: str, **_: object) -> None:
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for guard in _GUARDS:
            if guard.table in tables:
                on_table = f" ON {guard.table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {guard.name}{on_table}")


def _put_up(using: str, **_: object) -> None:
    connection = connections[using]
    if not set(connection.introspection.table_names()) >= _TABLES:
        return
    _take_away(using)
    statements = {"sqlite": _in_sqlite, "postgresql": _in_postgresql}[connection.vendor]
    with connection.cursor() as cursor:
        for guard in _GUARDS:
            for statement in statements(guard):
                cursor.execute(statement)


def _in_sqlite(guard: _Guard) -> list[str]:
    refused_where = guard.refused_where.format(now="strftime('%Y-%m-%d %H:%M:%f', 'now')")
    trigger = f"""
        CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} WHEN {refused_where}
        BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"""
    return [trigger]


def _in_postgresql(guard: _Guard) -> list[str]:
    """Of two transactions that would meet, the second waits here until the first is over."""
    function = f"""
        CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            PERFORM 1 FROM wagtailcore_page WHERE id IN ({guard.pages}) FOR UPDATE;
            IF {guard.refused_where.format(now="clock_timestamp()")} THEN
                RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END $$"""
    trigger = f"""
        CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table}
        FOR EACH ROW EXECUTE FUNCTION {guard.name}()"""
    return [function, trigger]
