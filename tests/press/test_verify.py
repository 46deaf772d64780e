"""`broadsheet verify` finds what differs on the site, and puts it right without losing anything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from broadsheet.commands import verify
from broadsheet.commands.trouble import Trouble
from broadsheet.config import Config
from broadsheet.desk.models import ReportPage
from broadsheet.press.models import Order, Urgency
from broadsheet.press.work import press_until_done, start, the_site
from tests.make import make_report


@pytest.fixture
def report(newsroom: Config) -> ReportPage:
    made = make_report()
    start(the_site())
    press_until_done(urgency=Urgency.REBUILD)
    return made


def snapshot(site: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }


def page_of(config: Config, report: ReportPage) -> Path:
    return config.site / report.path_on_site.strip("/") / "index.html"


def test_a_site_in_step_is_left_as_it_is(
    newsroom: Config, report: ReportPage, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(newsroom.site)
    verify.run(is_look=True)
    verify.run(is_look=False)
    assert snapshot(newsroom.site) == before
    assert "the site is in step with the desk." in capsys.readouterr().out


def break_page(page: Path) -> None:
    page.write_bytes(page.read_bytes()[:-100])


def lose_page(page: Path) -> None:
    page.unlink()


def break_variant(page: Path) -> None:
    variant = page.with_name("index.html.br")
    variant.write_bytes(variant.read_bytes()[:-10])


def keep_an_old_variant(page: Path) -> None:
    variant = page.with_name("index.html.gz")
    variant.write_bytes((page.parent / "print/index.html.gz").read_bytes())


def hide_page(page: Path) -> None:
    """From an nginx of another account."""
    page.chmod(0o600)


def lead_elsewhere(page: Path) -> None:
    """To the same bytes, for now."""
    page.rename(page.with_name(".elsewhere"))
    page.symlink_to(page.with_name(".elsewhere"))


def put_a_folder_there(page: Path) -> None:
    page.unlink()
    page.mkdir()


def put_a_pipe_there(page: Path) -> None:
    page.unlink()
    os.mkfifo(page)


HARMS = (
    break_page,
    lose_page,
    break_variant,
    keep_an_old_variant,
    hide_page,
    lead_elsewhere,
    put_a_folder_there,
    put_a_pipe_there,
)


@pytest.mark.parametrize("harm", HARMS)
def test_whatever_became_of_a_file_it_is_printed_again(
    newsroom: Config, report: ReportPage, harm: object
) -> None:
    before = snapshot(newsroom.site)
    harm(page_of(newsroom, report))  # type: ignore[operator]
    with pytest.raises(Trouble, match="0 reports and 1 file of"):
        verify.run(is_look=True)
    verify.run(is_look=False)
    after = snapshot(newsroom.site)
    page = str(page_of(newsroom, report).relative_to(newsroom.site))
    assert after[page] == before[page]
    assert {path for path in after if not path.endswith(".elsewhere")} == before.keys()
    assert page_of(newsroom, report).stat().st_mode & 0o444 == 0o444
    verify.run(is_look=True)


def test_what_does_not_belong_to_the_site_is_kept_beside_it(
    newsroom: Config, report: ReportPage
) -> None:
    for name in ("national/withdrawn/index.html", "national/withdrawn/index.html.br", "a.br"):
        file = newsroom.site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"an old page")
    verify.run(is_look=False)
    assert not (newsroom.site / "national/withdrawn").exists()
    (aside,) = (newsroom.var / "astray").iterdir()
    assert snapshot(aside).keys() == {
        "national/withdrawn/index.html",
        "national/withdrawn/index.html.br",
        "a.br",
    }


@pytest.mark.parametrize("leads_to", ["/etc", "/nowhere"])
def test_a_link_out_of_the_site_is_taken_off_it(
    newsroom: Config, report: ReportPage, leads_to: str
) -> None:
    (newsroom.site / "open").symlink_to(leads_to)
    verify.run(is_look=False)
    assert not (newsroom.site / "open").is_symlink()
    (aside,) = (newsroom.var / "astray").iterdir()
    assert (aside / "open").is_symlink()


def test_a_page_that_was_withdrawn_and_put_back_by_hand_is_taken_off_again(
    newsroom: Config, report: ReportPage
) -> None:
    page = page_of(newsroom, report)
    kept = page.read_bytes()
    report.unpublish()
    verify.run(is_look=False)
    page.parent.mkdir(parents=True)
    page.write_bytes(kept)
    verify.run(is_look=False)
    assert not page.exists()


def test_a_hidden_folder_is_the_operators_own(newsroom: Config, report: ReportPage) -> None:
    proof = newsroom.site / ".well-known/proof.txt"
    proof.parent.mkdir()
    proof.write_text("mine")
    verify.run(is_look=False)
    assert proof.read_text() == "mine"


def test_a_report_whose_order_was_lost_leaves_the_site(
    newsroom: Config, report: ReportPage
) -> None:
    page = page_of(newsroom, report)
    report.unpublish()
    Order.objects.all().delete()
    with pytest.raises(Trouble, match="1 report and 0 files of"):
        verify.run(is_look=True)
    assert page.exists()
    verify.run(is_look=False)
    assert not page.exists()
