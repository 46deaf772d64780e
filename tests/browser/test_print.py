"""A report on paper: what was reported, on A4 and on Letter, and none of the furniture."""

from __future__ import annotations

import re
import shutil
import subprocess
from math import dist
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.kinds import open_kind
from tests.browser.newsrooms import Edited
from tests.server.running import PATIENCE_SECONDS

pytest_plugins = ["tests.browser.editions"]
pytestmark = pytest.mark.browser

PDFTOTEXT = shutil.which("pdftotext")
NOT_READ = "THE PRINTED PAGES WERE NOT READ: that takes pdftotext; apt-get install poppler-utils"
PRINTED = (
    "report with a lead photo",
    "report with a gallery",
    "report with everything",
    "print version",
    "print version with everything",
    "print version in Korean",
)
SIZES = {"A4": (595, 842), "Letter": (612, 792)}
MARGIN_POINTS = 40
# What leads elsewhere or does something; on paper it does neither.
FURNITURE = (
    "Skip to content",
    "Sections",
    "Search",
    "Search the paper",
    "Home",
    "Print",
    "Share",
    "Copy link",
    "Link",
    "Topics",
    "Related",
    "Related reports",
    "RSS feed",
    "Latest",
    "Reporters",
    "How we report: our standards policy",
)


@pytest.mark.parametrize("kind", PRINTED)
def test_what_was_reported_is_printed_and_no_furniture(
    kind: str, edited: Edited, context: BrowserContext
) -> None:
    page = context.new_page()
    open_kind(kind, edited, page)
    page.emulate_media(media="print", color_scheme="dark")
    lines = [line.strip() for line in page.locator("body").inner_text().splitlines()]
    printed = " ".join(lines)
    assert [words for words in reported(page) if words not in printed] == []
    assert [line for line in lines if line in FURNITURE or line.startswith("Write to ")] == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.skipif(PDFTOTEXT is None, reason=NOT_READ)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", PRINTED)
def test_all_of_it_is_on_the_sheet(
    kind: str, size: str, edited: Edited, context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    open_kind(kind, edited, page)
    for photo in page.locator("img").all():
        photo.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    wanted = reported(page)
    file = tmp_path / "report.pdf"
    page.pdf(path=file, format=size, print_background=True)
    width, height = SIZES[size]
    words, sheets = words_on(file)
    assert [sheet for sheet in sheets if dist(sheet, (width, height)) > 2] == []
    printed = squeezed("".join(word for word, _ in words))
    assert [end for one in wanted for end in ends_of(one) if end not in printed] == []
    assert [word for word, (left, right) in words if left < MARGIN_POINTS] == []
    assert [word for word, (left, right) in words if right > width - MARGIN_POINTS] == []
    lines = text_of(file).splitlines()
    assert [line for line in lines if line.strip() in FURNITURE] == []


def reported(page: Page) -> list[str]:
    """The words that have to be on paper, as they stand on the screen."""
    found = [
        words.strip()
        for part in ("h1", ".standfirst", ".byline a", ".caption", ".credit", ".corrections p")
        for words in page.locator(f"main > article {part}").all_inner_texts()
    ]
    found += page.locator(".report-body > p, .sheet-body > p").all_inner_texts()
    assert len(found) > 5
    return [" ".join(re.sub("^photo:", "", words, flags=re.IGNORECASE).split()) for words in found]


def words_on(file: Path) -> tuple[list[tuple[str, tuple[float, float]]], set[tuple[int, int]]]:
    """Each word with the left and the right of where it stands, and the sizes of the sheets."""
    boxes = _read(file, "-bbox")
    number = r'"([\d.]+)"'
    words = re.findall(
        rf"<word xMin={number} yMin={number} xMax={number} yMax={number}>(.*?)</word>", boxes
    )
    sheets = re.findall(rf"<page width={number} height={number}>", boxes)
    assert words
    return (
        [(word, (float(left), float(right))) for left, _, right, _, word in words],
        {(round(float(width)), round(float(height))) for width, height in sheets},
    )


def text_of(file: Path) -> str:
    return _read(file, "-layout")


def ends_of(words: str) -> tuple[str, str]:
    """How a paragraph begins and ends: in the midst of it a column or a sheet may."""
    whole = squeezed(words)
    return whole[:15], whole[-15:]


def squeezed(words: str) -> str:
    """Without spaces and hyphens, which depend on where lines end."""
    words = words.replace("&amp;", "&").replace("&quot;", '"').replace("&lt;", "<")
    return re.sub(r"[\s\u00ad-]+", "", words).casefold()


def _read(file: Path, how: str) -> str:
    done = subprocess.run(
        [PDFTOTEXT or "", how, file, "-"],
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=True,
    )
    return done.stdout
