from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from broadsheet.copydesk.look_over import look_over
from broadsheet.copydesk.measures import measures
from broadsheet.copydesk.proof_of import blocks_at, proof_of, the_checks
from broadsheet.copydesk.told import Told, told
from broadsheet.desk.fit_to_print import obstacles
from broadsheet.desk.models import ReportPage


@require_safe
def remarks(request: HttpRequest, report_id: int) -> HttpResponse:
    """What there is to say of a report as it was last kept, as a piece of HTML for its form."""
    page = get_object_or_404(ReportPage, pk=report_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    report, checks = page.get_latest_revision_as_object(), the_checks()
    now = timezone.now()
    proof, blocks = proof_of(report, checks, now=now), blocks_at(report)
    found = [
        told(one, blocks, keeps_back=checks.blocks(one.kind))
        for one in look_over(proof, checks.kinds())
    ]
    said = {one.text for one in found}
    # What others look after: photos, say. Of ours each was found with its place already.
    found += [
        Told(one.text, one.field, keeps_back=True)
        for one in obstacles(report, now=now)
        if one.text not in said
    ]
    return render(
        request,
        "copydesk/remarks.html",
        {"remarks": sorted(found, key=lambda one: not one.keeps_back), "size": measures(proof)},
    )
