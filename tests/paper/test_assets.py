from __future__ import annotations

import hashlib
import re
from pathlib import Path

import brotli
import pytest

from broadsheet import paper
from broadsheet.paper.assets import asset_path, assets

HOME = Path(paper.__file__).parent
FONTS_LIMIT_BYTES = 120_000

SHEETS = sorted((HOME / "css").glob("*.css"))
ELEMENTS = sorted((HOME / "elements").glob("*.js"))
MODULES = sorted((HOME / "modules").glob("*.js"))


def test_every_asset_is_named_by_its_content() -> None:
    for asset in assets():
        stem, _, suffix = asset.name.rpartition(".")
        digest = hashlib.sha256(asset.body).hexdigest()[:10]
        assert asset.path == f"/assets/{stem}.{digest}.{suffix}"


def test_every_file_is_an_asset_or_a_part_of_one() -> None:
    joined = b"".join(asset.body for asset in assets() if asset.name.endswith((".css", ".js")))
    names = {asset.name for asset in assets()}
    for folder in ("icons", "fonts"):
        files = {file.name for file in (HOME / folder).iterdir()}
        assert files - names <= {"OFL.txt"}
    for file in (*SHEETS, *ELEMENTS, *MODULES):
        assert file.read_bytes()[:200].strip()[:100] in joined, file.name


def test_media_types_say_what_the_files_are() -> None:
    types = {asset.name: asset.media_type for asset in assets()}
    assert types["paper.css"] == "text/css; charset=utf-8"
    assert types["report.js"] == "text/javascript; charset=utf-8"
    assert types["newsreader-roman.woff2"] == "font/woff2"
    assert types["icon.svg"] == "image/svg+xml"


def test_an_unknown_name_says_which_are_known() -> None:
    with pytest.raises(ValueError, match=r"no asset 'papper.css'; write one of paper.css, "):
        asset_path("papper.css")


def test_a_sheet_refers_to_nothing_but_assets() -> None:
    paths = {asset.path for asset in assets()}
    for asset in assets():
        if asset.name.endswith(".css"):
            addresses = re.findall(r"url\(([^)]*)\)", asset.body.decode())
            assert addresses or asset.name not in {"paper.css", "sheet.css"}
            assert {address.strip('"') for address in addresses} <= paths
            assert b"@import" not in asset.body


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda file: file.stem)
def test_every_rule_stands_in_a_cascade_layer(sheet: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL).strip()
    assert re.match(r"@layer [\w, ]+[;{ ]|@font-face", css)
    assert "!important" not in css or sheet.stem in {"reset", "paper-in-print"}


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda file: file.stem)
def test_an_element_is_called_as_its_file_is(element: Path) -> None:
    source = element.read_text(encoding="utf-8")
    assert re.findall(r'customElements\.define\("([\w-]+)"', source) == [element.stem]
    assert not re.search(r"^\s*export\b", source, re.MULTILINE)


@pytest.mark.parametrize("file", [*ELEMENTS, *MODULES], ids=lambda file: file.stem)
def test_a_script_sets_no_markup_and_asks_nobody_else(file: Path) -> None:
    source = re.sub(r"^\s*//.*", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert not re.search(r"\beval\b|Function\(|(inner|outer)HTML|insertAdjacent|https?:", source)
    paths = [asset.path for asset in assets()]
    for asset in assets():
        if asset.name.endswith(".js"):
            imported = re.findall(r'^import [^;"]*"([^"]*)"', asset.body.decode(), re.MULTILINE)
            assert set(imported) <= set(paths), asset.name


def test_the_elements_of_every_report_are_one_file_and_do_not_meet() -> None:
    (report,) = (asset.body.decode() for asset in assets() if asset.name == "report.js")
    assert re.findall(r'customElements\.define\("([\w-]+)"', report)[:3] == [
        "share-report",
        "text-size",
        "word-lookup",
    ]
    # What they import stands above their blocks, each of which begins and ends a line.
    assert not re.search(r"^import\b", report, re.MULTILINE)
    above, _, _ = report.partition("\n{\n")
    assert above.strip() == (HOME / "modules/remembered.js").read_text().strip()
    assert len(re.findall(r"^\{$", report, re.MULTILINE)) >= 3


def test_both_fonts_together_are_light_and_carry_their_licence() -> None:
    fonts = [asset for asset in assets() if asset.name.endswith(".woff2")]
    assert len(fonts) == 2
    assert sum(len(font.body) for font in fonts) < FONTS_LIMIT_BYTES
    assert "SIL Open Font License, Version 1.1" in (HOME / "fonts/OFL.txt").read_text()


def test_the_styles_compress_well() -> None:
    sheet = next(asset for asset in assets() if asset.name == "paper.css")
    assert len(brotli.compress(sheet.body, quality=11)) < 10_000


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, 1.4.3."""

    def light(colour: str) -> float:
        colour = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
        parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_every_ink_can_be_read_on_every_ground_in_every_scheme() -> None:
    css = (HOME / "css/tokens.css").read_text(encoding="utf-8")
    schemes = [
        dict(re.findall(r"--(\w+): #(\w+);", block))
        for block in re.findall(r":root \{(.*?)\n\s*\}", css, re.DOTALL)
    ]
    assert len(schemes) == 4  # light, dark, and both with more contrast
    for scheme in schemes:
        for ink in ("ink", "soft", "accent"):
            for ground in ("paper", "shade"):
                assert _contrast(scheme[ink], scheme[ground]) >= 4.5, (ink, ground, scheme)
        for light in ("sentence", "spoken"):
            assert _contrast(scheme["ink"], scheme[light]) >= 4.5, (light, scheme)
        assert _contrast(scheme["sentence"], scheme["spoken"]) >= 1.25, scheme
