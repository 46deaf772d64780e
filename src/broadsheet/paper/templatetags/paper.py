"""The tags and filters of the paper's templates: `{% load paper %}`.

Those that take the context read `newspaper`, which every page is given, and `language`, the
page's own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django import template
from django.forms import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext

from broadsheet.feeds.address import address as whole_address
from broadsheet.live_story import Entry
from broadsheet.paper import newspaper_time
from broadsheet.paper.assets import asset_path
from broadsheet.paper.correction_label import correction_label as label_of
from broadsheet.paper.line_html import line_html
from broadsheet.paper.safe_href import safe_href as safe
from broadsheet.paper.text_html import text_html as to_html
from broadsheet.story import (
    Block,
    CorrectionKind,
    Credit,
    Figure,
    Photo,
    Rendition,
    Shape,
    Teaser,
    Text,
    plain,
)

register = template.Library()

# Where a photo stands in the layout: how wide, for the browser to choose a file by, and in which
# shape. The numbers follow the grids in css/report.css, css/front.css and css/list.css, the shapes
# css/teaser.css, css/body.css and css/list.css.
_PLACES: dict[str, tuple[Shape, str]] = {
    "wide": ("whole", "(min-width: 72rem) 60rem, 94vw"),
    "text": ("whole", "(min-width: 42rem) 38rem, 94vw"),
    "grid": ("landscape", "(min-width: 64rem) 23rem, (min-width: 40rem) 46vw, 94vw"),
    "lead": ("landscape", "(min-width: 64rem) 44rem, 94vw"),
    "top": ("landscape", "(min-width: 64rem) 20rem, (min-width: 40rem) 46vw, 94vw"),
    "river": ("landscape", "(min-width: 64rem) 26rem, (min-width: 40rem) 46vw, 94vw"),
    "row-lead": ("landscape", "(min-width: 42rem) 38rem, 94vw"),
    "row": ("landscape", "(min-width: 40rem) 15rem, 35vw"),
    "portrait": ("square", "10rem"),
}


@register.simple_tag
def asset(name: str) -> str:
    """The path of a style, element, font or icon, its content's hash in it."""
    return asset_path(name)


@register.simple_tag(takes_context=True)
def address(context: template.Context, path: str) -> str:
    """The whole address of a place on the site."""
    return whole_address(path, context["newspaper"]).replace("@", "%40")


@register.filter
def text_html(text: Text) -> SafeString:
    return to_html(text)


@register.filter
def line(words: str) -> SafeString:
    """The words of an element that carries `data-line`: its text is the galley's, to the space."""
    return line_html(words)


@register.filter
def at(place: str, part: int | str) -> str:
    """A place of the galley within another: body, at 3, is body.3."""
    return f"{place}.{part}"


@register.filter
def correction_label(kind: CorrectionKind) -> str:
    return label_of(kind)


@register.filter
def safe_href(href: str) -> str:
    return safe(href)


@register.filter
def block_kind(block: Block) -> str:
    """What a block of the body is: "paragraph", "pullquote"… as its class is called."""
    return type(block).__name__.lower()


@register.filter
def block_template(block: Block) -> str:
    """The template that sets a block of the body: blocks/paragraph.html…"""
    return f"paper/blocks/{block_kind(block)}.html"


@register.simple_tag(takes_context=True)
def moment(context: template.Context, time: dt.datetime) -> SafeString:
    """A time of day with its zone and day, for people and for machines."""
    return _time(newspaper_time.clock_and_day(time, context["newspaper"]), context, time)


@register.simple_tag(takes_context=True)
def day(context: template.Context, time: dt.datetime) -> SafeString:
    """A day, for people and for machines."""
    return _time(newspaper_time.day(time, context["newspaper"]), context, time)


@register.simple_tag(takes_context=True)
def machine_time(context: template.Context, time: dt.datetime) -> str:
    """A time as machines read it, for an attribute."""
    return newspaper_time.machine_time(time, context["newspaper"])


