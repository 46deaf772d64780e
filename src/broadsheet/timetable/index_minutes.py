"""Wagtail's tables, indexed by what pages and revisions are set for.

Few of them are set for anything. Without these the database goes through every page and every
revision for each look at the timetable, and the worker looks before it prints. The kind of page
comes first among the revisions' columns, as what is asked for: as long as nothing is set, SQLite
knows nothing of such an index, and would rather go through all that are of the kind.

Where a migration makes a table anew its indexes go with it, but for those that Django knows: so
these are put up after every migration.
"""

from __future__ import annotations

from django.db import connections
from django.db.models.signals import post_migrate

# The index's name → its table, its columns, and the minute that has to be set.
_INDEXES = {
    "timetable_expires": ("wagtailcore_page", "expire_at", "expire_at"),
    "timetable_goes_live": (
        "wagtailcore_revision",
        "base_content_type_id, approved_go_live_at",
        "approved_go_live_at",
    ),
}


def connect() -> None:
    post_migrate.connect(_put_up, dispatch_uid="timetable.minutes.indexed")


def _put_up(using: str, **_: object) -> None:
    connection = connections[using]
    tables = {table for table, _columns, _minute in _INDEXES.values()}
    if not tables <= set(connection.introspection.table_names()):
        return
    with connection.cursor() as cursor:
        for name, (table, columns, minute) in _INDEXES.items():
            cursor.execute(
                f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({columns}) "
                f"WHERE {minute} IS NOT NULL"
            )
