from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.models import Page

from broadsheet.desk import preview
from broadsheet.desk.middleware import as_paper
from broadsheet.desk.page_form import PageForm
from broadsheet.desk.page_rights import PageRights


class PrintedPage(Page):
    """A page of the tree that the press prints. Readers are given the file, never this."""

    preview_modes: Any = [("", "Default")]
    # What is published is a file that anybody may read, so the desk must not promise otherwise.
    private_page_options: ClassVar[list[str]] = []
    base_form_class = PageForm
    # What people write; every other page is how the paper is laid out.
    is_written: ClassVar[bool] = False

    class Meta:
        abstract = True

    def with_content_json(self, content: Any) -> PrintedPage:
        """The page as a revision has it; whether it is out is told by the page, not the revision.

        Wagtail takes a page without a live revision for one that is not out, and would take it off
        the site until a change of it is due. Pages that a command made have none.
        """
        page: PrintedPage = super().with_content_json(content)
        standing = self.latest_revision_id if self.live else None
        page.live_revision_id = self.live_revision_id or standing
        return page

    def update_aliases(self, **kwargs: Any) -> None:
        """Let the aliases follow, once the page is out; Wagtail asks for it when it is only set."""
        if self.live or self.alias_of_id:
            super().update_aliases(**kwargs)

    @property
    def path_on_site(self) -> str:
        """The page's address, from the site's root: `/national/north-korea/`."""
        return path_on_site(self.url_path)

    def permissions_for_user(self, user: Any) -> PageRights:
        return PageRights(user, self)

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return as_paper(preview.of(self))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return preview.of(self)


def path_on_site(url_path: str) -> str:
    """Wagtail's `/home/national/` as the address on the site: the first part is the front page."""
    return "/" + url_path.lstrip("/").partition("/")[2]


def name_panel(help_text: Any = "") -> TitleFieldPanel:
    """Wagtail's title, called by what it is here. The address follows it until publication."""
    return TitleFieldPanel("title", heading=_("Name"), help_text=help_text, placeholder=False)


def address_panels() -> list[Any]:
    """The last tab of a page's form: where it stands, and from when to when."""
    return [
        FieldPanel(
            "slug",
            heading=_("Address"),
            help_text=_(
                "The last part of the page's address; left empty, it is made of the name. When it "
                "changes after publication, the old address leads on to the new one."
            ),
        ),
        PublishingPanel(),
        CommentPanel(),
    ]


def two_tabs(panels: list[Any], heading: Any) -> TabbedInterface:
    """The form of a page whose content fits on one tab."""
    return TabbedInterface(
        [
            ObjectList(panels, heading=heading),
            ObjectList(address_panels(), heading=_("Address and times")),
        ],
        base_form_class=PageForm,
    )
