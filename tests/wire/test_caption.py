from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.wire.caption import caption, is_caption_label


def told(line: str) -> tuple[str, str, str] | None:
    photo = caption(line)
    return (photo.caption, photo.credit, photo.source) if photo else None


@pytest.mark.parametrize(
    ("line", "bare", "credit"),
    [
        ("The pier on Monday. [YONHAP]", "The pier on Monday.", "YONHAP"),
        ("The pier on Monday. [EPA/YONHAP]", "The pier on Monday.", "EPA/YONHAP"),
        ("The pier at dawn [CREDIT]", "The pier at dawn", "CREDIT"),
        (
            "The pier on Monday. (AP Photo/Lee Jin-man)",
            "The pier on Monday.",
            "AP Photo/Lee Jin-man",
        ),
        ("The pier at dawn (Jane Doe/Courier)", "The pier at dawn", "Jane Doe/Courier"),
        ("The pier on Monday. / Yonhap", "The pier on Monday.", "Yonhap"),
        ("The pier on Monday. AFP-Yonhap", "The pier on Monday.", "AFP-Yonhap"),
        ("The pier on Monday. Photo: Jane Doe", "The pier on Monday.", "Jane Doe"),
        ("The pier on Monday. Photograph by Jane Doe", "The pier on Monday.", "Jane Doe"),
        ("The pier on Monday © Reuters", "The pier on Monday", "Reuters"),
        ("The pier. Jane Doe/AFP/Getty Images", "The pier.", "Jane Doe/AFP/Getty Images"),
        ("▲ 항구의 모습 [사진 연합뉴스]", "항구의 모습", "연합뉴스"),
        ("항구의 모습. 사진=연합뉴스", "항구의 모습.", "연합뉴스"),
        ("Le car, lundi. JEANNE PETIT / LE VAL", "Le car, lundi.", "JEANNE PETIT / LE VAL"),
        ("Der Hafen. Foto: Karl", "Der Hafen.", "Karl"),
        ("港の様子＝共同", "港の様子", "共同"),
        ("Image caption, The pier on Monday", "The pier on Monday", ""),
    ],
)
def test_a_caption_is_parted_from_its_credit(line: str, bare: str, credit: str) -> None:
    assert told(line) == (bare, credit, "")


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("[YONHAP]", "YONHAP"),
        ("Photo: Jane Doe", "Jane Doe"),
        ("Image source, Getty Images", "Getty Images"),
        ("Credit...Jane Doe for The Courier", "Jane Doe for The Courier"),
    ],
)
def test_a_line_may_be_a_credit_alone(line: str, credit: str) -> None:
    assert told(line) == ("", credit, "")


def test_the_name_of_the_pictures_file_is_kept_apart() -> None:
    assert told("The pier. [pier.jpg] [COURIER]") == ("The pier.", "COURIER", "pier.jpg")
    assert told("Photo: pier.jpg") == ("", "", "pier.jpg")


@pytest.mark.parametrize(
    "line",
    [
        "BY SEO JI-EUN [[email protected]]",
        "He said so [in Korean].",
        "The mayor said so (on Monday).",
        "Council closes pier [Exclusive]",
        "We will not go, he said. [1]",
        "Read more / Share",
        "The photo was taken by a boy. Photo by the river he stood.",
        "Prices rose (see table)",
        "The deal, said Reuters",
        "He spoke to AFP.",
        "She said: “Photo: no”",
        "The pier on Monday. [YONHAP] " + "word " * 200,
        "",
    ],
)
def test_other_lines_are_no_captions(line: str) -> None:
    assert told(line) is None


def test_a_label_may_stand_over_its_caption() -> None:
    assert is_caption_label("Image caption,")
    assert not is_caption_label("Image caption, The pier")


@given(st.text(max_size=300))
def test_a_caption_is_always_a_part_of_its_line(line: str) -> None:
    photo = caption(line)
    if photo:
        assert photo.caption in line
        assert photo.credit in line
