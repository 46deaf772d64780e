"""The field in which a picture is handed in: what comes is looked at before it is kept."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField

from broadsheet.darkroom.look import PictureRefusedError, Refusal, look
from broadsheet.desk.check_store_answers import check_store_answers
from broadsheet.desk.picture_refused import why_refused

_ENDINGS = {"jpeg": "jpg", "tiff": "tif"}


class PictureField(WagtailImageField):
    """Takes what `darkroom.look` lets through. A wrong ending of a name is set right."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        no_picture = why_refused(PictureRefusedError(Refusal.NO_PICTURE))
        self.error_messages["invalid_image"] = no_picture
        self.error_messages["invalid_image_extension"] = no_picture
        self.error_messages["file_too_large"] = _(
            "The file has %(file_size)s, and %(max_filesize)s are the most; hand in a smaller one."
        )

    def check_image_file_format(self, f: Any) -> None:
        kind = _ENDINGS.get(f.image.format_name, f.image.format_name)
        ending = PurePath(f.name).suffix.lower().lstrip(".")
        if kind not in self.allowed_image_extensions:
            raise ValidationError(
                self.error_messages["invalid_image_extension"], code="invalid_image_extension"
            )
        if _ENDINGS.get(ending, ending) != kind:
            f.name = f"{PurePath(f.name).stem or 'picture'}.{kind}"

    def check_image_pixel_size(self, f: Any) -> None:
        """Wagtail's last look at the file, and the first at what is in it."""
        f.seek(0)
        data = f.read()
        f.seek(0)
        try:
            look(data)
        except PictureRefusedError as error:
            raise ValidationError(why_refused(error), code="refused") from None
        check_store_answers()
