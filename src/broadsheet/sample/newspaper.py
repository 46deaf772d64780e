"""The files beside this module → a newsroom's whole paper, published."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.utils import timezone

from broadsheet import story as s
from broadsheet.desk.founding import add_policy, found
from broadsheet.desk.intake import Filing, take_in
from broadsheet.desk.models import Author, FrontPage, PolicyPage, ReportPage, Topic
from broadsheet.desk.models.front import TopStory
from broadsheet.desk.models.report import RelatedReport
from broadsheet.desk.pictures_in import PicturesIn
from broadsheet.desk.sections import Sections
from broadsheet.reference.models import Term
from broadsheet.wire.read import read

HERE = Path(__file__).parent
PHOTOS = HERE / "photos"
LARGEST_BYTES = 1_000_000
_ORIGINAL = re.compile(r"^translation_of: (\S+)$", re.MULTILINE)


def make_sample(progress: Callable[[int, int], None]) -> None:
    """Found the paper in an empty database, and publish everything in it."""
    plan = tomllib.loads((HERE / "paper.toml").read_text(encoding="utf-8"))
    front = found(name=plan["name"], tagline=plan["tagline"], imprint="\n".join(plan["imprint"]))
    files = sorted((HERE / "reports").glob("*.md"))
    steps = iter(range(1, len(files) + 2))
    total = len(files) + 1
    _open_sections(plan["sections"])
    _enter_people(plan["authors"])
    for topic in plan["topics"]:
        Topic.objects.create(**topic)
    _write_glossary(plan["glossary"])
    for name in plan["policies"]:
        kind = PolicyPage.Kind.OTHER
        if Path(name).stem in PolicyPage.Kind.values:
            kind = PolicyPage.Kind(Path(name).stem)
        add_policy(front, read(HERE / "policies" / name, largest_bytes=LARGEST_BYTES), kind)
    progress(next(steps), total)
    for file in files:
        _take(file)
        progress(next(steps), total)
    for file in files:
        if original := _ORIGINAL.search(file.read_text(encoding="utf-8")):
            _join(file.stem, original.group(1))
    _set_related(plan["related"])
    _publish_all()
    _set_front(front, plan["front"])


def _open_sections(tree: list[dict[str, Any]], above: tuple[str, ...] = ()) -> None:
    sections = Sections()
    for entry in tree:
        names = (*above, entry["name"])
        section = sections.find_or_open(names, _no_remark)
        section.description = entry["description"]
        section.save()
        _open_sections(entry.get("sections", []), names)


def _enter_people(people: list[dict[str, Any]]) -> None:
    pictures = PicturesIn()
    pictures.folder = PHOTOS
    for person in people:
        portrait = person.pop("portrait", None)
        author = Author(**person)
        if portrait:
            announced = s.Photo(
                caption=person["name"],
                alt=portrait["alt"],
                credit=portrait["credit"],
                rights=portrait["rights"],
                source=portrait["file"],
            )
            author.portrait = pictures.take(announced, person["name"], _no_remark)
        author.save()


def _write_glossary(entries: list[dict[str, str]]) -> None:
    for entry in entries:
        topic = entry.pop("topic", "")
        Term.objects.create(**entry, topic=Topic.objects.get(name=topic) if topic else None)


def _take(file: Path) -> None:
    """One report, as a draft, at the address that the others name it by: its file's name."""
    copy = read(file, largest_bytes=LARGEST_BYTES)
    # The pictures of all reports stand in one folder, and the wire looks beside the copy.
    filing = Filing(copy, PHOTOS / file.name)
    (taken,) = take_in([filing], now=timezone.now(), zone=dt.UTC)
    draft = taken.report.get_latest_revision_as_object()
    draft.slug = file.stem
    draft.save_revision()


def _join(slug: str, original: str) -> None:
    """Copy knows nothing of its other languages; the desk does."""
    draft = _by_slug(slug).get_latest_revision_as_object()
    draft.translation_of = _by_slug(original)
    draft.save_revision()


def _set_related(related: dict[str, list[str]]) -> None:
    for slug, others in related.items():
        draft = _by_slug(slug).get_latest_revision_as_object()
        draft.related = [RelatedReport(other=_by_slug(other)) for other in others]
        draft.save_revision()


def _publish_all() -> None:
    for report in ReportPage.objects.order_by("first_published_at"):
        report.get_latest_revision().publish()


def _set_front(front: FrontPage, plan: dict[str, Any]) -> None:
    front.lead = _by_slug(plan["lead"])
    front.top_stories = [TopStory(report=_by_slug(slug)) for slug in plan["top"]]
    front.save_revision().publish()


def _by_slug(slug: str) -> ReportPage:
    """The report whose file has this name: its latest revision holds the slug before it is live."""
    for report in ReportPage.objects.all():
        if report.get_latest_revision_as_object().slug == slug:
            return report
    raise ValueError(f"paper.toml names the report {slug}, and there is no such file")


def _no_remark(_line: str) -> None:
    """The sample's own files hold no surprises to tell an editor of."""
