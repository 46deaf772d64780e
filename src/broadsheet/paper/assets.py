"""Styles, elements, fonts and icons → files named by their content.

A name that changes with the bytes lets a browser keep a file for good. Readers may see the
source, so it is served as it is written: style sheets are joined, and so are the elements that
every report has; nothing is minified.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HOME = Path(__file__).parent

# Each sheet is what one kind of page needs, in the order of its cascade layers.
_SHEETS = {
    "paper.css": (
        *("layers", "fonts", "tokens", "reset", "type", "furniture", "photo", "teaser"),
        *("report", "body", "audio", "words", "front", "list", "form", "paper-in-print"),
    ),
    "sheet.css": ("layers", "fonts", "tokens", "reset", "type", "photo", "sheet"),
    "reader.css": ("reader",),
    "dictionary.css": ("word-card", "my-words"),
    "comments.css": ("comments",),
    "live.css": ("live",),
}
# Elements that pages have from the start, in one file for the sake of a request each. They stand in
# a block of their own there, so that their names do not meet, and what they import above them.
_MODULES = {
    "report.js": ("share-report", "text-size", "word-lookup", "comment-thread"),
    "audio-report.js": ("audio-report",),
}

_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}

_CSS_URL = re.compile(r'url\("([^":/]+)"\)')
_IMPORT = re.compile(r'^(import [^;"]*)"\./([\w-]+\.js)"', re.MULTILINE)
_WHOLE_IMPORT = re.compile(_IMPORT.pattern + ";\n+", re.MULTILINE)


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
    joined = {f"{name}.js" for names in _MODULES.values() for name in names}
    elements = [
        file
        for folder in ("elements", "modules")
        for file in sorted((_HOME / folder).iterdir())
        if file.suffix in _MEDIA_TYPES and file.name not in joined
    ]
    plain = [
        _asset(file.name, file.read_bytes())
        for folder in ("fonts", "icons")
        for file in sorted((_HOME / folder).iterdir())
        if file.suffix in _MEDIA_TYPES
    ]
    paths = {asset.name: asset.path for asset in plain}
    sheets = [_asset(name, _sheet(parts, paths)) for name, parts in _SHEETS.items()]
    modules = [_asset(name, _module(parts)) for name, parts in _MODULES.items()]
    return (*sheets, *modules, *_importing(elements), *plain)


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


def _module(elements: tuple[str, ...]) -> bytes:
    sources = [(_HOME / "elements" / f"{name}.js").read_text(encoding="utf-8") for name in elements]
    imported = {found[2] for source in sources for found in _IMPORT.finditer(source)}
    above = [(_HOME / "modules" / name).read_text(encoding="utf-8") for name in sorted(imported)]
    blocks = [f"{{\n{_WHOLE_IMPORT.sub('', source)}}}\n" for source in sources]
    return "\n".join((*above, *blocks)).encode()


def _importing(files: Iterable[Path]) -> Iterator[Asset]:
    """Modules, with the names of those that they import as they stand on the site."""
    waiting = {file.name: file.read_text(encoding="utf-8") for file in files}
    paths: dict[str, str] = {}

    def place(found: re.Match[str]) -> str:
        return f'{found[1]}"{paths[found[2]]}"'

    while waiting:
        ready = [
            name
            for name, source in waiting.items()
            if not {found[2] for found in _IMPORT.finditer(source)} & waiting.keys()
        ]
        if not ready:
            raise ValueError(f"{', '.join(waiting)} import one another in a circle; break it")
        for name in ready:
            asset = _asset(name, _IMPORT.sub(place, waiting.pop(name)).encode())
            paths[name] = asset.path
            yield asset
