"""The form of every page of the desk, with messages that say what to do."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from broadsheet.desk.fit_to_print import obstacles
from broadsheet.desk.in_this_zone import in_this_zone
from broadsheet.desk.newer_version import newer_version, words_for

# What a form of a new page is called from when it is opened; its page then bears the same key.
FORM_KEY = "form_key"
TIMES = {"go_live_at", "expire_at", "first_published_at", "updated_at"}


def page_of_form(sent: Mapping[str, str]) -> Page | None:
    """The page that the form of a new one was kept as before, if it was."""
    try:
        key = uuid.UUID(sent.get(FORM_KEY, ""))
    except ValueError:
        return None
    page = Page.objects.filter(translation_key=key).first()
    return page.specific if page else None


class PageForm(WagtailAdminPageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "title" in self.fields:
            self.fields["title"].error_messages["required"] = self.words_for_no_title()
        if "slug" in self.fields:
            self.fields["slug"].required = False  # left empty, it is made when the page is kept
        if self.instance.pk is None:
            self.fields[FORM_KEY] = forms.UUIDField(
                widget=forms.HiddenInput, required=False, initial=self.instance.translation_key
            )
        for name in TIMES & self.fields.keys():
            field = self.fields[name]
            field.help_text = f"{field.help_text} {in_this_zone()}".strip()

    def words_for_no_title(self) -> str:
        return gettext("Write a name; the page's address is made of it.")

    def clean(self) -> Any:
        cleaned = super().clean()
        if newer := newer_version(self.instance, self.data, self.for_user):
            self.add_error(None, words_for(newer))
        if key := cleaned.get(FORM_KEY):
            self.instance.translation_key = key
        if "slug" in self.errors and (other := self._of_same_address()):
            self.errors["slug"] = self.error_class([self._words_for_taken(other)])
        return cleaned

    def words_for_handed_in(self, page: Page) -> str:
        """For a form that was kept as a page before, which is not this person's to change now."""
        if page.owner_id != self.for_user.pk:
            return gettext("This form was handed in by somebody else. Open a new one.")
        return format_html(
            gettext(
                "This form was handed in already, and is {link}. What you changed here since is "
                "not kept; open that and change it there."
            ),
            link=_link_to(page),
        )

    def _of_same_address(self) -> Page | None:
        others = self.parent_page.get_children().exclude(pk=self.instance.pk)
        return others.filter(slug=self.data.get("slug", "")).first()

    def _words_for_taken(self, other: Page) -> str:
        where, slug = self.parent_page.title, other.slug
        if self.instance.pk is None and other.owner_id == self.for_user.pk and not other.live:
            return format_html(
                gettext(
                    "You have a draft under “{where}” at the address “{slug}” already, perhaps of "
                    "this very form, if the line was slow: {link}. If it is another one, change "
                    "this address, by a word or a number."
                ),
                where=where,
                slug=slug,
                link=_link_to(other),
            )
        return gettext(
            "Another page under “%(where)s” has the address “%(slug)s” already; "
            "change this one, by a word or a number."
        ) % {"where": where, "slug": slug}


class ReportForm(PageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "first_published_at" in self.fields:
            published = self.fields["first_published_at"]
            words = gettext("The time that readers see. Left empty, it is when you publish.")
            published.help_text = f"{words} {published.help_text}"
        # The end of an embargo is no choice of a minute: it moves when the embargo is moved.
        if self.initial.get("go_live_at") == self.instance.embargo_until:
            self.initial["go_live_at"] = None

    def clean(self) -> Any:
        cleaned = super().clean()
        if "action-publish" in self.data:
            # What Wagtail says of it afterwards is then true.
            minute = self.instance.not_before(cleaned.get("go_live_at"), now=timezone.now())
            cleaned["go_live_at"] = minute
        return cleaned

    def words_for_no_title(self) -> str:
        return gettext("Write a headline; even a draft needs one, and it can change later.")

    def _post_clean(self) -> None:
        """Tell beside the text what would stop its publication, where that is what is asked for."""
        super()._post_clean()
        if self._is_to_go_out():
            now = timezone.now()
            for found in obstacles(self.instance, now=max(now, self.instance.go_live_at or now)):
                self.add_error(None, found.text)

    def _is_to_go_out(self) -> bool:
        if "action-publish" in self.data:
            return True
        is_approval = self.data.get("workflow-action-name") == "approve"
        state = self.instance.current_workflow_state if is_approval else None
        return state is not None and state.get_next_task() is None


def _link_to(page: Page) -> str:
    """In a window of its own: what was typed stays in this one."""
    form = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return format_html('<a href="{}" target="_blank">{}</a>', form, page.get_admin_display_title())
