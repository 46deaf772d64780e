from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.desk.set_embargo import lift_embargo, set_embargo
from broadsheet.lexicon.spacy_analyst import installed_model
from broadsheet.reference.answer import Answer
from broadsheet.reference.clear_away import KEPT, clear_away
from broadsheet.reference.models import Wordbook
from broadsheet.reference.work import IDLE_SECONDS, Reference, look_up_until_done
from tests.lexicon.making import make_shelf
from tests.make import make_report
from tests.reference.conftest import Beside, make_explained, print_all, published, words_on


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Dying(Beside):
    """Its process ends over every report."""

    def answer(self) -> Answer | str:
        raise EOFError


class Refusing(Beside):
    def answer(self) -> Answer | str:
        return "DictionaryError: the shelf is on fire"


class Silent(Beside):
    """It never answers."""

    def has_answered(self) -> bool:
        return False


def test_words_are_looked_up_in_a_process_of_their_own(site: Path) -> None:
    report = make_report()
    print_all()
    assert look_up_until_done() == 1
    print_all()
    content = words_on(site, report)
    council = next(one for one in content["entries"] if one["base"] == "council")
    assert council["ipa"], "where no dictionary says a word, the voice does"
    assert installed_model()


def test_what_kills_the_process_twice_is_left_and_the_rest_is_done(site: Path) -> None:
    make_report()
    print_all()
    assert look_up_until_done(call_in=Dying) == 2
    wordbook = Wordbook.objects.get()
    assert wordbook.state == "failed"
    assert "2 times" in wordbook.trouble
    assert look_up_until_done(call_in=Beside) == 0


def test_why_there_are_no_words_is_told_and_another_text_is_tried_again(site: Path) -> None:
    report = make_report()
    print_all()
    look_up_until_done(call_in=Refusing)
    assert Wordbook.objects.get().trouble == "DictionaryError: the shelf is on fire"
    report.title = "Another headline"
    report.save_revision().publish()
    print_all()
    assert look_up_until_done(call_in=Beside) == 1
    assert Wordbook.objects.get().trouble == ""


def test_what_a_dead_worker_was_at_waits_again(site: Path) -> None:
    make_report()
    print_all()
    reference = Reference(call_in=Silent)
    assert reference.turn()
    assert Wordbook.objects.get().state == "looking"
    assert look_up_until_done(call_in=Beside) == 1
    assert Wordbook.objects.get().state == "done"


def test_who_is_silent_too_long_is_sent_away(site: Path) -> None:
    make_report()
    print_all()
    clock = Clock()
    with Reference(call_in=Silent, clock=clock) as reference:
        assert reference.turn()
        assert not reference.is_due()
        assert not reference.turn()
        clock.now += 1000
        assert reference.is_due()
        assert reference.turn()
    assert Wordbook.objects.get().state == "waiting"


def test_who_was_asked_nothing_for_a_minute_goes_home(site: Path) -> None:
    make_explained("The ship came.")
    clock = Clock()
    with Reference(call_in=Beside, clock=clock) as reference:
        Wordbook.objects.all().look_up_again()
        assert reference.turn()
        assert reference.turn()
        assert not reference.is_due()
        clock.now += IDLE_SECONDS + 1
        assert reference.is_due()
        assert not reference.turn()
        assert not reference.is_due()


def test_what_is_asked_for_while_it_is_looked_up_is_looked_up_once_more(site: Path) -> None:
    make_explained("The ship came.")
    Wordbook.objects.all().look_up_again()
    with Reference(call_in=Beside) as reference:
        assert reference.turn()
        Wordbook.objects.all().look_up_again()
        assert reference.turn()
        assert Wordbook.objects.get().state == "waiting"


def test_a_report_that_is_deleted_meanwhile_is_nobodys_trouble(site: Path) -> None:
    report = make_report()
    print_all()
    with Reference(call_in=Beside) as reference:
        assert reference.turn()
        report.delete()
        assert reference.turn()
    assert not Wordbook.objects.exists()
    clear_away(now=timezone.now() + KEPT + dt.timedelta(minutes=1))
    assert list(settings.CONFIG.words.iterdir()) == []


def test_what_was_wanted_last_is_looked_up_first(site: Path) -> None:
    reports = [make_explained(f"The ship came {number} times.") for number in (1, 2, 3)]
    corrected = reports[0]
    corrected.title = "Another headline"
    published(corrected)
    make_shelf(settings.CONFIG.dictionaries).close()
    newest = make_report()
    ReportPage.objects.filter(pk=newest.pk).update(first_published_at=timezone.now())
    print_all()
    # They were made with the dictionaries of before, and wait as long as there is anything else.
    with Reference(call_in=Beside) as reference:
        order = [_next(reference) for _ in range(4)]
    assert order == [newest.pk, corrected.pk, reports[2].pk, reports[1].pk]


def test_reports_that_came_out_before_there_was_a_dictionary_are_looked_up(
    bare_site: Path, newsroom: Config
) -> None:
    older, newer = make_report(), make_report()
    spanish = make_report(language="es")
    print_all()
    assert not Wordbook.objects.exists()
    with Reference(call_in=Beside) as reference:
        assert not reference.turn()
        make_shelf(newsroom.dictionaries).close()
        assert [_next(reference), _next(reference)] == [newer.pk, older.pk]
        assert not reference.turn()
        newest = make_report()
        print_all()
        assert _next(reference) == newest.pk
    assert not Wordbook.objects.filter(pk=spanish.pk).exists()
    print_all()
    assert words_on(bare_site, older)


def _next(reference: Reference) -> int:
    """The report that it looks up now."""
    assert reference.turn()
    pk = Wordbook.objects.get(state="looking").pk
    assert reference.turn()
    return int(pk)


@pytest.mark.parametrize("reports", [0, 3])
def test_progress_is_told_in_reports(site: Path, reports: int) -> None:
    for _ in range(reports):
        make_report()
    print_all()
    told: list[tuple[int, int]] = []
    look_up_until_done(lambda done, total: told.append((done, total)), call_in=Beside)
    assert told == [(number, reports) for number in range(1, reports + 1)]


def test_words_of_a_report_under_embargo_are_ready_and_on_no_site(site: Path) -> None:
    report = make_report(publish=False)
    now = timezone.now()
    set_embargo(report, until=now + dt.timedelta(hours=1), terms="", by=None, now=now)
    assert look_up_until_done(call_in=Beside) == 0, "a draft is not finished"
    report.get_latest_revision().publish()
    assert look_up_until_done(call_in=Beside) == 1
    print_all()
    assert not list(site.glob("words/*"))

    lift_embargo(ReportPage.objects.get(pk=report.pk), by=None, now=timezone.now())
    print_all()
    assert words_on(site, report)["entries"]
