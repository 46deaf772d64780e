"""What several processes of the web remember together."""

from __future__ import annotations

import pytest

from broadsheet.readers.models import Remembered
from broadsheet.readers.shared_cache import SharedCache
from tests.roster.elsewhere import another

pytestmark = pytest.mark.usefixtures("newsroom")


def cache() -> SharedCache:
    return SharedCache("remembered", {})


def test_all_count_in_one_place_and_no_count_lives_the_longer() -> None:
    with pytest.raises(ValueError, match="not remembered"):
        cache().incr("knocks")
    cache().set("knocks", 1, 3600)
    until = Remembered.objects.get().expires

    class counting:  # noqa: N801  # a context manager, read as words
        def __enter__(self) -> None:
            cache().incr("knocks")

        def __exit__(self, *_: object) -> None: ...

    with another(counting):
        assert cache().incr("knocks") == 3
    assert cache().get("knocks") == 3
    assert Remembered.objects.get().expires == until
    cache().set("knocks", 1, -1)
    with pytest.raises(ValueError, match="not remembered"):
        cache().incr("knocks")
