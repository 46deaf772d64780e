from __future__ import annotations

import pytest

from broadsheet.wire.names import in_title_case, is_name


@pytest.mark.parametrize(
    "name",
    [
        "Jane Porter",
        "SEO JI-EUN",
        "Ludwig van der Berg",
        "Luc d'Arbois",
        "C. D. O'Neill",
        "AFP",
        "홍길동",
        "山田 太郎",
    ],
)
def test_names_are_known(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "words",
    [
        "the pier",
        "The Pier",
        "Friday Morning",
        "Jane said",
        "Jane 2",
        "",
        "van der",
        "A B C D E F G",
    ],
)
def test_other_words_are_none(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize(
    ("shouted", "printed"),
    [
        ("SEO JI-EUN", "Seo Ji-eun"),
        ("ANNE-MARIE PETIT", "Anne-Marie Petit"),
        ("SHAUN MCDONALD", "Shaun McDonald"),
        ("C. D. O'NEILL", "C. D. O'Neill"),
        ("LUDWIG VAN DER BERG", "Ludwig van der Berg"),
        ("REUTERS", "Reuters"),
        ("AFP", "AFP"),
        ("Jane Porter", "Jane Porter"),
    ],
)
def test_a_name_in_capitals_is_printed_as_names_are(shouted: str, printed: str) -> None:
    assert in_title_case(shouted) == printed
