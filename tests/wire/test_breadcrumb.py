from __future__ import annotations

import pytest

from broadsheet.wire.breadcrumb import (
    breadcrumb,
    broken_breadcrumb,
    section_names,
    without_headline,
)


@pytest.mark.parametrize(
    ("line", "sections"),
    [
        ("Home > National > North Korea", ("National", "North Korea")),
        ("Home » News » Council", ("News", "Council")),
        ("Accueil › Société › Montagne", ("Société", "Montagne")),
        ("홈 > 지역 > 섬", ("지역", "섬")),
        ("Inicio / Sociedad", ("Sociedad",)),
        ("Home | National | Coast", ("National", "Coast")),
        ("National > Coast", ("National", "Coast")),
        ("Home > National > " + "A headline that is no section " * 2, ("National",)),
    ],
)
def test_a_path_gives_its_sections_without_home(line: str, sections: tuple[str, ...]) -> None:
    assert breadcrumb(line) == sections


@pytest.mark.parametrize(
    "line",
    [
        "Home",
        "Home | News | Sport | Opinion",
        "News / Sport",
        "Le maire : « Oui », dit-il, « non »",
        "Section: National > Coast",
        "He said > and left.",
        "Share > Print",
        "10:20 > 11:30",
        "",
    ],
)
def test_what_is_no_path_gives_none(line: str) -> None:
    assert breadcrumb(line) == ()


def test_a_path_with_a_line_for_each_part_is_joined() -> None:
    assert broken_breadcrumb(["Home", ">", "National", ">", "Coast", "Pier"]) == (
        ("National", "Coast"),
        5,
    )
    assert broken_breadcrumb(["Home", "National"]) == ((), 0)


def test_home_and_the_headline_are_no_sections() -> None:
    assert section_names(["Home", "National", ">", "Coast"]) == ("National", "Coast")
    assert without_headline(["National", "The pier opens"], "The Pier Opens!") == ("National",)
