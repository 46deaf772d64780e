"""Addresses that reports had before: a signpost page for any web server, a map for ours."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from wagtail.contrib.redirects.models import Redirect

from broadsheet.paper import pages
from broadsheet.press.models import SiteFile
from broadsheet.press.recipes.made import Made, Round, page

MAP_PATH = "moved.map"
_PLAIN = re.compile(r"/[\w\-./]+")
_SAFE = "/:?#[]@!&()*+,=%~-._"


def make(key: str, now: Round) -> Made | None:
    """`moved:4` → a page at the old address that leads to the new one."""
    redirect = Redirect.objects.select_related("redirect_page").filter(pk=int(key[6:])).first()
    if redirect is None:
        return None
    old, new = _old_path(redirect), _new_path(redirect)
    if not old or not new or _is_taken(old):
        return None
    return Made(page(old, pages.moved_page(new, now.newspaper)))


def make_map(_key: str, _now: Round) -> Made | None:
    """`moved-map` → every old address and its new one, for the web server's 301."""
    lines = []
    for redirect in Redirect.objects.select_related("redirect_page").order_by("old_path", "pk"):
        old, new = _old_path(redirect), _new_path(redirect)
        if old and new and not _is_taken(old):
            # nginx compares the decoded address, and sends on what it is given as it stands.
            lines.append(f'"{old}" "{quote(new, safe=_SAFE)}";\n')
    return Made({MAP_PATH: "".join(dict.fromkeys(lines)).encode()})


def _old_path(redirect: Redirect) -> str:
    """Wagtail keeps old addresses without the slash at their end."""
    path = unquote(redirect.old_path).rstrip("/")
    return f"{path}/" if _PLAIN.fullmatch(path) and ".." not in path else ""


def _new_path(redirect: Redirect) -> str:
    if redirect.redirect_page:
        target = redirect.redirect_page
        return _on_site(target.url_path) if target.live else ""
    link = redirect.redirect_link.strip()
    return link if re.fullmatch(r"(https?://|/)[^\s\"';{}$\\]+", link) else ""


def _on_site(url_path: str) -> str:
    return "/" + url_path.lstrip("/").partition("/")[2]


def _is_taken(path: str) -> bool:
    """Whether a page of the paper stands at this address now: it wins over a signpost."""
    file = f"{path.strip('/')}/index.html"
    return SiteFile.objects.filter(path=file).exclude(output__key__startswith="moved:").exists()