@register.simple_tag
def exact_time(time: dt.datetime) -> str:
    """A time as scripts compare it."""
    return newspaper_time.exact_time(time)


@register.filter
def entry_line(entry: Entry) -> str:
    """An entry of a live report in a line: its headline, or how its text begins."""
    said = plain(entry.body) or next(
        (one.photo.caption or one.photo.alt for one in entry.body if isinstance(one, Figure)), ""
    )
    return entry.headline or Truncator(said).words(14, truncate="…")


@register.simple_tag(takes_context=True)
def lang(context: template.Context, language: str) -> str:
    """A `lang` attribute where `language` is not the page's own."""
    return format_html(' lang="{}"', language) if language != context["language"] else ""


@register.filter
def as_locale(language: str) -> str:
    """A language as Open Graph wants it: pt-br is pt_BR."""
    name, _, region = language.partition("-")
    return f"{name}_{region.upper()}" if len(region) == 2 else name


@register.filter
def first_pictured(teasers: Iterable[Teaser]) -> Teaser | None:
    """The first of a column whose picture has come: the one that carries the column's photo."""
    return next((one for one in teasers if one.photo and not one.photo.is_awaited), None)


@register.simple_tag
def picture(photo: Photo, place: str, *, first: bool = False) -> SafeString:
    """The `img` of a photo whose picture has come. `place` is a name of the layout: wide, text…

    The first photo of a page is fetched at once and before others, the rest when they come near.
    """
    shape, sizes = _PLACES[place]
    renditions = photo.in_shape(shape)
    if not renditions:
        raise ValueError(f"the picture of {photo.caption[:40]!r} has not come; show its frame")
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" {}>',
        _path(_middle(renditions)),
        ", ".join(f"{_path(one)} {one.width}w" for one in renditions),
        sizes,
        renditions[-1].width,
        renditions[-1].height,
        photo.alt,
        mark_safe('fetchpriority="high"' if first else 'loading="lazy" decoding="async"'),
    )


@register.simple_tag
def widget(field: BoundField) -> SafeString:
    """A field of a form, with what browsers know how to fill in: WCAG 2.2, 1.3.5."""
    purpose = field.name if field.name in {"name", "email"} else "off"
    return SafeString(field.as_widget(attrs={"autocomplete": purpose}))


@register.simple_tag
def names(credited: Iterable[tuple[str, Credit]]) -> SafeString:
    """People of a byline, each linked to their page: Ida Renn, Tomas Vail and Kesi Lund."""
    linked = [name(place, credit) for place, credit in credited]
    if len(linked) < 2:
        return linked[0] if linked else SafeString("")
    return format_html(
        gettext("{others} and {last}"),
        others=format_html_join(", ", "{}", ((one,) for one in linked[:-1])),
        last=linked[-1],
    )


@register.simple_tag
def name(place: str, credit: Credit) -> SafeString:
    """Somebody's name, linked to their page where there is one; `place` is the galley's."""
    person = credit.person
    if not person.path:
        return format_html('<span data-line="{}">{}</span>', place, line_html(person.name))
    return format_html(
        '<a href="{}" rel="author" data-line="{}">{}</a>',
        person.path,
        place,
        line_html(person.name),
    )


def _time(printed: str, context: template.Context, time: dt.datetime) -> SafeString:
    machine = newspaper_time.machine_time(time, context["newspaper"])
    return format_html('<time datetime="{}">{}</time>', machine, printed)


def _path(rendition: Rendition) -> str:
    # A comma or a space would end the path within srcset.
    return rendition.path.replace("@", "%40").replace(" ", "%20").replace(",", "%2C")


def _middle(renditions: tuple[Rendition, ...]) -> Rendition:
    """What a browser takes that knows no srcset: the first that is 800 pixels wide."""
    return next((one for one in renditions if one.width >= 800), renditions[-1])
