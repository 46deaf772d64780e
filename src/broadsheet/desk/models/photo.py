from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelsearch import index
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Photo(AbstractImage):
    """A picture with what has to stand beside it wherever it is shown.

    A photo may be known before its picture has come: the wire announces it with caption and
    credit, the file is a placeholder, and `is_awaited` stays true until a picture is put in.
    """

    caption = models.TextField(
        _("caption"), blank=True, help_text=_("What the picture shows: who, where, when.")
    )
    alt_text = models.CharField(
        _("alt text"),
        max_length=400,
        blank=True,
        help_text=_("What somebody who cannot see the picture has to know of it."),
    )
    credit = models.CharField(
        _("credit"), max_length=160, blank=True, help_text=_("Such as: EPA/YONHAP")
    )
    rights = models.CharField(
        _("rights"), max_length=255, blank=True, help_text=_("Whose it is and what we may do.")
    )
    is_awaited = models.BooleanField(_("waits for its picture"), default=False, editable=False)
    source = models.CharField(_("file announced"), max_length=255, blank=True, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "caption",
        "alt_text",
        "credit",
        "rights",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields: ClassVar = [
        *Image.search_fields,
        index.SearchField("caption"),
        index.SearchField("credit"),
        index.FilterField("is_awaited"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    @property
    def default_alt_text(self) -> str:
        return self.alt_text or self.caption

    def save(self, *args: object, **kwargs: object) -> None:
        if not getattr(self.file, "_committed", True):
            self._set_file_hash()
            # A new file in the place of the placeholder is the picture that was waited for.
            if self.pk:
                self.is_awaited = False
        super().save(*args, **kwargs)


class PhotoRendition(AbstractRendition):
    """A photo at one size, as the press prints it."""

    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_size"
            )
        ]
