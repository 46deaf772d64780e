from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from broadsheet.voice.script.numbers import cardinal, designation, figure, ordinal, plural, year


def plain(said: str) -> str:
    """Without the "and" and the commas that American newsreaders leave out."""
    return said.replace(" and ", " ").replace(",", "")


@given(st.integers(0, 10**33 - 1))
def test_numbers_are_named_as_others_name_them(number: int) -> None:
    assert cardinal(number) == plain(num2words(number))


@given(st.integers(1, 10**9))
def test_ordinals_are_named_as_others_name_them(number: int) -> None:
    assert ordinal(number) == plain(num2words(number, to="ordinal"))


def test_a_number_that_has_no_name_is_said_by_its_digits() -> None:
    assert figure("9" * 40) == " ".join(["nine"] * 40)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1066, "ten sixty-six"),
        (1900, "nineteen hundred"),
        (1905, "nineteen oh five"),
        (2000, "two thousand"),
        (2008, "two thousand eight"),
        (2010, "twenty ten"),
        (2024, "twenty twenty-four"),
        (2100, "twenty-one hundred"),
    ],
)
def test_a_year_is_said_in_its_halves(number: int, said: str) -> None:
    assert year(number) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("35", "thirty-five"),
        ("101", "one oh one"),
        ("400", "four hundred"),
        ("737", "seven thirty-seven"),
        ("4090", "forty ninety"),
        ("2000", "two thousand"),
        ("007", "zero zero seven"),
        ("12345", "one two three four five"),
    ],
)
def test_the_number_of_a_thing_is_said_in_pairs(written: str, said: str) -> None:
    assert designation(written) == said


def test_plurals_of_numbers() -> None:
    assert [plural(one) for one in ("fifty", "six", "hundred")] == ["fifties", "sixes", "hundreds"]
