"""The studio at the desk: the list of pronunciations, the list of audio reports."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from broadsheet.desk.snippet_chooser import SnippetChooser
from broadsheet.studio.models import Pronunciation, Recording
from broadsheet.studio.views.hear import hear
from broadsheet.studio.views.readings import original, reading, sound
from broadsheet.studio.views.recordings import again, state


class PronunciationViewSet(SnippetViewSet):
    model = Pronunciation
    chooser_viewset_class = SnippetChooser
    icon = "comment"
    menu_label = _("Pronunciations")
    menu_order = 225
    add_to_admin_menu = True
    list_display: ClassVar = ("phrase", "said", "language", "section")
    search_fields: ClassVar = ("phrase", "said")


class _RecordingPolicy(ModelPermissionPolicy):
    """Recordings are made by the booth; here they are looked at."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)


def _form_of_the_report(recording: Recording) -> str:
    return reverse("wagtailadmin_pages:edit", args=[recording.report_id])


class RecordingViewSet(SnippetViewSet):
    model = Recording
    chooser_viewset_class = SnippetChooser
    icon = "media"
    menu_label = _("Audio reports")
    menu_order = 226
    add_to_admin_menu = True
    list_display: ClassVar = (
        TitleColumn("report_headline", label=_("Report"), get_url=_form_of_the_report),
        *("state", "length"),
        Column("read_by", label=_("Read by")),
        *("trouble", "ordered_at"),
    )
    list_filter: ClassVar = ("state", "is_wanted", "voice")

    def get_queryset(self, request: HttpRequest) -> Any:  # noqa: ARG002  # Wagtail's own signature
        return Recording.objects.select_related("report", "human_reading__author")


register_permission_policy(Recording, _RecordingPolicy(Recording))
register_snippet(PronunciationViewSet)
register_snippet(RecordingViewSet)


@hooks.register("register_admin_urls")
def studio_urls() -> list[Any]:
    return [
        path("studio/hear/", hear, name="studio_hear"),
        path("studio/<int:report_id>/state/", state, name="studio_state"),
        path("studio/<int:report_id>/again/", again, name="studio_again"),
        path("studio/<int:report_id>/reading/", reading, name="studio_reading"),
        path("studio/<int:report_id>/reading/<int:pk>/original/", original, name="studio_original"),
        path("studio/<int:report_id>/reading/<int:pk>/sound/", sound, name="studio_sound"),
    ]
