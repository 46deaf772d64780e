from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.desk.slugs import LONGEST, numbered, slug_of


@given(st.text())
def test_any_name_gives_a_slug_that_an_address_can_hold(name: str) -> None:
    slug = slug_of(name)
    assert 0 < len(slug) <= LONGEST
    assert not set(slug) & set("/?#%. \\\"'<>")
    assert slug == slug_of(slug)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Council votes 52–48 for the pier", "council-votes-5248-for-the-pier"),
        ("부두 확장 결정", "부두-확장-결정"),
        ("…", "report"),
        ("word " * 60, "-".join(["word"] * 20)),
    ],
)
def test_slugs_of_headlines(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_taken_slug_is_numbered_on() -> None:
    assert numbered("pier", {"pier", "pier-2"}) == "pier-3"
