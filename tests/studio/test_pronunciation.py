"""The newsroom's list of pronunciations, and what it does to reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from broadsheet import story as s
from broadsheet.desk.models import SectionPage
from broadsheet.studio.models import Pronunciation, Recording
from broadsheet.studio.work import voice_until_done
from tests.studio.conftest import make_news, print_all


def said_again(before: set[Path]) -> int:
    return len(set(settings.CONFIG.takes.rglob("*.take")) - before)


def takes() -> set[Path]:
    return set(settings.CONFIG.takes.rglob("*.take"))


def test_changing_an_entry_says_the_sentences_that_hold_it_again_and_no_others(site: Path) -> None:
    sentences = ("The pier at Skerrin is open.", "Nobody paid for it.")
    holds = make_news(body=tuple(s.Paragraph(s.Text(one)) for one in sentences))
    make_news()
    print_all()
    voice_until_done()
    print_all()
    before = takes()
    entry = Pronunciation.objects.create(phrase="Skerrin", said="SKEH rin")
    print_all()
    assert [one.report_id for one in Recording.objects.filter(state="waiting")] == [holds.pk]
    voice_until_done()
    print_all()
    assert said_again(before) == 1

    before = takes()
    entry.said = "skuh REEN"
    entry.save()
    print_all()
    voice_until_done()
    assert said_again(before) == 1

    before = takes()
    entry.delete()
    print_all()
    assert voice_until_done() <= 1
    assert said_again(before) == 0, "without the entry it is as it was at first"
    assert Recording.objects.wanted().filter(state="done").count() == 2


def test_a_phrase_that_is_renamed_touches_what_held_the_old_one(site: Path) -> None:
    report = make_news(headline="The pier at Skerrin is open")
    entry = Pronunciation.objects.create(phrase="Skerrin", said="SKEH rin")
    print_all()
    voice_until_done()
    entry.phrase = "Haskerry"
    entry.save()
    print_all()
    assert Recording.objects.wanted().get(report=report).state == "waiting"


def test_an_entry_holds_for_its_section_and_those_below_alone(site: Path) -> None:
    make_news(sections=("National", "Harbour"), headline="Skerrin votes")
    make_news(sections=("Sport",), headline="Skerrin wins")
    print_all()
    national = SectionPage.objects.get(title="National")
    harbour = SectionPage.objects.get(title="Harbour")
    sport = SectionPage.objects.get(title="Sport")
    Pronunciation.objects.create(phrase="Skerrin", said="SKEH rin")
    Pronunciation.objects.create(phrase="Skerrin", said="skuh REEN", section=national)
    said = [
        [one.said for one in Pronunciation.objects.sayings("Skerrin", language="en", sections=at)]
        for at in ([national, harbour], [sport])
    ]
    assert said == [["skuh REEN"], ["SKEH rin"]]


def test_an_entry_for_a_language_holds_in_no_other() -> None:
    entry = Pronunciation(phrase="Skerrin", said="SKEH rin", language="de")
    assert not entry.saying.is_in("en")


@pytest.mark.parametrize("said", ["", "!!", "/dʒ", "/日本/", "ab12"])
def test_an_entry_that_no_voice_could_follow_is_refused_in_one_sentence(said: str) -> None:
    entry = Pronunciation(phrase="Skerrin", said=said)
    with pytest.raises(ValidationError) as refused:
        entry.clean()
    assert len(refused.value.messages) == 1
