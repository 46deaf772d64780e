"""The reference desk in Wagtail: the glossary, the words of a report, its reading level."""

from __future__ import annotations

from typing import Any, ClassVar

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from broadsheet.desk.snippet_chooser import SnippetChooser
from broadsheet.reference.models import Term
from broadsheet.reference.views.pins import pin, unpin
from broadsheet.reference.views.reading import reading
from broadsheet.reference.views.words import state, words


class TermViewSet(SnippetViewSet):
    model = Term
    chooser_viewset_class = SnippetChooser
    icon = "help"
    menu_label = _("Glossary")
    menu_order = 224
    add_to_admin_menu = True
    list_display: ClassVar = ("phrase", "gloss", "kind", "language")
    list_filter: ClassVar = ("kind", "language")
    search_fields: ClassVar = ("phrase", "gloss")


register_snippet(TermViewSet)


@hooks.register("register_admin_urls")
def reference_urls() -> list[Any]:
    return [
        path("reference/<int:report_id>/reading/", reading, name="reference_reading"),
        path("reference/<int:report_id>/state/", state, name="reference_state"),
        path("reference/<int:report_id>/words/", words, name="reference_words"),
        path("reference/<int:report_id>/pin/", pin, name="reference_pin"),
        path("reference/<int:report_id>/unpin/", unpin, name="reference_unpin"),
    ]
