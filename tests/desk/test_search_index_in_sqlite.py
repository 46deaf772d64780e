from __future__ import annotations

import pytest

from tests.databases import POSTGRESQL
from tests.make import make_report

if POSTGRESQL:
    pytest.skip("SQLite alone keeps its words in another table", allow_module_level=True)

from modelsearch.backends.database.sqlite.sqlite import (  # SQLite's models alone
    IndexEntry,
    SQLiteFTSIndexEntry,
)

pytestmark = pytest.mark.usefixtures("newsroom")


def test_no_word_is_entered_anew_where_only_the_weight_of_a_title_was_set() -> None:
    report = make_report(headline="Pier closes")
    entries = IndexEntry.objects.filter(object_id=str(report.pk), content_type=report.content_type)
    words = SQLiteFTSIndexEntry.objects.filter(pk=entries.get().pk)
    words.update(title="untouched")
    entries.update(title_norm=2.0)
    assert words.get().title == "untouched"
