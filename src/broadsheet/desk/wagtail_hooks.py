"""The newsroom's words and things in Wagtail's menus, and what it has no use for taken away."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.images.views.chooser import viewset as photo_chooser
from wagtail.images.widgets import AdminImageChooser
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from broadsheet.desk.models import Author, Letter, ReportPage, Topic
from broadsheet.desk.page_lists import ReportList, SectionList
from broadsheet.desk.page_policy import PagePolicy
from broadsheet.desk.snippet_chooser import SnippetChooser
from broadsheet.desk.tell_held import tell_held
from broadsheet.desk.views.embargo import embargo
from broadsheet.desk.views.photos import PhotoList
from broadsheet.desk.views.read_letter import ReadLetter
from broadsheet.desk.welcome import NewReport
from broadsheet.desk.withdraw import keep_reason

# Wagtail's names for things that have another one here, and where they stand in the menu.
MENU = {
    "images": (_("Photos"), 200),
    "explorer": (_("The whole paper"), 300),
    "reports": (_("Overviews"), 9000),
}
NOT_FOR_A_NEWSROOM = {"documents"}


class AuthorViewSet(SnippetViewSet):
    model = Author
    chooser_viewset_class = SnippetChooser
    icon = "user"
    menu_label = _("Authors")
    menu_order = 210
    add_to_admin_menu = True
    list_display = ("name", "title")


class TopicViewSet(SnippetViewSet):
    model = Topic
    chooser_viewset_class = SnippetChooser
    icon = "tag"
    menu_label = _("Topics")
    menu_order = 220
    add_to_admin_menu = True
    list_display = ("name", "description")


class _LetterPolicy(ModelPermissionPolicy):
    """Letters are read and cleared away; nobody writes or changes one here."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in {"add", "change"} and super().user_has_permission(user, action)


class LetterViewSet(SnippetViewSet):
    model = Letter
    chooser_viewset_class = SnippetChooser
    icon = "mail"
    menu_label = _("Letters")
    menu_order = 230
    add_to_admin_menu = True
    list_display = ("author", "name", "sent_at", "mailed_at")
    list_filter = ("author",)
    inspect_view_enabled = True
    inspect_view_class = ReadLetter
    inspect_view_fields: Any = ("author", "name", "email", "text", "sent_at", "mailed_at")


register_permission_policy(Page, PagePolicy())
register_permission_policy(Letter, _LetterPolicy(Letter))
register_snippet(AuthorViewSet)
register_snippet(TopicViewSet)
register_snippet(LetterViewSet)

photo_chooser.page_title = _("Choose a photo")
AdminImageChooser.choose_one_text = _("Choose a photo")
AdminImageChooser.choose_another_text = _("Change the photo")
AdminImageChooser.link_to_chosen_text = _("Edit this photo")


@hooks.register("register_admin_viewset")
def lists_of_pages() -> list[Any]:
    return [ReportList("all-reports"), SectionList("sections")]


@hooks.register("register_admin_urls", order=-1)
def list_of_photos() -> list[Any]:
    """At the addresses of Wagtail's own list, which comes after and is not reached."""
    return [
        path("images/", PhotoList.as_view()),
        path("images/results/", PhotoList.as_view(results_only=True)),
    ]


@hooks.register("register_admin_urls")
def place_of_embargoes() -> list[Any]:
    return [path("embargo/<int:report_id>/", embargo, name="desk_embargo")]


@hooks.register("register_log_actions")
def embargoes_in_the_history(actions: Any) -> None:
    actions.register_action("desk.embargo.set", _("Embargo"), _("Put under embargo"))
    actions.register_action("desk.embargo.lifted", _("Embargo lifted"), _("Embargo lifted"))


@hooks.register("after_publish_page")
def word_of_embargo(request: HttpRequest, page: Page) -> None:
    tell_held(request, [page])


@hooks.register("after_edit_page")
def word_of_embargo_at_the_end_of_a_chain(request: HttpRequest, page: Page) -> None:
    is_decision = "action-workflow-action" in request.POST
    if is_decision and ReportPage.objects.set_for_later().filter(pk=page.pk).exists():
        tell_held(request, [page])


@hooks.register("after_bulk_action")
def word_of_embargoes(request: HttpRequest, action: str, pages: list[Any], _bulk: Any) -> None:
    if action == "publish":
        tell_held(request, pages)


@hooks.register("construct_main_menu")
def menu_of_a_newsroom(_request: HttpRequest, items: list[Any]) -> None:
    """The paper prints no loose documents, so the desk does not offer them."""
    items[:] = [item for item in items if item.name not in NOT_FOR_A_NEWSROOM]
    for item in items:
        item.label, item.order = MENU.get(item.name, (item.label, item.order))


@hooks.register("construct_help_menu")
def help_without_advertisements(_request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name == "keyboard-shortcuts-trigger"]


@hooks.register("construct_search")
def search_without_documents(_request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name not in NOT_FOR_A_NEWSROOM]


@hooks.register("construct_homepage_summary_items", order=100)
def no_counts(_request: HttpRequest, items: list[Any]) -> None:
    items.clear()


@hooks.register("construct_homepage_panels")
def where_to_begin(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(NewReport(request))


@hooks.register("before_create_page")
def only_reports_for_who_writes(request: HttpRequest, parent: Page, kind: type[Page]) -> None:
    if not parent.permissions_for_user(request.user).can_open(kind):
        raise PermissionDenied


@hooks.register("before_move_page")
def only_where_it_may_go(request: HttpRequest, page: Page, destination: Page) -> None:
    """Wagtail asks when the move is made; its question before it names the page to anybody."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied


@hooks.register("construct_page_chooser_queryset")
def pages_for_who_has_to_do_with_pages(pages: Any, request: HttpRequest) -> Any:
    return pages if user_has_any_page_permission(request.user) else pages.none()


@hooks.register("insert_global_admin_css")
def styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("desk/desk.css"))


@hooks.register("before_unpublish_page")
def reason_of_withdrawal(request: HttpRequest, page: Page) -> None:
    keep_reason(request, page)
