"""A newsroom with a small shelf of dictionaries, and the press beside it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from broadsheet import story as s
from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.lexicon.dictionaries import Dictionaries
from broadsheet.lexicon.plain_analyst import PlainAnalyst
from broadsheet.press.models import Order, Output, Urgency
from broadsheet.press.work import press_until_done, start, the_site
from broadsheet.reference import work
from broadsheet.reference.answer import Answer
from broadsheet.reference.assistant import Assistant
from broadsheet.reference.look_up import look_up
from broadsheet.reference.question import Question
from tests.lexicon.making import make_shelf
from tests.make import make_report


class Beside(Assistant):
    """Looks words up in this process, without a model: a process and a model take seconds."""

    asked: list[Question] = []

    def __init__(self, shelf: Path, *, model: str) -> None:  # noqa: ARG002  # as it is called
        self.dictionaries = Dictionaries(shelf)
        self.question: Question | None = None

    def ask(self, question: Question) -> None:
        self.question = question
        type(self).asked.append(question)

    def has_answered(self) -> bool:
        return True

    def wait(self, seconds: float) -> None:
        """It has answered by now."""

    def answer(self) -> Answer | str:
        assert self.question
        analyst = PlainAnalyst(self.dictionaries)
        return look_up(self.question, self.dictionaries, analyst, say=lambda _word: "")

    def stop(self) -> str:
        self.dictionaries.close()
        return "exit code 0"


@pytest.fixture
def bare_site(newsroom: Config) -> Path:
    """The site of a newsroom that has no dictionary."""
    start(the_site())
    print_all()
    return newsroom.site


@pytest.fixture
def site(bare_site: Path, newsroom: Config) -> Path:
    """The site of a newsroom with a small dictionary."""
    make_shelf(newsroom.dictionaries).close()
    Beside.asked.clear()
    return bare_site


def print_all() -> None:
    press_until_done(urgency=Urgency.REBUILD)
    assert not Order.objects.exists()
    assert list(Output.objects.exclude(trouble="").values_list("key", "trouble")) == []


def look_up_all() -> int:
    """Look up what waits, and print what came of it."""
    done = work.look_up_until_done(call_in=Beside)
    print_all()
    return done


def make_explained(*sentences: str, **changes: Any) -> ReportPage:
    """A report with these sentences, printed with its words."""
    report = make_report(body=tuple(s.Paragraph(s.Text(one)) for one in sentences), **changes)
    print_all()
    look_up_all()
    return report


def published(report: ReportPage) -> None:
    report.save_revision().publish()
    print_all()


def page_of(site: Path, report: ReportPage) -> str:
    report.refresh_from_db()
    return (site / report.path_on_site.strip("/") / "index.html").read_text("utf-8")


def words_on(site: Path, report: ReportPage) -> Any:
    """The words file that a report's page names; None where it names none."""
    found = re.search(
        rf'data-words="(/words/{report.pk}\.[0-9a-f]{{10}}\.json)"', page_of(site, report)
    )
    return json.loads((site / found[1].strip("/")).read_text("utf-8")) if found else None


def files_on(site: Path) -> set[str]:
    folder = site / "words"
    return {file.name for file in folder.glob("*.json")} if folder.exists() else set()


def first_gloss(site: Path, report: ReportPage, base: str) -> str:
    """What the page tells first of a word."""
    content = words_on(site, report)
    entry = next(one for one in content["entries"] if one["base"] == base)
    return str(content["senses"][entry["senses"][0]]["gloss"])
