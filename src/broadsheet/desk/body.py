"""The blocks that a report's body is built of at the desk.

Each has its plain counterpart in `broadsheet.story`; `desk.translate` takes one to the other.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

INLINE_FEATURES = ["bold", "italic", "link"]


class ParagraphBlock(blocks.RichTextBlock):
    """A paragraph, or several with headings between them, as they are pasted.

    One that was left empty is not printed, and stops nobody.
    """

    def __init__(self, **options: Any) -> None:
        features = [*INLINE_FEATURES, "h2"]
        super().__init__(**{"required": False, "features": features, **options})

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")


class PhotoBlock(blocks.StructBlock):
    photo = ImageChooserBlock(label=_("Photo"))
    caption = blocks.TextBlock(
        label=_("Caption here"),
        required=False,
        rows=2,
        help_text=_("Only where this report needs another caption than the photo's own."),
    )

    class Meta:
        icon = "image"
        label = _("Photo")
        label_format = "{photo}"


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    photos = blocks.ListBlock(PhotoBlock(), label=_("Photos"), min_num=2)

    class Meta:
        icon = "grip"
        label = _("Gallery")
        label_format = "{title}"


class PullQuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"), rows=2)
    attribution = blocks.CharBlock(label=_("Who said it"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label_format = "{text}"
        label = _("Pull quote")


class ListingBlock(blocks.StructBlock):
    is_ordered = blocks.BooleanBlock(label=_("Numbered"), required=False)
    items = blocks.ListBlock(
        blocks.RichTextBlock(features=INLINE_FEATURES, label=_("Item")), label=_("Items"), min_num=1
    )

    class Meta:
        icon = "list-ul"
        label = _("List")


class EmbedBlock(blocks.StructBlock):
    """A card that leads to another site. The page itself loads nothing from there."""

    url = blocks.URLBlock(
        label=_("Address"),
        help_text=_("Of the page there, from https:// on. It is shown as a card that leads to it."),
    )
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=160)
    description = blocks.TextBlock(label=_("Description"), required=False, rows=2)

    class Meta:
        icon = "link-external"
        label = _("Embed")
        label_format = "{title} {url}"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned["url"].startswith(("https://", "http://")):
            raise blocks.StructBlockValidationError(
                block_errors={
                    "url": ValidationError(_("Write an address that begins with https://"))
                }
            )
        return cleaned


class AsideBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    reports = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="desk.ReportPage", label=_("Report")),
        label=_("Reports"),
        min_num=1,
    )

    class Meta:
        icon = "doc-full"
        label = _("Related reports")


class BodyBlock(blocks.StreamBlock):
    paragraph = ParagraphBlock()
    heading = blocks.CharBlock(label=_("Heading"), max_length=160, icon="title")
    photo = PhotoBlock()
    gallery = GalleryBlock()
    pull_quote = PullQuoteBlock()
    listing = ListingBlock()
    embed = EmbedBlock()
    aside = AsideBlock()

    class Meta:
        label = _("Body")
        required = False  # a report may begin, and be published, as a headline


class PolicyBlock(blocks.StreamBlock):
    """What a page of the paper about itself is built of."""

    paragraph = ParagraphBlock()
    heading = blocks.CharBlock(label=_("Heading"), max_length=160, icon="title")
    listing = ListingBlock()

    class Meta:
        required = False
