from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.wire.byline import byline
from broadsheet.wire.copy import Writer


def told(line: str, language: str = "en") -> list[tuple[str, str, str]]:
    found = byline(line, language=language)
    return [(writer.name, writer.title or writer.role, writer.email) for writer in found]


@pytest.mark.parametrize(
    ("line", "writers"),
    [
        ("BY SEO JI-EUN [[email protected]]", [("Seo Ji-eun", "", "")]),
        ("BY SEO JI-EUN [seo@paper.example]", [("Seo Ji-eun", "", "seo@paper.example")]),
        ("JANE PORTER (jane@paper.example)", [("Jane Porter", "", "jane@paper.example")]),
        ("By Jane Porter and Kim Lee", [("Jane Porter", "", ""), ("Kim Lee", "", "")]),
        ("By Jane Porter, staff reporter", [("Jane Porter", "staff reporter", "")]),
        ("Jane Porter, Political Correspondent", [("Jane Porter", "Political Correspondent", "")]),
        ("By Jane Porter for The Courier", [("Jane Porter", "for The Courier", "")]),
        ("Written by: Jane Porter", [("Jane Porter", "", "")]),
        (
            "Text by Ann Other, photos by Bo Li",
            [("Ann Other", "", ""), ("Bo Li", "photography", "")],
        ),
        ("Story and photos by Bo Li", [("Bo Li", "text and photos", "")]),
        (
            "(Reporting by Ann Other in Kell and Bo Li in Marl; Editing by C. D. O'Neill)",
            [
                ("Ann Other", "in Kell", ""),
                ("Bo Li", "in Marl", ""),
                ("C. D. O'Neill", "editing", ""),
            ],
        ),
    ],
)
def test_a_byline_gives_its_writers(line: str, writers: list[tuple[str, str, str]]) -> None:
    assert told(line) == writers


@pytest.mark.parametrize(
    ("language", "line", "writers"),
    [
        ("ko", "홍길동 기자 hong@paper.example", [("홍길동", "기자", "hong@paper.example")]),
        (
            "ko",
            "글 홍길동 기자, 사진 김철수 기자",
            [("홍길동", "기자", ""), ("김철수", "기자", "")],
        ),
        (
            "ja",
            "文・山田太郎、写真・鈴木花子",
            [("山田太郎", "", ""), ("鈴木花子", "photography", "")],
        ),
        (
            "es",
            "Por Ana García y Luis de la Torre",
            [("Ana García", "", ""), ("Luis de la Torre", "", "")],
        ),
        (
            "fr",
            "Par Jeanne Petit et Luc d'Arbois",
            [("Jeanne Petit", "", ""), ("Luc d'Arbois", "", "")],
        ),
        ("de", "Von Karl Müller, Berlin", [("Karl Müller", "Berlin", "")]),
    ],
)
def test_a_byline_is_read_in_the_language_of_the_copy(
    language: str, line: str, writers: list[tuple[str, str, str]]
) -> None:
    assert told(line, language) == writers


@pytest.mark.parametrize(
    "line",
    [
        "By Friday, the water had receded",
        "By George, they did it",
        "By the numbers",
        "By The Numbers",
        "North Korea",
        "Write to us at news@paper.example",
        "By Jane Porter, Nov 27",
        "Compartir en WhatsApp",
        "",
    ],
)
def test_what_is_no_byline_names_nobody(line: str) -> None:
    assert told(line) == []


def test_somebody_named_twice_stands_once_with_all_that_is_known() -> None:
    line = "By Jane Porter, Jane Porter jane@paper.example"
    assert byline(line, language="en") == (Writer(name="Jane Porter", email="jane@paper.example"),)


@pytest.mark.parametrize(
    ("line", "role", "title"),
    [
        ("By Jane Porter, staff reporter", "", "staff reporter"),
        ("Jane Porter, Columnist", "", "Columnist"),
        ("By Jane Porter for The Courier", "", "for The Courier"),
        ("By Jane Porter, staff photographer", "staff photographer", ""),
        ("Photos by Jane Porter, staff reporter", "photography", "staff reporter"),
        ("사진 김철수 기자", "photography", "기자"),
        ("Story and photos by Bo Li", "text and photos", ""),
    ],
)
def test_a_title_takes_nobody_from_those_who_wrote(line: str, role: str, title: str) -> None:
    (writer,) = byline(line, language="ko")
    assert (writer.role, writer.title) == (role, title)


@given(st.text(max_size=260), st.sampled_from(["en", "ko", "ja", "xx"]))
def test_whatever_the_line_nothing_is_raised(line: str, language: str) -> None:
    assert all(writer.name for writer in byline(f"By {line}", language=language))
