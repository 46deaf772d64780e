"""One element of an HTML page → what it says about itself."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from broadsheet.wire.addresses import picture_file

# What an element says that it is, by its tag, its role, and its class or id.
_PLACES = {
    "nav": "navigation",
    "footer": "foot of the page",
    "aside": "aside",
    "form": "form",
    "dialog": "dialog",
    "navigation": "navigation",
    "complementary": "aside",
    "contentinfo": "foot of the page",
    "search": "search",
    "menu": "menu",
    "alert": "notice",
    "banner": "head of the page",
}
_NAMED = re.compile(
    r"(?:^|[\s_-])(?P<name>related|share|sharing|social|comments?|newsletter|cookies?|"
    r"promo|advert(?:isement|s)?|ads?|sponsored|outbrain|taboola|recommend\w*|most-?read|popular|"
    r"trending|toolbar|tools|subscribe|paywall|sidebar|menu|modal|popup|skip)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ROLES = re.compile(
    r"(?:^|[\s_-])(?:(?P<standfirst>standfirst|subtitle|sub-title|subhead\w*|sub-headline|deck|dek|"
    r"summary|chapo|entradilla|vorspann|lede|alternativeheadline)|(?P<byline>byline|author|writers?)|"
    r"(?P<kicker>kicker|overline|eyebrow)|(?P<credit>credit|copyright|photographer)|"
    r"(?P<caption>caption|legend))(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ICON = re.compile(r"icon|logo|avatar|sprite|pixel|spacer|emoji|badge", re.IGNORECASE)
_SMALLEST_PHOTO = 120  # px


def place_of(element: HtmlElement) -> str:
    """Why nothing of a report stands in this element, "" if nothing says so."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return "hidden"
    if _HIDDEN.search(element.get("style") or ""):
        return "hidden"
    said = " ".join(element.get(name) or "" for name in ("class", "id", "aria-label"))
    if "breadcrumb" in said.lower():
        return "breadcrumb"
    named = _PLACES.get(element.get("role") or "") or _PLACES.get(element.tag)
    if named:
        return named
    if element.tag in {"body", "main", "article", "html"}:
        return ""
    found = _NAMED.search(said)
    return found["name"].lower() if found else ""


def role_of(element: HtmlElement) -> str:
    said = " ".join(element.get(name) or "" for name in ("class", "itemprop", "rel"))
    found = _ROLES.search(said)
    return found.lastgroup or "" if found else ""


def is_small(element: HtmlElement) -> bool:
    for side in ("width", "height"):
        written = (element.get(side) or "").removesuffix("px")
        if written.isdecimal() and int(written[:6]) < _SMALLEST_PHOTO:
            return True
    return bool(_ICON.search(f"{element.get('class') or ''} {(element.get('src') or '')[-80:]}"))


def picture_of(element: HtmlElement) -> str:
    for name in ("data-src", "data-original", "src"):
        if source := picture_file(element.get(name) or ""):
            return source
    first = (element.get("srcset") or element.get("data-srcset") or "").split(",")[0].split()
    return picture_file(first[0]) if first else ""
