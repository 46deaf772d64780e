from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelsearch import index
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, Revision
from wagtail.query import PageQuerySet

from broadsheet.desk import embargo_guard
from broadsheet.desk.body import BodyBlock
from broadsheet.desk.claim_photos import claim_photos
from broadsheet.desk.correction_form import CorrectionsPanel
from broadsheet.desk.fit_to_print import NotFitError, Obstacle, refuse_unfit
from broadsheet.desk.models.correction import Correction
from broadsheet.desk.models.live_entry import LiveEntry
from broadsheet.desk.models.live_report import LiveReport
from broadsheet.desk.models.printed import PrintedPage, address_panels
from broadsheet.desk.page_form import ReportForm
from broadsheet.desk.panels import EmbargoPanel, WireCopyPanel
from broadsheet.desk.richtext import running_text


def languages() -> list[tuple[str, str]]:
    return list(settings.LANGUAGES)


def paper_language() -> str:
    return str(settings.LANGUAGE_CODE)


class ReportQuerySet(PageQuerySet):
    def set_for_later(self) -> ReportQuerySet:
        """Those that are approved, and not out before a minute that is to come."""
        approved = Revision.objects.page_revisions().filter(approved_go_live_at__isnull=False)
        ids = approved.annotate(page_id=Cast("object_id", models.BigIntegerField()))
        return self.filter(live=False, pk__in=ids.values("page_id"))

    def finished(self) -> ReportQuerySet:
        """Those that readers have, and those that they will have as they are."""
        return self.live() | self.set_for_later()

    def newest_first(self) -> ReportQuerySet:
        return self.order_by("-first_published_at", "-pk")

    def whole(self) -> ReportQuerySet:
        """With everything at hand that its translation to a story reads."""
        return self.select_related("lead_photo", "live_report").prefetch_related(
            "byline__author__portrait", "topics", "corrections", "lead_photo__renditions"
        )

    def announced(self) -> ReportQuerySet:
        """With everything at hand that a teaser reads, and without the body."""
        return (
            self.select_related("lead_photo", "live_report")
            .defer("body")
            .prefetch_related("byline__author", "corrections", "lead_photo__renditions")
        )


