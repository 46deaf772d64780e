"""What the site serves of a photo: its renditions, and what stands in them."""

from __future__ import annotations

import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from broadsheet.darkroom.picture_data import picture_data
from broadsheet.desk.models import Photo
from broadsheet.desk.picture import PrintedFile, printed_files
from tests.darkroom import odd_pictures as odd
from tests.make import make_photo

BLUE = (20, 40, 200)

pytestmark = pytest.mark.usefixtures("newsroom")


def bytes_of(printed: PrintedFile) -> bytes:
    with printed.file.open("rb") as file:
        return file.read()


def again(photo: Photo) -> Photo:
    return Photo.objects.get(pk=photo.pk)


def test_every_rendition_says_whose_it_is_and_how_it_came_about() -> None:
    photo = make_photo(creator="Mina Oh", terms="One front page.", origin="altered")
    files = printed_files(photo)
    assert [(one.use, one.rendition.width) for one in files] == [
        *(("whole", width) for width in (400, 800, 1200, 1600)),
        ("square", 400),
        ("artwork", 800),
        ("card", 1200),
    ]
    for one in files:
        told = picture_data(bytes_of(one))
        assert told.caption == "The north pier at low tide."
        assert told.alt == "A long pier of stone."
        assert (told.credit, told.creator) == ("OTTO RIIS", "Mina Oh")
        assert (told.rights, told.terms) == ("© The Test Courier", "One front page.")
        assert told.source_type == "compositeSynthetic"


def test_no_rendition_says_where_it_was_taken_or_with_which_camera() -> None:
    photo = make_photo(file=ContentFile(odd.of_a_phone(), name="phone.jpg"))
    for one in printed_files(photo):
        data = bytes_of(one)
        assert b"SERIAL-4711" not in data
        with Image.open(io.BytesIO(data)) as picture:
            assert not picture.getexif()
            assert one.use != "whole" or picture.height > picture.width


def test_words_that_hold_an_address_are_printed_without_it() -> None:
    photo = make_photo(terms="Ask rights@agency.example first.")
    told = picture_data(bytes_of(printed_files(photo)[0]))
    assert told.terms == "Ask [address withheld] first."


def test_other_words_make_other_files_and_the_old_ones_go() -> None:
    photo = make_photo()
    before = {one.rendition.path for one in printed_files(photo)}
    photo.credit = "IDA BRANDT"
    photo.save()
    after = printed_files(again(photo))
    assert not before & {one.rendition.path for one in after}
    assert {picture_data(bytes_of(one)).credit for one in after} == {"IDA BRANDT"}
    assert photo.renditions.count() == len(after)


def test_the_same_words_keep_the_files() -> None:
    photo = make_photo()
    before = [(one.rendition.path, bytes_of(one)) for one in printed_files(photo)]
    photo.title = "Only the desk sees this"
    photo.save()
    photo.renditions.all().delete()
    assert [(one.rendition.path, bytes_of(one)) for one in printed_files(again(photo))] == before


def test_renditions_of_which_some_are_missing_are_made_whole() -> None:
    photo = make_photo()
    whole = [one.rendition.path for one in printed_files(photo)]
    for half_made in ("printed-card", "printed-whole-400"):
        photo.renditions.filter(filter_spec__startswith=half_made).delete()
    assert [one.rendition.path for one in printed_files(again(photo))] == whole


def test_the_words_of_a_rendition_weigh_little() -> None:
    told = make_photo(caption="A caption of an ordinary length, as an agency sends it. " * 4)
    bare = Photo(title="bare", file=ContentFile(odd.sixteen_bits(), name="bare.png"))
    bare.save()
    small = [len(bytes_of(printed_files(one)[0])) for one in (told, bare)]
    assert small[0] - small[1] < 2200


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("phone.heic", odd.of_a_phone("HEIF")),
        ("print.jpg", odd.cmyk()),
        ("scan.png", odd.sixteen_bits()),
        ("chart.png", odd.see_through()),
    ],
)
def test_odd_pictures_are_printed(name: str, data: bytes) -> None:
    photo = make_photo(file=ContentFile(data, name=name))
    assert {one.rendition.media_type for one in printed_files(photo)} == {
        "image/webp",
        "image/jpeg",
    }


def halves(*, upright: bool) -> ContentFile[bytes]:
    """Blue and then orange, side by side or one over the other."""
    size = (300, 600) if upright else (600, 200)
    picture = Image.new("RGB", size, odd.ORANGE)
    picture.paste(BLUE, (0, 0, *((300, 300) if upright else (300, 200))))
    return ContentFile(odd.encoded(picture, "PNG"), name="halves.png")


def is_blue(printed: PrintedFile) -> bool:
    """Whether that half, and no line of the other one, is in it."""
    with Image.open(io.BytesIO(bytes_of(printed))) as picture:
        across = [(5, 5), (picture.width - 6, picture.height - 6)]
        found = [picture.convert("RGB").getpixel(at) for at in across]
    return all(blue > 150 > red for red, _, blue in found)  # type: ignore[misc, union-attr]


@pytest.mark.parametrize("upright", [True, False])
def test_the_focal_point_decides_what_is_in_every_cut(upright: bool) -> None:
    photo = make_photo(file=halves(upright=upright), focal_point_x=10, focal_point_y=10)
    cuts = [one for one in printed_files(photo) if one.use != "whole"]
    shapes = {one.use: one.rendition.width / one.rendition.height for one in cuts}
    assert shapes == {
        "landscape": pytest.approx(3 / 2, rel=0.02),
        "square": 1,
        "artwork": 1,
        "card": pytest.approx(1200 / 630, rel=0.02),
    }
    assert all(is_blue(one) for one in cuts if upright or one.rendition.width <= 300)

    before = {one.rendition.path for one in printed_files(photo)}
    photo.focal_point_x, photo.focal_point_y = photo.width - 1, photo.height - 1
    photo.save()
    after = printed_files(again(photo))
    assert not before & {one.rendition.path for one in after}
    assert not any(is_blue(one) for one in after)


def test_the_point_of_a_picture_that_lies_on_its_side_is_where_the_desk_saw_it() -> None:
    # Upright it is 400 × 600; its point is kept in the pixels of the file, 600 × 400.
    lying = ContentFile(odd.of_a_phone(), name="phone.jpg")
    photo = make_photo(file=lying, focal_point_x=300, focal_point_y=20)
    square = next(one for one in printed_files(photo) if one.use == "artwork")
    with Image.open(io.BytesIO(bytes_of(square))) as picture:
        assert picture.getpixel((200, 5))[2] > 150  # type: ignore[index]


def test_a_shape_that_the_photo_has_already_is_not_cut() -> None:
    assert {one.use for one in printed_files(make_photo())} == {
        "whole",
        "square",
        "artwork",
        "card",
    }
