"""What is remembered for a while → one table, for all processes of the web on all machines."""

from __future__ import annotations

import base64
import pickle

from django.core.cache.backends.db import DatabaseCache
from django.db import transaction
from django.utils import timezone

from broadsheet.readers.models import Remembered


class SharedCache(DatabaseCache):
    """Django's, but two who count at once are counted as two, and no count lives the longer."""

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        name = self.make_and_validate_key(key, version=version)
        with transaction.atomic():
            current = Remembered.objects.filter(pk=name, expires__gt=timezone.now())
            row = current.select_for_update().first()
            if row is None:
                raise ValueError(f"{key!r} is not remembered; set it first")
            number = int(pickle.loads(base64.b64decode(row.value))) + delta  # noqa: S301  # our own
            row.value = base64.b64encode(pickle.dumps(number, self.pickle_protocol)).decode("ascii")
            row.save(update_fields=["value"])
        return number
