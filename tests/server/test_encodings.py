from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.server.encodings import ENCODINGS

BROTLI, GZIP = ENCODINGS


def test_the_best_comes_first() -> None:
    assert [encoding.name for encoding in ENCODINGS] == ["br", "gzip"]


@given(st.integers(0, 1000), st.sampled_from(["", " ", "\t"]), st.booleans())
def test_a_weight_above_nought_is_a_yes(thousandths: int, blank: str, is_last: bool) -> None:
    weight = f"{thousandths / 1000:.3f}"
    field = f"br{blank};{blank}q={weight}" + ("" if is_last else f"{blank},{blank}deflate")
    assert BROTLI.is_accepted(field) == (thousandths > 0)
    assert not GZIP.is_accepted(field)


@given(st.text())
def test_any_field_can_be_read(field: str) -> None:
    assert isinstance(BROTLI.is_accepted(field), bool)
