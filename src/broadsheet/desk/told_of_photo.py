"""A photo of the desk → what its printed files say of it."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from broadsheet.darkroom.picture_data import PictureData
from broadsheet.desk.models import Photo
from broadsheet.paper.withhold_addresses import withhold_addresses


def told_of_photo(photo: Photo) -> PictureData:
    """Its words without anybody's e-mail address: a printed file goes wherever readers take it."""
    with translation.override(settings.LANGUAGE_CODE):
        instead = gettext("[address withheld]")

    def told(text: str) -> str:
        return withhold_addresses(text, instead=instead)

    return PictureData(
        caption=told(photo.caption),
        alt=told(photo.alt_text),
        credit=told(photo.credit),
        creator=told(photo.creator),
        rights=told(photo.rights),
        terms=told(photo.terms),
        source_type=photo.told_source_type,
    )
