from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import connection, models

# Written out, both of them: they are part of every post.
_NUMBERS = "SELECT name, number FROM talk_tally WHERE name IN ({names})"
# The same in SQLite and in PostgreSQL. Names in order, so that two never wait for each other.
_ONE_MORE = """
INSERT INTO talk_tally (name, number, ends_at) VALUES {rows}
ON CONFLICT (name) DO UPDATE SET number = talk_tally.number + 1
RETURNING name, number
"""


class TallyManager(models.Manager["Tally"]):
    def numbers(self, names: Iterable[str]) -> dict[str, int]:
        """How far each has been counted; those that are missing were not counted yet."""
        values = list(names)
        with connection.cursor() as cursor:
            cursor.execute(_NUMBERS.format(names=", ".join(["%s"] * len(values))), values)
            return dict(cursor.fetchall())

    def one_more(self, ends: dict[str, int]) -> dict[str, int]:
        """Count one more of each name, and give how many that makes. `ends` are seconds since 1970
        from which on nobody asks for the name again."""
        values = [value for name, at in sorted(ends.items()) for value in (name, 1, at)]
        with connection.cursor() as cursor:
            cursor.execute(_ONE_MORE.format(rows=", ".join(["(%s, %s, %s)"] * len(ends))), values)
            return dict(cursor.fetchall())

    def clear_old(self, *, now: dt.datetime) -> None:
        self.filter(ends_at__lt=now.timestamp()).delete()


class Tally(models.Model):
    """How often something was done in one window of a limit, for all processes of the web.

    In PostgreSQL it is an unlogged table: empty after a crash, and nobody waits for the disk.
    """

    name = models.CharField(max_length=200, primary_key=True)
    number = models.PositiveIntegerField()
    ends_at = models.BigIntegerField(db_index=True)

    objects = TallyManager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name}: {self.number}"
