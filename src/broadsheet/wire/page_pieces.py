"""The tree of an HTML page → its pieces of text and its photos, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree
from lxml.html import HtmlElement

from broadsheet.story import MarkKind, Photo, Text
from broadsheet.wire.addresses import safe_address, without_scheme
from broadsheet.wire.caption import caption
from broadsheet.wire.furniture.languages import phrases
from broadsheet.wire.lines import clean
from broadsheet.wire.page_elements import is_small, picture_of, place_of, role_of
from broadsheet.wire.typesetting import Typesetter

PieceKind = Literal["text", "heading", "item", "row", "quote", "photo", "embed"]

_UNSEEN = frozenset(
    phrases("""
        script; style; noscript; template; svg; math; canvas; object; audio; video; map; select;
        option; datalist; textarea; button; head; frameset; applet
    """)
)
_BREAKS = frozenset(
    phrases("""
        address; article; aside; blockquote; body; center; dd; details; dialog; div; dl; dt;
        fieldset; figcaption; figure; footer; form; h1; h2; h3; h4; h5; h6; header; hgroup; hr;
        html; li; main; nav; ol; p; pre; section; summary; table; tbody; td; tfoot; th; thead;
        tr; ul; caption
    """)
)
_MARKS: dict[str, MarkKind] = {
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "a": "link",
}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LAYOUT = frozenset({"p", "div", "table", "ul", "ol", "blockquote", "figure", *_HEADINGS})

_POSTED = re.compile(r"twitter-tweet|instagram-media|tiktok-embed|fb-post|bluesky-embed")
_SHOWN_ELSEWHERE = re.compile(
    r"https://(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|"
    r"soundcloud\.com|spotify\.com|datawrapper\.(?:de|dwcdn\.net)|openstreetmap\.org|flourish\.studio)/",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of the page: a run of text that no block interrupts, a photo, or an embed.

    `place` names the part of the page that it stands in if that part is none of a report, `role`
    what its element says that it is ("standfirst", "byline"…); each is "" where nothing is said.
    Pieces of one `block` stand in the same element, with line breaks between them. `number` is
    that of an item in a numbered list, and `is_first` is False for all but the first piece of a
    quotation. `refused` are addresses of unsafe links.
    """

    kind: PieceKind
    text: Text
    tag: str = ""
    block: int = 0
    place: str = ""
    role: str = ""
    number: int = 0
    is_first: bool = True
    photo: Photo | None = None
    address: str = ""
    cells: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def pieces(root: HtmlElement) -> list[Piece]:
    """Everything on the page that can be read or seen, in order."""
    walk = _Walk()
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            walk.end(element)
        elif not walk.start(element):
            walker.skip_subtree()
    return walk.pieces


@dataclass(slots=True)
class _Frame:
    """A block that is open."""

    element: HtmlElement
    tag: str
    place: str
    role: str
    block: int = 0
    number: int = 0
    items: int = 0


