from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from modelsearch.backends.database.sqlite.sqlite import (
    IndexEntry,
    ObjectIndexer,
    SQLiteIndex,
    SQLiteSearchBackend,
)
from modelsearch.index import AutocompleteField
from modelsearch.utils import get_content_type_pk

from broadsheet.desk.search_index.entries import enter, mean_length

_TEXTS = ("title", "autocomplete", "body")


class SearchIndex(SQLiteIndex):
    def add_items(self, model: Any, objs: Iterable[Any]) -> None:
        if not model.get_search_fields():
            return
        kind = get_content_type_pk(model)
        entries = [
            IndexEntry(content_type_id=kind, object_id=str(one.pk), **self._texts(one))
            for one in objs
        ]
        mean = self._mean_length(entries)
        for entry in entries:
            entry.title_norm = mean / len(entry.title) if entry.title else 1.0
        enter(self.entries, entries, _TEXTS)

    def _texts(self, one: Any) -> dict[str, str]:
        """Everything that is searched of it, by the column of the index that it belongs in."""
        found: dict[str, list[str]] = {name: [] for name in _TEXTS}
        indexer = ObjectIndexer(one, self.backend)
        for field in indexer.search_fields:
            for part, text in indexer.prepare_field(one, field):
                if isinstance(part, AutocompleteField):
                    found["autocomplete"].append(text)
                else:
                    found["title" if part.field_name == "title" else "body"].append(text)
        return {name: " ".join(texts) for name, texts in found.items()}

    def _mean_length(self, entries: list[Any]) -> float:
        known = mean_length(self.entries)
        if known is not None:
            return known
        lengths = [len(entry.title) for entry in entries if entry.title]
        return sum(lengths) / len(lengths) if lengths else 0.0


class SearchBackend(SQLiteSearchBackend):
    index_class = SearchIndex
