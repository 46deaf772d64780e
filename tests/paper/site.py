"""A site without a server: pages and files are handed to the browser as it asks for them."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Route

from broadsheet.headers import PAPER_HEADERS
from broadsheet.paper.assets import assets
from tests.chromium import PATIENCE_MS

HOST = "https://courier.example"
# The smallest image that there is (GIF89a, 1 × 1): photos are not what is looked at here.
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==")


@dataclass
class Site:
    """The paper, ready to be asked for: pages by name, files and assets by path; what was asked.

    A file is its bytes and its media type, and is served in ranges, as a player wants it. The paths
    in `gone` answer 404, and so does the file that a live report asks for again and again, unless
    it is among the files.
    """

    pages: dict[str, str]
    files: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        url = urlsplit(route.request.url)
        self.asked.append(route.request.url)
        if f"{url.scheme}://{url.netloc}" != HOST:
            route.abort()
            return
        asset = next((one for one in assets() if one.path == url.path), None)
        is_polled = url.path.startswith("/live-updates/") and url.path not in self.files
        if url.path in self.gone or is_polled:
            route.fulfill(status=404, headers=PAPER_HEADERS)
            return
        if asset:
            body, media_type = asset.body, asset.media_type
        elif url.path in self.files:
            self._answer_in_part(route, *self.files[url.path])
            return
        elif url.path.startswith("/photos/"):
            body, media_type = PIXEL, "image/gif"
        else:
            name = url.path.strip("/").replace("-", " ")
            body, media_type = self.pages[name].encode(), "text/html; charset=utf-8"
        route.fulfill(body=body, headers={**PAPER_HEADERS, "Content-Type": media_type})

    def _answer_in_part(self, route: Route, body: bytes, media_type: str) -> None:
        headers = {**PAPER_HEADERS, "Content-Type": media_type, "Accept-Ranges": "bytes"}
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", route.request.headers.get("range", ""))
        if asked is None:
            route.fulfill(body=body, headers=headers)
            return
        first, last = int(asked[1]), int(asked[2] or len(body) - 1)
        headers["Content-Range"] = f"bytes {first}-{last}/{len(body)}"
        route.fulfill(status=206, body=body[first : last + 1], headers=headers)


def opened(browser: Browser, site: Site, **settings: Any) -> tuple[BrowserContext, Page, list[str]]:
    """A window on the site, the page in it, and a list of what the page will complain of."""
    settings = {"viewport": {"width": 1440, "height": 900}, **settings}
    context = browser.new_context(**settings)
    context.route("**/*", site.answer)
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    site.asked.clear()
    return context, page, said


def until(page: Page, condition: str) -> None:
    """Wait until a JavaScript expression holds, looked at over and over.

    `wait_for_function` would evaluate it in a way that the paper's security policy forbids.
    """
    page.evaluate(
        f"""() => new Promise((resolve, reject) => {{
          const late = performance.now() + {PATIENCE_MS};
          const look = () => {{
            if ({condition}) resolve();
            else if (performance.now() > late) reject(new Error({json.dumps(condition)}));
            else setTimeout(look, 10);
          }};
          look();
        }})"""
    )
