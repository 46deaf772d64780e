"""A page is live at once, is read in the background, and never plays the sound of another text."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.test.utils import override_settings
from django.utils import timezone
from PIL import Image

from broadsheet import story as s
from broadsheet.desk.models import Correction, Masthead, ReportPage, SectionPage
from broadsheet.desk.set_embargo import lift_embargo, set_embargo
from broadsheet.press.models import Output, SiteFile
from broadsheet.press.work import start, the_site
from broadsheet.setting.voice import VoiceConfig
from broadsheet.studio.models import Recording
from broadsheet.studio.order_again import order_again
from broadsheet.studio.work import voice_until_done
from broadsheet.timetable.keep_time import TimeKeeper
from tests.studio.conftest import make_news, page_of, print_all, today


def published(report: ReportPage) -> None:
    report.save_revision().publish()
    print_all()


def sounds_on(site: Path) -> set[str]:
    return (
        {file.name for file in (site / "sound").glob("*.*")} if (site / "sound").exists() else set()
    )


def test_a_page_is_live_at_once_and_gains_its_sound_when_it_is_ready(site: Path) -> None:
    report = make_news(headline="Pier opens")
    print_all()
    assert "<audio" not in page_of(site, report)
    assert Recording.objects.get().state == "waiting"

    assert voice_until_done() == 1
    assert "<audio" not in page_of(site, report), "the press prints the page, nobody else"
    print_all()
    recording = Recording.objects.get()
    assert (recording.state, recording.said) == ("done", recording.sentences)
    assert recording.sound
    page = page_of(site, report)
    for path in (recording.sound.mp3_path, recording.sound.opus_path, recording.sound.cues_path):
        assert path in page
        assert (site / path.strip("/")).stat().st_size > 0
    assert (site / recording.sound.mp3_path.strip("/")).stat().st_size == recording.mp3_bytes
    assert recording.milliseconds > 1000


def test_printing_the_page_again_orders_nothing(site: Path) -> None:
    report = make_news()
    print_all()
    voice_until_done()
    print_all()
    before = list(Recording.objects.values())
    published(report)
    assert [{**row} for row in Recording.objects.values()] == before


def test_a_correction_withdraws_the_sound_until_the_new_one_is_there(site: Path) -> None:
    report = make_news()
    print_all()
    voice_until_done()
    print_all()
    old = sounds_on(site)
    assert old

    report.corrections.add(
        Correction(text="It was Monday, not Tuesday.", corrected_at=timezone.now())
    )
    published(report)
    assert "<audio" not in page_of(site, report)
    assert sounds_on(site) == set()
    voice_until_done()
    print_all()
    assert "<audio" in page_of(site, report)
    assert sounds_on(site)
    assert not sounds_on(site) & old


def test_what_nobody_hears_leaves_the_sound_alone(site: Path) -> None:
    report = make_news()
    print_all()
    voice_until_done()
    print_all()
    before = sounds_on(site)
    report.kicker = "Harbour"
    published(report)
    assert "Harbour" in page_of(site, report)
    assert "<audio" in page_of(site, report)
    assert sounds_on(site) == before


def test_a_change_that_is_taken_back_gets_its_old_sound_at_once(site: Path) -> None:
    report = make_news(headline="Pier opens")
    print_all()
    voice_until_done()
    print_all()
    before = sounds_on(site)
    report.title = "Pier shuts"
    published(report)
    report.title = "Pier opens"
    published(report)
    assert sounds_on(site) == before
    assert "<audio" in page_of(site, report)


def test_only_the_sentences_that_changed_are_said_again(site: Path) -> None:
    sentences = ("The pier is open.", "Nobody paid for it.", "The lamps are lit.")
    report = make_news(body=tuple(s.Paragraph(s.Text(one)) for one in sentences))
    print_all()
    voice_until_done()
    takes = set(settings.CONFIG.takes.rglob("*.take"))
    report.body[1] = ("paragraph", "<p>Everybody paid for it.</p>")
    published(report)
    voice_until_done()
    assert len(set(settings.CONFIG.takes.rglob("*.take")) - takes) == 1


@pytest.mark.parametrize("what", ["report", "section", "section above"])
def test_what_is_set_not_to_be_read_is_not_read(site: Path, what: str) -> None:
    report = make_news(sections=("National", "Harbour"))
    print_all()
    voice_until_done()
    print_all()
    assert "<audio" in page_of(site, report)
    if what == "report":
        report.is_read_aloud = False
        published(report)
    else:
        name = "Harbour" if what == "section" else "National"
        section = SectionPage.objects.get(title=name)
        section.is_read_aloud = False
        section.save_revision().publish()
        print_all()
    assert "<audio" not in page_of(site, report)
    assert sounds_on(site) == set()
    assert voice_until_done() == 0


def test_a_language_without_a_voice_gets_no_player(site: Path) -> None:
    report = make_news(language="ko", headline="부두가 열렸다")
    print_all()
    assert not Recording.objects.exists()
    assert "<audio" not in page_of(site, report)


def test_a_section_has_its_own_voice(site: Path) -> None:
    voices = (*settings.CONFIG.voice, VoiceConfig(name="slow joe", speed=0.8))
    with override_settings(CONFIG=settings.CONFIG.model_copy(update={"voice": voices})):
        make_news(sections=("Sport",))
        make_news(sections=("National", "Harbour"))
        print_all()
        section = SectionPage.objects.get(title="National")
        section.voice = "slow joe"
        section.save_revision().publish()
        print_all()
        voices_now = Recording.objects.wanted().values_list("report__slug", "voice")
        assert sorted(voice for _, voice in voices_now) == ["joe", "slow joe"]


def test_an_old_report_is_read_only_when_an_editor_asks(site: Path) -> None:
    report = make_news(published_on=today() - dt.timedelta(days=40))
    print_all()
    assert not Recording.objects.exists()
    assert order_again(report, now=timezone.now())
    voice_until_done()
    print_all()
    assert "<audio" in page_of(site, report)


def test_voicing_again_leaves_the_sound_on_the_page_until_the_new_one_has_come(site: Path) -> None:
    report = make_news()
    print_all()
    voice_until_done()
    print_all()
    order_again(report, now=timezone.now())
    published(report)
    assert Recording.objects.get().state == "waiting"
    assert "<audio" in page_of(site, report)


def test_a_recording_that_was_voiced_again_has_its_new_files_on_the_site(site: Path) -> None:
    report = make_news()
    print_all()
    voice_until_done()
    print_all()
    before = sounds_on(site)
    # The paper's name stands in the tags, and nothing of it is heard.
    Masthead.objects.update(name="The Other Courier")
    order_again(report, now=timezone.now())
    voice_until_done()
    print_all()
    after = sounds_on(site)
    assert before.isdisjoint(name for name in after if name.endswith(".mp3"))
    named = re.findall(r"/sound/([\w.-]+)", page_of(site, report))
    assert named
    assert set(named) <= after
    assert {name for name in before if name.endswith(".mp3")}.isdisjoint(after)


def test_an_unpublished_report_takes_its_sound_along(site: Path) -> None:
    report = make_news()
    print_all()
    voice_until_done()
    print_all()
    report.unpublish()
    print_all()
    assert sounds_on(site) == set()
    assert not SiteFile.objects.filter(path__startswith="sound/").exists()


def test_a_recording_whose_files_are_gone_is_made_again(site: Path) -> None:
    report = make_news()
    print_all()
    voice_until_done()
    print_all()
    shutil.rmtree(settings.CONFIG.recordings)
    published(report)
    assert "<audio" not in page_of(site, report)
    voice_until_done()
    print_all()
    assert "<audio" in page_of(site, report)


def test_the_podcasts_of_its_sections_hold_it_while_it_has_a_sound(site: Path) -> None:
    report = make_news(sections=("National", "Harbour"), headline="Pier opens")
    print_all()
    assert not list(site.rglob("podcast.xml"))
    voice_until_done()
    print_all()
    found = sorted(str(file.relative_to(site)) for file in site.rglob("podcast.xml"))
    with Image.open(site / "podcast.png") as artwork:
        assert artwork.size == (1536, 1536)
    assert found == ["national/harbour/podcast.xml", "national/podcast.xml", "podcast.xml"]
    recording = Recording.objects.get()
    for file in found:
        podcast = (site / file).read_text("utf-8")
        assert "Pier opens" in podcast
        assert "/podcast.png" in podcast
        assert re.search(rf'<enclosure [^>]*length="{recording.mp3_bytes}"', podcast)
    assert "podcast.xml" in (site / "national/index.html").read_text("utf-8")
    report.is_read_aloud = False
    published(report)
    assert not list(site.rglob("podcast.xml"))
    assert "podcast.xml" not in (site / "national/index.html").read_text("utf-8")


def test_no_page_leads_to_a_podcast_that_is_not_there(site: Path) -> None:
    make_news(topics=("Harbours",))
    print_all()
    voice_until_done()
    Output.objects.update(is_stale=True)
    print_all()
    led = {
        path
        for page in site.rglob("index.html")
        for path in re.findall(r'href="/([^"]*podcast\.xml)"', page.read_text("utf-8"))
    }
    assert led == {str(file.relative_to(site)) for file in site.rglob("podcast.xml")}


def test_a_changed_voice_reads_everything_again(site: Path) -> None:
    make_news()
    print_all()
    voice_until_done()
    print_all()
    before = Recording.objects.get()
    slower = (settings.CONFIG.voice[0].model_copy(update={"speed": 0.9}),)
    with override_settings(CONFIG=settings.CONFIG.model_copy(update={"voice": slower})):
        start(the_site())
        print_all()
        assert Recording.objects.wanted().get() != before


def test_a_report_under_embargo_is_voiced_and_its_sound_goes_out_with_it(site: Path) -> None:
    report = make_news(headline="Pier opens", publish=False)
    now = timezone.now()
    set_embargo(report, until=now + dt.timedelta(hours=1), terms="", by=None, now=now)
    report.get_latest_revision().publish()
    make_news()
    print_all()
    TimeKeeper().turn()
    first = Recording.objects.next()
    assert first
    assert first.report_id == report.pk, "what is set for a minute cannot wait"
    assert voice_until_done() == 2
    print_all()
    recording = Recording.objects.get(report=report)
    assert recording.state == "done"
    assert not any(recording.stamp in name for name in sounds_on(site))

    lift_embargo(ReportPage.objects.get(pk=report.pk), by=None, now=timezone.now())
    print_all()
    assert "<audio" in page_of(site, report)
    assert any(recording.stamp in name for name in sounds_on(site))
    assert Recording.objects.filter(report=report).count() == 1
