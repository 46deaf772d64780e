from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import FloatField, Value
from django.db.models.functions import Cast, Coalesce, Length, NullIf
from modelsearch.backends.database.postgres.postgres import (
    IndexEntry,
    ObjectIndexer,
    PostgresIndex,
    PostgresSearchBackend,
)
from modelsearch.utils import get_content_type_pk

from broadsheet.desk.search_index.entries import enter, mean_length

_COLUMNS = ("title", "autocomplete", "body", "title_text", "body_text")


class SearchIndex(PostgresIndex):
    def add_items(self, model: Any, objs: Iterable[Any]) -> None:
        if not model.get_search_fields():
            return
        kind = get_content_type_pk(model)
        mean = mean_length(self.entries)
        read = (_ReadOnce(one, self.backend) for one in objs)
        enter(self.entries, [self._entry(kind, one, mean) for one in read], _COLUMNS)

    def _entry(self, kind: int, indexer: ObjectIndexer, mean: float | None) -> Any:
        columns = {name: getattr(indexer, name) for name in _COLUMNS}
        words = Cast(NullIf(Length(columns["title"]), Value(0)), FloatField())
        norm = Value(1.0) if mean is None else Coalesce(Value(mean) / words, Value(1.0))
        return IndexEntry(content_type_id=kind, object_id=indexer.id, title_norm=norm, **columns)


class _ReadOnce(ObjectIndexer):
    """Reads an object once, for whichever column asks first."""

    def __init__(self, obj: Any, backend: Any) -> None:
        super().__init__(obj, backend)
        self._read: dict[Any, list[Any]] = {}

    def prepare_field(self, obj: Any, field: Any) -> Iterable[Any]:
        if obj is not self.obj:
            return super().prepare_field(obj, field)
        if field not in self._read:
            self._read[field] = list(super().prepare_field(obj, field))
        return self._read[field]


class SearchBackend(PostgresSearchBackend):
    index_class = SearchIndex
