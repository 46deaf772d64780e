"""The screen on which the front is arranged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.locks import ScheduledForPublishLock

from broadsheet.desk import preview
from broadsheet.desk.models import FrontPage, ReportPage, SectionPage
from broadsheet.makeup.arrangement import Arrangement
from broadsheet.makeup.grown_old import Aged, news_at
from broadsheet.makeup.send_out import keep, publish, schedule, scheduled
from broadsheet.makeup.take_back import before, take_back

_IN_STOCK = 30

View = Callable[[HttpRequest, FrontPage], HttpResponse]


def may_arrange(user: Any, front: FrontPage | None) -> bool:
    """Whoever publishes the front arranges it."""
    rights = front and front.permissions_for_user(user)
    return bool(rights and rights.can_edit() and rights.can_publish())


def _for_who_arranges(view: View) -> Callable[[HttpRequest], HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        front = get_object_or_404(FrontPage)
        if not may_arrange(request.user, front):
            raise PermissionDenied
        return view(request, front)

    return guarded


@require_http_methods(["GET", "POST"])
@_for_who_arranges
def arrange(request: HttpRequest, front: FrontPage) -> HttpResponse:
    if request.method == "POST":
        return _send(request, front)
    shown = _opened(request, front)
    # What is over is not offered again.
    if not shown.is_breaking(timezone.now()):
        shown.breaking, shown.breaking_report, shown.breaking_until = "", None, None
    form = Arrangement(
        instance=shown,
        initial={"base": front.latest_revision_id, "goes_out_at": shown.go_live_at},
    )
    # Both are the same row to Django: what tells them apart is which object was opened.
    is_draft = shown is not front and shown.go_live_at is None
    return _screen(request, front, form, shown, is_draft=is_draft)


@require_POST
@_for_who_arranges
@xframe_options_sameorigin
def show(request: HttpRequest, front: FrontPage) -> HttpResponse:
    """The front as it would be printed."""
    form = Arrangement(request.POST, instance=front)
    form.is_valid()
    return preview.of(form.arranged())


@require_GET
@_for_who_arranges
def stock(request: HttpRequest, front: FrontPage) -> HttpResponse:
    """The newest reports whose headlines hold what is looked for."""
    reports = _stock(request.GET.get("q", ""))
    return render(request, "makeup/stock.html", {"reports": reports, **_ages(front)})


@require_POST
@_for_who_arranges
def undo(request: HttpRequest, front: FrontPage) -> HttpResponse:
    if _is_locked(request, front):
        return redirect("front_makeup")
    if take_back(front, by=request.user):
        messages.success(request, gettext("The front is as it was before."))
    else:
        messages.warning(request, gettext("Nothing was published before this front."))
    return redirect("front_makeup")


@require_POST
@_for_who_arranges
def call_off(request: HttpRequest, front: FrontPage) -> HttpResponse:
    """Let what was set to go out later not go out."""
    waiting = scheduled(front)
    if waiting and not _is_locked(request, front):
        waiting.approved_go_live_at = None
        waiting.save(update_fields=["approved_go_live_at"])
        messages.success(request, gettext("It will not go out; the arrangement is kept."))
    return redirect("front_makeup")


def _opened(request: HttpRequest, front: FrontPage) -> FrontPage:
    """What was asked for; else a draft that is newer than what stands, else what stands."""
    waiting, latest = scheduled(front), front.latest_revision
    opened = request.GET.get("open", "")
    if opened == "scheduled" and waiting:
        return waiting.as_object()
    is_draft = latest and latest not in (waiting, front.live_revision)
    if opened != "published" and is_draft and front.has_unpublished_changes:
        return latest.as_object()
    return front


def _send(request: HttpRequest, front: FrontPage) -> HttpResponse:
    form = Arrangement(request.POST, instance=FrontPage.objects.get(pk=front.pk))
    action = request.POST.get("action", "save")
    is_right = form.is_valid() and _is_time_right(form, action)
    arranged = form.arranged()
    if not is_right or _is_locked(request, front) or _is_behind(request, front, form):
        return _screen(request, front, form, arranged)
    if action == "publish":
        publish(arranged, by=request.user)
        messages.success(request, gettext("The front is published."))
    elif action == "schedule":
        schedule(arranged, at=form.cleaned_data["goes_out_at"], by=request.user)
        messages.success(request, gettext("The front is set to go out."))
    else:
        keep(arranged, by=request.user)
        messages.success(request, gettext("The draft is kept; readers see nothing of it."))
    return redirect("front_makeup")


def _is_time_right(form: Arrangement, action: str) -> bool:
    at = form.cleaned_data["goes_out_at"]
    if action == "schedule" and (at is None or at <= timezone.now()):
        form.add_error("goes_out_at", gettext("Name a time to come at which the front goes out."))
        return False
    return True


def _is_locked(request: HttpRequest, front: FrontPage) -> bool:
    """Somebody has locked it. That another front is set to go out is no lock here: it stays set."""
    lock = front.get_lock()
    if lock and not isinstance(lock, ScheduledForPublishLock) and lock.for_user(request.user):
        messages.error(request, lock.get_message(request.user))
        return True
    return False


def _is_behind(request: HttpRequest, front: FrontPage, form: Arrangement) -> bool:
    """Somebody else kept a front meanwhile: that is said once, with theirs as the new base."""
    latest = front.latest_revision
    if latest is None or latest.pk == form.cleaned_data["base"]:
        return False
    form.data = {**request.POST.dict(), "base": str(latest.pk)}
    messages.warning(
        request,
        gettext(
            "%(who)s changed the front at %(when)s, while you arranged it. Look at what stands"
            " now; what you send again takes its place."
        )
        % {
            "who": latest.user or gettext("Somebody"),
            "when": timezone.localtime(latest.created_at).strftime("%H:%M"),
        },
    )
    return True


def _screen(
    request: HttpRequest,
    front: FrontPage,
    form: Arrangement,
    shown: FrontPage,
    *,
    is_draft: bool = False,
) -> HttpResponse:
    lead = shown.lead if shown.lead and shown.lead.live else None
    top = [row.report for row in shown.top_stories.all() if row.report.live]
    rivers = [row.section for row in shown.rivers.all() if row.section.live]
    sections = SectionPage.objects.live().order_by("path")
    waiting = scheduled(front)
    return render(
        request,
        "makeup/arrange.html",
        {
            "page_title": gettext("Front page"),
            "header_icon": "home",
            "form": form,
            "front": front,
            "lead": _aged([lead] if lead else []),
            "top": _aged(top),
            "rivers": rivers,
            "other_sections": [one for one in sections if one not in rivers],
            "reports": _stock("", without={one.pk for one in (lead, *top) if one}),
            "most": FrontPage.MOST_TOP_STORIES,
            "is_draft": is_draft,
            "waiting": waiting,
            "before": before(front),
            "zone": timezone.get_current_timezone_name(),
            **_ages(shown),
        },
    )


def _ages(front: FrontPage) -> dict[str, Any]:
    now = timezone.now()
    return {"now": now, "old_at": now - dt.timedelta(hours=front.old_after_hours)}


def _stock(words: str, *, without: Iterable[int] = ()) -> list[Aged]:
    reports = ReportPage.objects.live().newest_first().exclude(pk__in=without)
    if words:
        reports = reports.filter(title__icontains=words)
    return _aged(reports.prefetch_related("corrections")[:_IN_STOCK])


def _aged(reports: Iterable[ReportPage]) -> list[Aged]:
    return [Aged(report, news_at(report)) for report in reports]
