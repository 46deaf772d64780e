"""A photo is handed in at the desk: it is kept, or the form says why not and what to do."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from broadsheet.desk.models import Photo
from tests.darkroom import odd_pictures as odd
from tests.make import picture_bytes

pytestmark = pytest.mark.usefixtures("newsroom")


def hand_in(name: str, data: bytes) -> tuple[list[str], Photo | None]:
    """What the form complains of, and the photo that it keeps."""
    form = get_image_form(Photo)(
        {"title": name, "collection": Collection.get_first_root_node().pk, "tags": ""},
        {"file": SimpleUploadedFile(name, data)},
    )
    return (list(form.errors.get("file", [])), form.save() if form.is_valid() else None)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("pier.jpg", picture_bytes()),
        ("phone.heic", odd.of_a_phone("HEIF")),
        ("print.jpeg", odd.cmyk()),
        ("scan.png", odd.sixteen_bits()),
        ("lying.webp", odd.of_a_phone("WEBP")),
        ("new.avif", odd.of_a_phone("AVIF")),
        ("scan.tif", odd.tiff("I;16")),
        ("print.tiff", odd.tiff("CMYK")),
    ],
)
def test_what_cameras_and_agencies_make_is_kept_as_it_came(name: str, data: bytes) -> None:
    errors, photo = hand_in(name, data)
    assert not errors
    assert photo
    with photo.file.open("rb") as file:
        assert file.read() == data
    assert photo.get_rendition("max-165x165").width <= 165  # as the desk shows it


def test_a_wrong_ending_is_set_right() -> None:
    _, photo = hand_in("agency.jpg", odd.of_a_phone("WEBP"))
    assert photo
    assert photo.filename.endswith(".webp")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("page.jpg", b"<script>alert(1)</script>", "no picture that can be read; hand in a JPEG"),
        ("drawing.svg", odd.drawing(), "no picture that can be read; hand in a JPEG"),
        ("drawing.png", odd.drawing(), "no picture that can be read; hand in a JPEG"),
        ("half.jpg", odd.cut_off(), "The picture is broken"),
        ("lab.tif", odd.tiff("LAB"), "export it again in RGB or CMYK"),
        ("bad.tif", odd.hostile_tiffs()["a circle of pages"], "hand in a whole file"),
        ("dance.gif", odd.moving(), "hand in one frame"),
        ("bomb.png", odd.bomb(side=11_000), "121 million pixels or more, and 110 million"),
        ("bomb.png", odd.bomb(side=30_000), "pixels or more, and 110 million"),
    ],
)
def test_what_cannot_be_printed_is_refused_in_one_sentence(
    name: str, data: bytes, said: str
) -> None:
    errors, photo = hand_in(name, data)
    assert photo is None
    assert len(errors) == 1
    assert said in errors[0]
    assert not Photo.objects.exists()
