"""A file's name → what kind of file it is, for everybody who serves the site folder.

Only files of these kinds are served. What the press writes for itself beside them (the
precompressed siblings `.br` and `.gz`, the map of moved addresses) has no kind, hence no address.
"""

from __future__ import annotations

from dataclasses import dataclass

# Sent with a charset, and precompressed where the press has done so.
TEXTS: dict[str, str] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "xsl": "text/xsl",
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "opml": "text/x-opml",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "vtt": "text/vtt",
    "ics": "text/calendar",
}

# Sent as they are, in whole or in byte ranges.
MEDIA: dict[str, str] = {
    "avif": "image/avif",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "epub": "application/epub+zip",
    "pdf": "application/pdf",
    "zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A Content-Type, and whether it is text: precompressed siblings may stand beside text."""

    content_type: str
    is_text: bool


def kind_of(name: str) -> Kind | None:
    """The kind of a file by its name, or None where such a file is not served.

    >>> kind_of("index.html")
    Kind(content_type='text/html; charset=utf-8', is_text=True)
    >>> kind_of("index.html.br") is None
    True
    """
    extension = name.rpartition(".")[2]
    if extension in TEXTS:
        return Kind(f"{TEXTS[extension]}; charset=utf-8", is_text=True)
    return Kind(MEDIA[extension], is_text=False) if extension in MEDIA else None
