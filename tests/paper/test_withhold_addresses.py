from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.paper.withhold_addresses import withhold_addresses

AT = "@"  # no address stands whole in this file either


@pytest.mark.parametrize(
    "address",
    [
        f"ida.renn{AT}courier.example",
        f"i_d-a+letters{AT}post.courier.co.kr",
        f"편집부{AT}신문.example",
        f"100%real{AT}courier.example",
    ],
)
def test_an_address_is_withheld_wherever_it_stands(address: str) -> None:
    page = f'<p title="{address}">Write to &lt;{address}&gt;, or {address}.</p>'
    assert (
        withhold_addresses(page, instead="[…]")
        == '<p title="[…]">Write to &lt;[…]&gt;, or […].</p>'
    )


@pytest.mark.parametrize(
    "text", ['{"@context":"https://schema.org"}', "£5 @ the door", "@ida", "a@b"]
)
def test_an_at_sign_alone_is_left(text: str) -> None:
    assert withhold_addresses(text, instead="[…]") == text


def test_the_replacement_is_taken_as_it_is() -> None:
    assert withhold_addresses(f"a{AT}b.example", instead=r"\1") == r"\1"


def test_a_page_of_one_long_word_does_not_take_long() -> None:
    begun = time.process_time()
    withhold_addresses("a" * 80_000 + f" b{AT}c.example", instead="")
    assert time.process_time() - begun < 2  # seconds; read anew from each letter it would be many


@given(st.text(alphabet="ab.@-+ <>&;\"'/", max_size=40))
def test_no_address_is_left(page: str) -> None:
    left = withhold_addresses(page, instead="")
    while f"{AT}" in left and left != page:
        page, left = left, withhold_addresses(left, instead="")
    assert withhold_addresses(left, instead="") == left
