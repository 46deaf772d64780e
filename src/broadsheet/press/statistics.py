"""How the tables are filled, told to the database's planner.

Without it SQLite's planner walks every page of an archive to find the forty that are sections:
14 ms in place of 4 at 10,000 reports, in each round of the press. PostgreSQL counts by itself, but
not before a minute has passed.
"""

from __future__ import annotations

from django.db import connection

# Rows looked at in each index (sqlite.org/lang_analyze.html): about 30 ms at 10,000 reports.
ROWS_LOOKED_AT = 400


def take_stock() -> None:
    """Count again. Worth it at a start, now and then, and after many reports came at once."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit={ROWS_LOOKED_AT}")
        cursor.execute("ANALYZE")