class ReportPage(PrintedPage):
    """A report. Wagtail's `title` is its headline."""

    page_description = _("What is news, with its byline, photos and topics.")
    is_written: ClassVar[bool] = True

    kicker = models.CharField(
        _("kicker"), max_length=60, blank=True, help_text=_("One to three words over the headline.")
    )
    standfirst = models.TextField(
        _("standfirst"), blank=True, help_text=_("One or two sentences under the headline.")
    )
    dateline = models.CharField(
        _("dateline"), max_length=80, blank=True, help_text=_("Where it was written: SEOUL")
    )
    lead_photo = models.ForeignKey(
        "desk.Photo",
        verbose_name=_("lead photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_caption = models.TextField(
        _("caption here"),
        blank=True,
        help_text=_("Only where this report needs another caption than the photo's own."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    topics = ParentalManyToManyField("desk.Topic", verbose_name=_("topics"), blank=True)
    language = models.CharField(
        _("language"), max_length=12, choices=languages, default=paper_language
    )
    translation_of = models.ForeignKey(
        "self",
        verbose_name=_("translation of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="translations",
    )
    are_comments_open = models.BooleanField(_("comments are open"), default=True)
    is_read_aloud = models.BooleanField(
        _("it is read aloud"),
        default=True,
        help_text=_("Off, its page has no audio report."),
    )
    updated_at = models.DateTimeField(
        _("updated"),
        null=True,
        blank=True,
        help_text=_("Set it when the substance changes. For a typo leave it as it is."),
    )

    embargoes = models.ManyToManyField("desk.Embargo", related_name="reports", editable=False)

    objects = Page.objects.__class__.from_queryset(ReportQuerySet)()

    content_panels: ClassVar = [
        MultiFieldPanel(
            [
                FieldPanel("kicker"),
                TitleFieldPanel(
                    "title",
                    heading=_("Headline"),
                    help_text=_("What happened, in one line. The address is made of it."),
                    placeholder=False,
                ),
                FieldPanel("standfirst"),
            ],
            _("Headline"),
        ),
        InlinePanel("byline", label=_("name"), heading=_("Byline")),
        FieldPanel("dateline"),
        MultiFieldPanel([FieldPanel("lead_photo"), FieldPanel("lead_caption")], _("Lead photo")),
        FieldPanel("body"),
        CorrectionsPanel(
            "corrections",
            label=_("correction"),
            heading=_("Corrections"),
            help_text=_(
                "They stand with the report for good, and all but a note make it updated. One that "
                "was printed cannot be changed: let another follow it."
            ),
        ),
        WireCopyPanel(heading=_("How the copy came in")),
    ]
    paper_panels: ClassVar = [
        FieldPanel("topics"),
        InlinePanel(
            "related",
            label=_("report"),
            heading=_("Related reports"),
            help_text=_("Left empty, the paper finds those that are most alike."),
            max_num=6,
        ),
        MultiFieldPanel(
            [FieldPanel("language"), PageChooserPanel("translation_of", "desk.ReportPage")],
            _("Language"),
        ),
        FieldPanel("are_comments_open"),
        FieldPanel("is_read_aloud"),
        FieldPanel("updated_at"),
    ]
    settings_panels: ClassVar = [
        EmbargoPanel(heading=_("Embargo")),
        FieldPanel("first_published_at", heading=_("Published")),
        *address_panels(),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Report")),
            ObjectList(paper_panels, heading=_("In the paper")),
            ObjectList(settings_panels, heading=_("Address and times")),
        ],
        base_form_class=ReportForm,
    )

    search_fields: ClassVar = [
        *Page.search_fields,
        index.SearchField("kicker"),
        index.SearchField("standfirst", boost=2),
        index.SearchField("running_text"),
        index.SearchField("writers", boost=2),
        index.SearchField("entries_text"),
        index.FilterField("first_published_at"),
        index.FilterField("language"),
    ]
    # A copy is another report: nothing of it was ever wrong.
    exclude_fields_in_copy: ClassVar = ["corrections"]
    parent_page_types: ClassVar = ["desk.SectionPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")

    @classmethod
    def add_panel_under_text(cls, panel: Any) -> None:
        """The same as `add_panel`, under what is written and before where it came from."""
        under_text = cls.edit_handler.children[0].children
        under_text.insert(len(under_text) - 1, panel)

    @classmethod
    def add_panel(cls, panel: Any) -> None:
        """Show one more panel in the form: for packages that know more of a report than the desk.

        To be called before the first form is made, from an app's `ready`.
        """
        in_the_paper = cls.edit_handler.children[1]
        in_the_paper.children.append(panel)

    @classmethod
    def add_first_panel(cls, panel: Any) -> None:
        """Show one more panel above everything that is written; else as `add_panel`."""
        cls.edit_handler.children[0].children.insert(0, panel)

    def save(self, *args: Any, **options: Any) -> Any:
        """Every way to publish ends here. Raises NotFitError where it must not go out as it is."""
        if options.get("update_fields") or not self._goes_out():
            return super().save(*args, **options)
        now = timezone.now()
        try:
            with transaction.atomic():
                refuse_unfit(self, now=now)
                saved = super().save(*args, **options)
                claim_photos(self, now=now)
        except IntegrityError as error:
            if embargo_guard.SENTENCE not in str(error):
                raise
            held = gettext("It was put under embargo just now; published again, it waits for it.")
            raise NotFitError(self, [Obstacle(held)]) from error
        return saved

    def _goes_out(self) -> bool:
        """Whether this is a publication, and not one more note on what is published already."""
        if not self.live or self._state.adding:
            return self.live
        standing = ReportPage.objects.filter(pk=self.pk).values_list("live", "last_published_at")
        return standing.first() != (True, self.last_published_at)

    def save_revision(self, *args: Any, **options: Any) -> Revision:
        """Until readers have it, whose translation it is stands in its row as soon as in a draft.

        An embargo binds translations, and asks rows who they are.
        """
        revision: Revision = super().save_revision(*args, **options)
        drafts = ReportPage.objects.filter(pk=self.pk, live=False)
        drafts.update(translation_of=self.translation_of)
        return revision

    def with_content_json(self, content: Any) -> ReportPage:
        """The report as a revision has it, with what no revision can change.

        Every correction that was printed is as it was, and nothing is to go out before an embargo
        ends: Wagtail sets for that minute what is published before it.
        """
        report: ReportPage = super().with_content_json(content)
        printed = list(Correction.objects.printed().filter(report=self.pk))
        fresh = [
            one
            for one in report.corrections.all()
            if not any(one.pk == other.pk or one.says_the_same_as(other) for other in printed)
        ]
        report.corrections.set([*printed, *fresh])
        report.go_live_at = self.not_before(report.go_live_at, now=timezone.now())
        return report

    @property
    def embargo_until(self) -> dt.datetime | None:
        """The minute before which it is not to be out, over by now or to come; None for none."""
        bound = [one for one in (self, *self.originals()) if one.pk]
        return max((one.until for report in bound for one in report.embargoes.all()), default=None)

    def originals(self) -> tuple[ReportPage, ...]:
        """What it is a translation of, and what that is one of: their embargoes hold it as well."""
        found: list[ReportPage] = []
        original = self.translation_of
        while original is not None and original.pk != self.pk and original not in found:
            found.append(original)
            original = original.translation_of
        return tuple(found)

    def is_held(self, *, now: dt.datetime) -> bool:
        """Whether an embargo keeps it in."""
        until = self.embargo_until
        return until is not None and until > now

    def not_before(self, minute: dt.datetime | None, *, now: dt.datetime) -> dt.datetime | None:
        """The minute that was chosen for it, or the end of its embargo where that is later."""
        until = self.embargo_until
        if until is None or until <= now:
            return minute
        return max(minute or until, until)

    def running_text(self) -> str:
        """The words of the body, for search. Wagtail's own way reads each block three times."""
        return running_text(self.body.raw_data)

    def writers(self) -> str:
        """The names in the byline, for search."""
        return ", ".join(line.author.name for line in self.byline.all())

    def entries_text(self) -> str:
        """The words that were written while it happened, for search: the wrap and the entries."""
        run = self.live_run
        if run is None:
            return ""
        told = run.entries.standing().values_list("headline", "text")
        return " ".join((run.wrap, *(words for entry in told for words in entry)))

    @property
    def live_run(self) -> LiveReport | None:
        """That it is or was written while it happened, if so."""
        return getattr(self, "live_report", None)

    @property
    def entries_with_photo(self) -> Iterable[LiveEntry]:
        """Those that readers can read and that have one, the newest first."""
        return self.live_run.entries.standing().with_photo() if self.live_run else ()

    @property
    def is_running(self) -> bool:
        """Whether it is being written while it happens."""
        return self.live_run is not None and self.live_run.is_running

    @property
    def substance_changed_at(self) -> dt.datetime | None:
        """When what the report says last changed after publication, or None."""
        published = self.first_published_at
        times = [one.corrected_at for one in self.corrections.all() if one.is_of_substance]
        times += [self.updated_at] if self.updated_at else []
        later = [time for time in times if published is None or time > published]
        return max(later, default=None)


class BylineName(Orderable):
    """One name over a report, and what that person did for it."""

    report = ParentalKey(ReportPage, on_delete=models.CASCADE, related_name="byline")
    author = models.ForeignKey(
        "desk.Author", verbose_name=_("author"), on_delete=models.PROTECT, related_name="lines"
    )
    role = models.CharField(
        _("role"),
        max_length=60,
        blank=True,
        help_text=_("For who did something else than write it, such as: photography"),
    )

    panels: ClassVar = [FieldPanel("author"), FieldPanel("role")]


class RelatedReport(Orderable):
    """A report that the editor set beside this one."""

    report = ParentalKey(ReportPage, on_delete=models.CASCADE, related_name="related")
    other = models.ForeignKey(
        ReportPage, verbose_name=_("report"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar = [PageChooserPanel("other", "desk.ReportPage")]
