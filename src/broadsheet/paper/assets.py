"""Styles, elements, fonts and icons → files named by their content.

A name that changes with the bytes lets a browser keep a file for good. Readers may see the
source, so it is served as it is written: the style sheets are joined, nothing is minified.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HOME = Path(__file__).parent

# Each sheet is what one kind of page needs, in the order of its cascade layers.
_SHEETS = {
    "paper.css": (
        *("layers", "fonts", "tokens", "reset", "type", "furniture", "photo", "teaser"),
        *("report", "body", "audio", "front", "list", "form", "paper-in-print"),
    ),
    "sheet.css": ("layers", "fonts", "tokens", "reset", "type", "photo", "sheet"),
    "reader.css": ("reader",),
}

_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}

_CSS_URL = re.compile(r'url\("([^":/]+)"\)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file that pages refer to: `name` in templates, `path` on the site."""

    name: str
    path: str
    body: bytes
    media_type: str


@cache
def assets() -> tuple[Asset, ...]:
    """Every asset of the paper. Paths hold the content's hash, so each may be cached for ever."""
    plain = [
        _asset(file.name, file.read_bytes())
        for folder in ("elements", "fonts", "icons")
        for file in sorted((_HOME / folder).iterdir())
        if file.suffix in _MEDIA_TYPES
    ]
    paths = {asset.name: asset.path for asset in plain}
    sheets = [_asset(name, _sheet(parts, paths)) for name, parts in _SHEETS.items()]
    return (*sheets, *plain)


def asset_path(name: str) -> str:
    """Where the asset called `name` stands on the site. Raises ValueError where there is none."""
    for asset in assets():
        if asset.name == name:
            return asset.path
    known = ", ".join(asset.name for asset in assets())
    raise ValueError(f"the paper has no asset {name!r}; write one of {known}")


def _asset(name: str, body: bytes) -> Asset:
    file = Path(name)
    digest = hashlib.sha256(body).hexdigest()[:10]
    return Asset(
        name=name,
        path=f"/assets/{file.stem}.{digest}{file.suffix}",
        body=body,
        media_type=_MEDIA_TYPES[file.suffix],
    )


def _sheet(parts: tuple[str, ...], paths: dict[str, str]) -> bytes:
    css = "\n".join((_HOME / "css" / f"{part}.css").read_text(encoding="utf-8") for part in parts)
    return _CSS_URL.sub(lambda found: f'url("{paths[found[1]]}")', css).encode()