class _Walk:
    """A walk over the tree, element by element and without recursion: pages nest deeply."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._frames: list[_Frame] = []
        self._marks: list[tuple[MarkKind, str]] = []
        self._setter = Typesetter()
        self._breaks = 0
        self._blocks = 0
        self._captions: list[str] | None = None  # of the figure that is open
        self._photos: list[Photo] = []

    def start(self, element: HtmlElement) -> bool:
        """Open an element. False if there is nothing to read inside it."""
        tag = element.tag
        if tag in _UNSEEN:
            self._note_unseen(element)
            return False
        if tag == "tr" and self._is_row(element):
            return False
        if tag == "iframe" or _POSTED.search(element.get("class") or ""):
            self._embed(element)
            return False
        if tag in _BREAKS or (tag == "cite" and self._within("blockquote")):
            self._flush()
            self._frames.append(self._frame(element))
        elif tag in _MARKS:
            self._marks.append((_MARKS[tag], element.get("href") or ""))
            self._open(*self._marks[-1])
        elif tag == "br":
            self._break()
        elif tag == "img":
            self._image(element)
        self._add(element.text)
        return True

    def end(self, element: HtmlElement) -> None:
        tag = element.tag
        if self._frames and self._frames[-1].element is element:
            self._flush()
            if tag == "figure":
                self._end_figure(element)
            self._frames.pop()
        elif tag in _MARKS and self._marks:
            kind, _ = self._marks.pop()
            self._setter.close(kind)
        self._add(element.tail)

    def _frame(self, element: HtmlElement) -> _Frame:
        above = self._frames[-1] if self._frames else _Frame(element, "", "", "")
        tag = element.tag
        self._blocks += 1
        place, role = above.place or place_of(element), role_of(element) or above.role
        frame = _Frame(element, tag, place, role, self._blocks)
        if tag == "figure" and self._captions is None:
            self._captions = []
        if tag == "li":
            above.items += 1
            frame.number = above.items if above.tag == "ol" else 0
        return frame

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if text.strip():
            if self._breaks:
                self._setter.add(" ")
            self._breaks = 0
        self._setter.add(text)

    def _break(self) -> None:
        """One <br> is a space, two are the end of a paragraph."""
        self._breaks += 1
        if self._breaks > 1:
            self._flush()

    def _open(self, kind: MarkKind, href: str) -> None:
        if kind == "link" and (not href or href.startswith("#")):
            href = "#"  # a place on the page that is left behind: no link, and none refused
        self._setter.open(kind, href)

    def _flush(self) -> None:
        text = self._setter.text()
        refused = tuple(address for address in self._setter.refused if address != "#")
        self._setter = Typesetter()
        self._breaks = 0
        for kind, href in self._marks:
            self._open(kind, href)
        if not text or not self._frames:
            return
        if self._captions is not None and self._within("figcaption"):
            self._captions.append(text.plain)
            return
        frame = self._frames[-1]
        self.pieces.append(
            Piece(
                kind=self._kind(),
                text=text,
                tag=frame.tag,
                block=frame.block,
                place=frame.place,
                role=frame.role,
                number=self._number(),
                is_first=self._is_first_of_quote(),
                refused=refused,
            )
        )

    def _kind(self) -> PieceKind:
        for frame in reversed(self._frames):
            if frame.tag in _HEADINGS:
                return "heading"
            if frame.tag == "blockquote":
                return "quote"
            if frame.tag == "li":
                return "item"
        return "text"

    def _within(self, tag: str) -> bool:
        return any(frame.tag == tag for frame in self._frames)

    def _number(self) -> int:
        return next((frame.number for frame in reversed(self._frames) if frame.tag == "li"), 0)

    def _is_first_of_quote(self) -> bool:
        quote = next((frame for frame in self._frames if frame.tag == "blockquote"), None)
        if quote is None:
            return True
        quote.items += 1
        return quote.items == 1

    def _image(self, element: HtmlElement) -> None:
        if is_small(element):
            return
        photo = Photo(alt=clean(element.get("alt") or ""), source=picture_of(element))
        if self._captions is not None:
            self._photos.append(photo)
        elif photo.source or photo.alt:
            frame = self._frames[-1] if self._frames else None
            place = frame.place if frame else ""
            piece = Piece(kind="photo", text=Text(photo.alt), place=place, photo=photo)
            self.pieces.append(piece)

    def _end_figure(self, element: HtmlElement) -> None:
        captions, photos = self._captions or [], self._photos
        self._captions, self._photos = None, []
        place = self._frames[-1].place
        text = " ".join(captions)
        if not photos:
            if text:
                self.pieces.append(
                    Piece(kind="text", text=Text(text), tag="figcaption", place=place)
                )
            return
        bare, credit = _caption(text, element)
        for at, photo in enumerate(photos):
            whole = replace(photo, caption="" if at else bare, credit=credit)
            shown = Text("" if at else text or photo.alt)
            self.pieces.append(Piece(kind="photo", text=shown, place=place, photo=whole))

    def _is_row(self, element: HtmlElement) -> bool:
        """A row of data, not one of the tables that old pages are laid out with."""
        cells = [cell for cell in element if cell.tag in {"td", "th"}]
        if len(cells) < 2 or any(below.tag in _NO_DATA for below in element.iter(etree.Element)):
            return False
        self._flush()
        texts = [clean(" ".join("".join(cell.itertext()).split())) for cell in cells]
        text = Text(" — ".join(text for text in texts if text))
        if text and self._frames:
            place = self._frames[-1].place
            row = Piece(kind="row", text=text, tag="tr", place=place, cells=tuple(texts))
            self.pieces.append(row)
        return True

    def _embed(self, element: HtmlElement) -> None:
        self._flush()
        links = [link.get("href") or "" for link in element.iter("a")]
        address = safe_address(element.get("src") or (links[-1] if links else ""))
        said = " ".join(" ".join(element.itertext()).split())
        text = clean(said) or clean(element.get("title") or "")
        if address and (element.tag != "iframe" or _SHOWN_ELSEWHERE.match(address)):
            place = self._frames[-1].place if self._frames else ""
            shown = Text(text or without_scheme(address))
            piece = Piece(kind="embed", text=shown, place=place, address=address)
            self.pieces.append(piece)
        elif text:
            self.pieces.append(Piece(kind="text", text=Text(text), place="frame of another site"))

    def _note_unseen(self, element: HtmlElement) -> None:
        """Text for other readers than people is not told; a button's or a form's is."""
        if element.tag in _TOLD and (text := clean(" ".join("".join(element.itertext()).split()))):
            self.pieces.append(Piece(kind="text", text=Text(text), place=_TOLD[element.tag]))


def _caption(text: str, figure: HtmlElement) -> tuple[str, str]:
    """Caption and credit, by the element that says credit, else by the words."""
    for element in figure.iter(etree.Element):
        if element is not figure and role_of(element) == "credit":
            written = clean(" ".join("".join(element.itertext()).split()))
            if written and text.endswith(written):
                told = caption(written) or caption(f"[{written}]")
                bare = text[: -len(written)].rstrip(" |/–—-")
                return bare, told.credit if told else written
    told = caption(text) if text else None
    return (told.caption, told.credit) if told else (text, "")


_NO_DATA = _LAYOUT | _UNSEEN | {"img", "iframe"}
_TOLD = {"button": "button", "select": "menu", "textarea": "form", "noscript": "for old browsers"}
