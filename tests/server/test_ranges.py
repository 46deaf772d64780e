from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import FileResponse

from broadsheet.server.ranges import usable_range


@pytest.mark.parametrize(
    ("header", "usable"),
    [
        ("bytes=0-0", "bytes=0-0"),
        ("bytes=0-", "bytes=0-"),
        ("bytes=-1", "bytes=-1"),
        ("bytes=0-9 , 20-29", "bytes=0-9,20-29"),
        ("bytes=0-9,100-109", "bytes=0-9"),
        ("bytes=100-", "bytes=100-"),
        ("bytes=-0", "bytes=-0"),
        ("bytes=9-5", None),
        ("bytes=0-9,9-5", None),
        ("bytes=", None),
        ("bytes=a-b", None),
        ("bytes=-", None),
        ("bytes=0-9,", None),
        ("Bytes 0-9", None),
        ("lines=0-9", None),
        ("", None),
        ("bytes=0-" + "9" * 5000, None),
    ],
)
def test_what_can_be_answered_of_a_range(header: str, usable: str | None) -> None:
    assert usable_range(header, size=100) == usable


_NUMBER = st.integers(0, 300).map(str) | st.just("")
_ONE = st.tuples(_NUMBER, _NUMBER).map("-".join)


@given(st.lists(_ONE, max_size=5).map(lambda ones: "bytes=" + ",".join(ones)) | st.text())
def test_a_usable_range_is_never_too_much_for_the_file(header: str) -> None:
    """What is left is either wholly within the file or the header as it came, for a 416."""
    size = 100
    usable = usable_range(header, size=size)
    if usable is None or usable == header:
        return
    for first, after in FileResponse._parse_ranges(usable.removeprefix("bytes="), size):
        assert 0 <= first < after <= size
