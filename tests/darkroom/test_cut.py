"""A cut has its shape, lies within the picture, and is around what was asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from broadsheet.darkroom.cut import cut, is_cut

SHARES = st.floats(min_value=-0.5, max_value=1.5)


@given(
    st.integers(1, 90), st.integers(1, 90), st.sampled_from([1, 1.5, 1200 / 630]), SHARES, SHARES
)
def test_a_cut_is_the_largest_of_its_shape(
    width: int, height: int, shape: float, across: float, down: float
) -> None:
    part = cut(Image.new("L", (width, height), 9), shape, around=(across, down))
    assert part.width == width or part.height == height
    assert abs(part.width - part.height * shape) <= max(1, shape)
    assert part.getextrema() == (9, 9)  # Pillow fills up with black what lies beyond an edge


@pytest.mark.parametrize(("across", "seen"), [(0.0, 0), (0.1, 0), (0.5, 100), (0.8, 190), (1, 200)])
def test_it_is_around_the_point_as_nearly_as_the_edges_allow(across: float, seen: int) -> None:
    ruler = Image.new("L", (300, 100))
    ruler.putdata([x * 255 // 300 for _ in range(100) for x in range(300)])
    part = cut(ruler, 1, around=(across, 0.5))
    assert part.getpixel((0, 0)) == seen * 255 // 300
    upright = ruler.transpose(Image.Transpose.TRANSPOSE)
    part = cut(upright, 1, around=(0.5, across))
    assert part.getpixel((0, 0)) == seen * 255 // 300


def test_what_nobody_marked_is_cut_a_little_above_its_middle() -> None:
    upright = Image.new("L", (100, 200))
    upright.putdata([y for y in range(200) for _ in range(100)])
    assert cut(upright, 1).getextrema() == (30, 129)


def test_a_picture_of_the_shape_loses_nothing() -> None:
    assert not is_cut(Image.new("L", (1600, 1067)), 3 / 2)
    assert is_cut(Image.new("L", (1600, 900)), 3 / 2)
