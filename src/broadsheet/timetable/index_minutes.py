"""Wagtail's tables, indexed by what pages and revisions are set for.

Few of them are set for anything. Without these the database goes through every page and every
revision for each look at the timetable, and the worker looks before it prints.

Where a migration makes a table anew its indexes go with it, but for those that Django knows: so
these are put up after every migration.
"""

from __future__ import annotations

from django.db import connections
from django.db.models.signals import post_migrate

_MINUTES = {"wagtailcore_page": "expire_at", "wagtailcore_revision": "approved_go_live_at"}


def connect() -> None:
    post_migrate.connect(_put_up, dispatch_uid="timetable.minutes.indexed")


def _put_up(using: str, **_: object) -> None:
    connection = connections[using]
    if not _MINUTES.keys() <= set(connection.introspection.table_names()):
        return
    with connection.cursor() as cursor:
        for table, minute in _MINUTES.items():
            cursor.execute(
                f"CREATE INDEX IF NOT EXISTS timetable_{minute} ON {table} ({minute}) "
                f"WHERE {minute} IS NOT NULL"
            )
