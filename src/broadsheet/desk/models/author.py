from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelsearch import index
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from broadsheet.desk.author_form import AuthorForm
from broadsheet.desk.slugs import free_slug

# Readers have accounts as well, and are nobody's authors.
_OF_THE_DESK = models.Q(is_superuser=True) | models.Q(
    groups__permissions__codename="access_admin",
    groups__permissions__content_type__app_label="wagtailadmin",
)


class Author(index.Indexed, models.Model):
    """Somebody whose name stands over a report.

    The address is where letters from readers go. It is shown at the desk and nowhere else.
    """

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("slug"),
        max_length=140,
        unique=True,
        blank=True,
        allow_unicode=True,
        help_text=_("The last part of the author page's address. Left empty it is the name."),
    )
    title = models.CharField(
        _("title"), max_length=120, blank=True, help_text=_("Such as: Political correspondent")
    )
    biography = models.TextField(_("biography"), blank=True)
    portrait = models.ForeignKey(
        "desk.Photo", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    email = models.EmailField(
        _("e-mail address"),
        blank=True,
        help_text=_("Where readers' letters go. It never appears on the paper."),
    )
    accepts_letters = models.BooleanField(
        _("takes letters from readers"),
        default=True,
        help_text=_("Shows “Write to …” beside the byline."),
    )

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account at the desk"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="author",
        limit_choices_to=_OF_THE_DESK,
        help_text=_("With which this person signs in; it signs what is written there."),
    )

    reader = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reader's account"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="author_as_reader",
    )

    base_form_class = AuthorForm
    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("title"), FieldPanel("slug")], _("Name")),
        FieldPanel("account", permission="desk.change_author"),
        FieldPanel("comments_as", permission="desk.change_author"),
        FieldPanel("biography"),
        FieldPanel("portrait"),
        MultiFieldPanel([FieldPanel("email"), FieldPanel("accepts_letters")], _("Letters")),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        if not self.slug:
            self.slug = free_slug(self.name, Author.objects.exclude(pk=self.pk))
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def clean(self) -> None:
        super().clean()
        if self.portrait:
            faults = self.portrait.faults(now=timezone.now())
            if self.portrait.is_for_one_use:
                faults.append(gettext("is for one use, and a portrait stands on many pages"))
            if faults:
                said = gettext("“%(title)s” %(faults)s; mend it under Photos or take another.") % {
                    "title": self.portrait.title,
                    "faults": gettext(" and ").join(faults),
                }
                raise ValidationError({"portrait": said})

    @property
    def path(self) -> str:
        return f"/authors/{self.slug}/"

    @property
    def letters_path(self) -> str:
        return f"/letters/{self.slug}/" if self.accepts_letters else ""
