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

pytestmark = pytest.mark.usefixtures("newsroom")


def bytes_of(printed: PrintedFile) -> bytes:
    with printed.file.open("rb") as file:
        return file.read()


def again(photo: Photo) -> Photo:
    return Photo.objects.get(pk=photo.pk)


def test_every_rendition_says_whose_it_is_and_how_it_came_about() -> None:
    photo = make_photo(creator="Mina Oh", terms="One front page.", origin="altered")
    files = printed_files(photo)
    assert [one.rendition.width for one in files] == [400, 800, 1200, 1600, 1200]
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
            assert picture.height > picture.width


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
    for half_made in ("printed-card", "printed-400"):
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
