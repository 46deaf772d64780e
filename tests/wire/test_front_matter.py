from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.wire.copy import CopyError
from broadsheet.wire.front_matter import Field, front_matter


def fields(text: str) -> list[Field]:
    return front_matter(text, name="copy.md")


def test_values_stay_as_they_are_written() -> None:
    assert fields(
        "headline: No\ndate: 2031-03-09\n\nlead: {file: a.jpg}\nby:\n- Ida\n- {name: Bo}"
    ) == [
        Field("headline", "No", 0),
        Field("date", "2031-03-09", 1),
        Field("lead", {"file": "a.jpg"}, 3),
        Field("by", ["Ida", {"name": "Bo"}], 4),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &a [x]\nb: [*a, *a]", "has an anchor"),
        ("a: " + "[" * 20_000 + "]" * 20_000, "no plain list of fields"),
        ("- a\n- b", "no plain list of fields"),
        ("headline: 'x", "line 2 is not YAML"),
        ("a: x\n\t- b", "line 3 is not YAML"),
        ("a: " + "x" * 70_000, "keep it under 64,000"),
        ("a: \x01", "not YAML"),
    ],
)
def test_what_is_no_plain_mapping_is_refused_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(CopyError) as error:
        fields(text)
    assert said in str(error.value)
    assert str(error.value).startswith("copy.md: ")
    assert "\n" not in str(error.value)


@given(st.text(alphabet="ab:-[]{}&*!|>'\"\n #?,%@", max_size=60))
def test_whatever_is_written_it_is_read_or_refused(text: str) -> None:
    try:
        found = fields(text)
    except CopyError:
        return
    assert all(0 <= field.line <= text.count("\n") + 1 for field in found)
