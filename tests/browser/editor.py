"""What an editor does at the desk, done in a process of its own: the browser's has no Django.

`python -m tests.browser.editor VERB WORD…` works in the newsroom that BROADSHEET_NEWSROOM names
and prints what came of it as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any

import django

from tests.server.making import ROOT
from tests.server.running import PATIENCE_SECONDS


def work(verb: str, *words: object, env: Mapping[str, str]) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.editor", verb, *map(str, words)],
        cwd=ROOT,
        env=dict(env),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def edit_everything() -> dict[str, str]:
    """Give every author an address, rename a report, write one that has everything, and print
    the whole paper anew."""
    from broadsheet.desk.models import Author
    from broadsheet.press.models import Order, Urgency
    from broadsheet.press.work import press_until_done, start, the_site

    for author in Author.objects.all():
        author.email = f"{author.slug}@newsroom.example"
        author.save()
    done = {**rename(), "whole_report": write_whole()}
    start(the_site())
    Order.place("everything")
    press_until_done(urgency=Urgency.REBUILD)
    return done


def rename() -> dict[str, str]:
    from broadsheet.desk.models import ReportPage

    report = ReportPage.objects.live().filter(language="en").order_by("pk").first()
    before = report.path_on_site
    report.slug = f"{report.slug}-renamed"
    report.save_revision().publish()
    report.refresh_from_db()
    return {"renamed_from": before, "renamed_to": report.path_on_site}


def write_whole() -> str:
    """Publish a report with every kind of block; its lead photo's picture has not come."""
    from broadsheet.story import Photo
    from tests.make import make_photo, make_report

    report = make_report(
        publish=False,
        headline="A report with everything in it",
        lead=Photo(caption="The mayor at the pier.", credit="OTTO RIIS"),
    )
    related = report.__class__.objects.live().order_by("pk").first()
    pier, gull = make_photo(), make_photo(title="A gull", caption="A gull on the pier.")
    report.body = json.dumps(
        [
            {"type": kind, "value": value}
            for kind, value in (
                ("paragraph", '<p>The council <i>voted</i> for <a href="/">the pier</a>.</p>'),
                ("heading", "What comes next"),
                ("photo", {"photo": pier.pk, "caption": "The pier at noon."}),
                ("gallery", {"title": "The pier", "photos": [_item(pier), _item(gull)]}),
                ("pull_quote", {"text": "It is time.", "attribution": "The harbour master"}),
                ("listing", {"is_ordered": False, "items": ["<p>Stone</p>", "<p>Timber</p>"]}),
                ("listing", {"is_ordered": True, "items": ["<p>Dig</p>", "<p>Build</p>"]}),
                ("embed", {"url": "https://maps.example/pier", "title": "A map of the pier"}),
                ("aside", {"title": "", "reports": [related.pk]}),
                ("paragraph", "<p>Work begins in spring.</p>"),
            )
        ]
    )
    report.corrections.create(text="The vote was on Tuesday, not on Monday.")
    report.save_revision().publish()
    return str(report.path_on_site)


def file_drafts(count: str) -> list[list[Any]]:
    """Bring drafts in; the key and the address-to-be of each."""
    from tests.make import make_copy, make_reports

    headlines = [f"Draft number {number} of the harbour papers" for number in range(int(count))]
    copies = [make_copy(headline=headline) for headline in headlines]
    return [[report.pk, report.path_on_site] for report in make_reports(copies, publish=False)]


def publish(*keys: str) -> None:
    """Publish drafts, one after the other."""
    from broadsheet.desk.models import ReportPage

    for report in ReportPage.objects.filter(pk__in=map(int, keys)):
        report.get_latest_revision().publish()


def correct(key: str, wrong: str, right: str) -> None:
    """Put one word right in a published report, and say so under it."""
    from broadsheet.desk.models import Correction, ReportPage

    report = ReportPage.objects.get(pk=int(key))
    body = json.dumps(list(report.body.raw_data)).replace(wrong, right)
    report.body = body
    report.corrections.add(Correction(text=f"It was {right}, not {wrong}."))
    report.save_revision().publish()


def _item(photo: Any) -> dict[str, Any]:
    return {"type": "item", "value": {"photo": photo.pk, "caption": ""}}


VERBS: dict[str, Callable[..., Any]] = {
    "correct": correct,
    "edit-everything": edit_everything,
    "file-drafts": file_drafts,
    "publish": publish,
}


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "broadsheet.settings"
    django.setup()
    print(json.dumps(VERBS[sys.argv[1]](*sys.argv[2:])))


if __name__ == "__main__":
    main()
