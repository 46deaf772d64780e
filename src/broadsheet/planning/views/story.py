from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from broadsheet.desk.models import Assignment, ReportPage, SectionPage
from broadsheet.photodesk.photo_desk import hangs_photos
from broadsheet.planning.assignment_form import AssignmentForm
from broadsheet.planning.lines import Lines
from broadsheet.planning.move_on import move_on
from broadsheet.planning.print_lines import print_lines
from broadsheet.planning.row import Row
from broadsheet.planning.story_list import story
from broadsheet.planning.views.gate import for_the_newsroom

SCRIPT = "story-list"


@for_the_newsroom
def story_view(request: HttpRequest, key: str) -> HttpResponse:
    """What was agreed about a story, to be changed by whoever edits its section."""
    row = _row(request, key)
    if not row.may_edit:
        raise PermissionDenied
    agreed = _agreed(row)
    form = _form(request, agreed)
    if request.method == "POST" and form.is_valid():
        form.save()
        return _answer(request, row.key, gettext("Kept."))
    return _asked(request, form, row)


@for_the_newsroom
def pitch(request: HttpRequest) -> HttpResponse:
    """A new idea, or an assignment by whoever edits the section."""
    now = timezone.now()
    form = _form(request, Assignment(pitched_by_id=request.user.pk, made_at=now))
    if not form.fields["section"].queryset.exists():
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        made = form.save()
        return _answer(request, f"a{made.pk}", gettext("It is on the list."))
    return _asked(request, form, None)


@require_POST
@for_the_newsroom
def move(request: HttpRequest, key: str) -> HttpResponse:
    """A story moves one step on: `do` names the move, as its row offers it."""
    found = move_on(request.user, key, request.POST.get("do", ""), now=timezone.now())
    if request.POST["do"] == "write":
        return redirect("wagtailadmin_pages:edit", found[1:])
    return _answer(request, found, gettext("Done."))


def _row(request: HttpRequest, key: str) -> Row:
    row = story(request.user, key, now=timezone.now())
    if row is None:
        raise Http404
    return row


def _agreed(row: Row) -> Assignment:
    if row.report_id is None:
        return Assignment.objects.get(pk=row.key[1:])
    report = ReportPage.objects.get(pk=row.report_id)
    return Assignment.objects.filter(report=report).first() or Assignment(
        report=report,
        section_id=report.get_parent().pk,
        who=report.owner,
        made_at=timezone.now(),
    )


def _form(request: HttpRequest, agreed: Assignment) -> Any:
    """With every section for whoever writes there, and with who writes it for whoever may say."""
    rights = [
        (section, section.permissions_for_user(request.user))
        for section in SectionPage.objects.order_by("path")
    ]
    edits = [section for section, may in rights if may.edits_section]
    writes = edits or [section for section, may in rights if may.can_add_subpage()]
    data = request.POST if request.method == "POST" else None
    return AssignmentForm(data, instance=agreed, sections=writes, is_by_editor=bool(edits))


def _asked(request: HttpRequest, form: Any, row: Row | None) -> HttpResponse:
    context = {
        "form": form,
        "row": row,
        "page_title": row.headline if row else gettext("A new story"),
        "header_icon": "calendar-alt",
    }
    template = "planning/story_form.html" if _is_script(request) else "planning/story.html"
    status = 422 if form.errors else 200
    return render(request, template, context, status=status)


def _answer(request: HttpRequest, key: str, said: str) -> HttpResponse:
    """The story's row for the script of the list; the whole list for a browser without it."""
    if not _is_script(request):
        messages.success(request, said)
        return redirect("planning_stories")
    row = story(request.user, key, now=timezone.now()) if key else None
    if row is None:
        return HttpResponse()
    lines = Lines(hangs_photos=hangs_photos(request.user))
    return HttpResponse(print_lines(lines.of([row])))


def _is_script(request: HttpRequest) -> bool:
    return request.headers.get("x-requested-with") == SCRIPT
