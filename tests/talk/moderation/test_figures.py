"""The public page of figures: what is counted, and that nobody can be told from it."""

from __future__ import annotations

import datetime as dt

from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.press.models import Urgency
from broadsheet.press.work import press_until_done, start, the_site
from broadsheet.readers.models import Account
from broadsheet.talk.moderation.appeal import answer, appeal
from broadsheet.talk.moderation.figures import figures
from broadsheet.talk.moderation.models import Decision
from broadsheet.talk.moderation.take_back import take_back
from broadsheet.talk.templatetags.talk_figures import waited
from tests.talk.making import make_comment
from tests.talk.moderation.making import decided, make_complaint, set_mode

MAY = dt.datetime(2031, 5, 5, 12, 0, tzinfo=dt.UTC)


def test_a_month_counts_what_was_decided_and_not_what_was_taken_back(
    report: ReportPage, mina: Account, otto: Account, mo: Account, ada: Account
) -> None:
    set_mode(report, "all")
    texts = ["One lamp is out.", "The ferry was late.", "Who pays for it?", "Nobody asked me."]
    comments = [make_comment(report, mina, text, now=MAY) for text in texts]
    make_complaint(comments[0], otto, made_at=MAY)
    decided(comments[0], "remove", mo, now=MAY + dt.timedelta(minutes=10))
    warned = decided(comments[1], "warn", mo, now=MAY + dt.timedelta(minutes=20))
    decided(comments[2], "publish", mo, now=MAY + dt.timedelta(minutes=60))
    slip = decided(comments[3], "ban", mo, now=MAY)
    take_back(slip.pk, moderator=mo, now=MAY)
    given = appeal(warned, reader=mina, text="It was late, though.", now=MAY)
    answer(given.pk, "upheld", "It was.", moderator=ada, now=MAY)
    (month,) = figures(now=MAY, zone=dt.UTC)
    assert month.first_day == dt.date(2031, 5, 1)
    assert (month.comments, month.reported, month.removed) == (4, 1, 2)
    assert month.by_clause == (("4. Advertise nothing.", 2),)
    assert (month.warned, month.paused, month.banned) == (1, 0, 0)
    assert (month.appeals, month.upheld, month.refused) == (1, 1, 0)
    assert month.median_seconds == 20 * 60


def test_months_are_the_papers_own_and_go_back_two_years(mo: Account) -> None:
    seoul = dt.timezone(dt.timedelta(hours=9))
    for made_at in (
        dt.datetime(2031, 4, 30, 15, 0, tzinfo=dt.UTC),  # May in Seoul
        dt.datetime(2029, 5, 31, 14, 59, tzinfo=dt.UTC),  # more than two years ago
    ):
        Decision.objects.create(kind="remove", moderator_name="Mo", made_at=made_at)
    found = figures(now=MAY, zone=seoul)
    assert [month.first_day for month in found] == [dt.date(2031, 5, 1)]


def test_the_press_prints_them_and_the_policy_leads_to_them(
    talk: Config, report: ReportPage, mina: Account, mo: Account
) -> None:
    set_mode(report, "all")
    decided(make_comment(report, mina, "Buy my lamps."), "remove", mo, reason="Mo saw lamps.")
    start(the_site())
    press_until_done(urgency=Urgency.REBUILD)
    page = (talk.site / "talk-figures/index.html").read_text("utf-8")
    assert "1 × 4. Advertise nothing." in page
    for private in ("Mina", "Mo saw lamps.", "Buy my lamps."):
        assert private not in page
    policy = (talk.site / "standards-policy/index.html").read_text("utf-8")
    assert 'href="/talk-figures/"' in policy


def test_a_wait_is_said_as_people_say_it() -> None:
    said = [waited(seconds) for seconds in (0, 60, 119 * 60, 3 * 3600, 47 * 3600, 72 * 3600)]
    assert said == ["1 minute", "1 minute", "119 minutes", "3 hours", "47 hours", "3 days"]
