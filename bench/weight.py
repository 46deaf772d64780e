"""What a browser fetches when a reader opens an article page for the first time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from playwright.sync_api import Error, Request, sync_playwright

from bench.asking import ask
from bench.clerk import clerk
from bench.figure import Figure, Target
from bench.missing import Missing, program
from bench.picture import picture
from bench.running import Broken
from bench.setting import Setting

PART = "weight"
REPORTS = 12
# A laptop's window: what a phone fetches differs in photos alone.
WINDOW = (1440, 900)
MOST_BYTES = 40_000
MOST_REQUESTS = 6
TEXTS = ("document", "stylesheet", "script")
PICTURES = ("image", "font")
_FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """One answered request: what for, and the bytes of its body as they came."""

    url: str
    kind: str
    body_bytes: int


def measure(setting: Setting) -> list[Figure]:
    """Bytes and requests by kind, in Chromium with an empty cache."""
    chromium = program("chromium", package="chromium")
    room = setting.newsrooms.open(PART)
    with clerk(room, setting.say) as desk:
        photo = picture(setting.scratch / "weight.jpg")
        path = desk.do("fill", reports=REPORTS, picture=str(photo), is_packed=True)["path"]
        with room.served():
            desk.do("settle")
            setting.say(f"{PART}: opening {path}")
            fetched = _open(room.origin + quote(path), str(chromium))
            _ensure_own(fetched, room.origin)
            return _figures(fetched)


def _open(url: str, chromium: str) -> list[Fetched]:
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(_FLAGS))
            width, height = WINDOW
            page = browser.new_page(viewport={"width": width, "height": height})
            requests: list[Request] = []

            def note(request: Request) -> None:
                requests.append(request)

            page.on("requestfinished", note)
            page.goto(url, wait_until="networkidle")
            fetched = [_fetched(request) for request in requests]
            browser.close()
    except Error as error:
        raise Missing(f"Chromium did not open the page: {error.message}") from None
    return fetched


def _fetched(request: Request) -> Fetched:
    answer = request.response()
    if answer is None or answer.status != 200:
        raise Broken(f"{request.url}: answered with {answer.status if answer else 'nothing'}")
    return Fetched(request.url, request.resource_type, request.sizes()["responseBodySize"])


def _ensure_own(fetched: Iterable[Fetched], origin: str) -> None:
    foreign = [one.url for one in fetched if not one.url.startswith((f"{origin}/", "data:"))]
    if foreign:
        raise Broken(f"the page asks another host: {foreign[0]}")


def _figures(fetched: list[Fetched]) -> list[Figure]:
    sizes: dict[str, int] = defaultdict(int)
    for one in fetched:
        sizes[one.kind] += one.body_bytes
    counts = Counter(one.kind for one in fetched)
    texts = [one for one in fetched if one.kind in TEXTS]
    return [
        Figure(
            part=PART,
            what="HTML, CSS and JavaScript of an article page, compressed",
            value=sum(one.body_bytes for one in texts),
            unit="B",
            beside="not compressed",
            beside_value=sum(_unpacked(one.url) for one in texts),
            target=Target("figure", "under", MOST_BYTES),
        ),
        Figure(
            part=PART,
            what="requests besides photos and fonts",
            value=sum(count for kind, count in counts.items() if kind not in PICTURES),
            unit="requests",
            target=Target("figure", "at most", MOST_REQUESTS),
        ),
        *(_of_kind(kind, counts[kind], sizes[kind]) for kind in sorted(sizes)),
        Figure(part=PART, what="all of it", value=sum(sizes.values()), unit="B"),
    ]


def _of_kind(kind: str, count: int, size: int) -> Figure:
    requests = "1 request" if count == 1 else f"{count} requests"
    return Figure(part=PART, what=f"{kind}: {requests}", value=size, unit="B")


def _unpacked(url: str) -> int:
    return len(ask(url, {"Accept-Encoding": "identity"}).body)
